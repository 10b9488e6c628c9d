import Assets
import Domain
import FoundationEssentials
import Services

/// The rules as data (R4.1-R4.3).
enum PolicyCommands {
  static let all = [
    CommandSpec("policy list", run: list),
    CommandSpec("policy show", [.required("NAME")], run: show),
    CommandSpec("policy check", [.required("FILE")], run: check),
  ]

  private static func list(_ call: Invocation) throws -> Reply {
    let policies = call.context.rules.policies.values.sorted { $0.name < $1.name }
    return Reply(
      list: policies.map {
        Reply.Item(json: .object(summary($0, call)), text: "\($0.name)\t\(call.wording.title($0.title))")
      },
      whenEmpty: "")
  }

  private static func summary(_ policy: Policy, _ call: Invocation) -> [String: JSONOutput] {
    [
      "name": .text(policy.name), "title": .text(call.wording.title(policy.title)),
      "capacity": .integer(policy.capacity), "daily_picks": .integer(policy.dailyPicks),
      "cool_down": .integer(policy.coolDownDays), "warnings": .list(policy.warnings.map { .integer($0) }),
      "clocks": .list(
        policy.clocks.map {
          .object([
            "name": .text($0.name), "watches": .text($0.watches.rawValue), "length": .text($0.length.text),
            "repeats": .bool($0.repeats),
          ])
        }),
    ]
  }

  private static func show(_ call: Invocation) throws -> Reply {
    let name = call.arguments.operand(0) ?? ""
    guard ShippedPolicies.names.contains(name) else {
      throw UsageError.badValue(name, of: "NAME", expected: ShippedPolicies.names.joined(separator: ", "))
    }
    let text = Asset.text("policies/\(name).json")
    guard case .object(let values) = try JSONValue(json5: Data(text.utf8)) else {
      throw PolicyProblem("", .notJSON)
    }
    return Reply(values.mapValues(AuditReply.output), text: String(text.trimmingSuffix { $0.isNewline }))
  }

  private static func check(_ call: Invocation) throws -> Reply {
    let path = call.arguments.operand(0) ?? ""
    guard let data = try? Data(contentsOf: URL(filePath: path)) else {
      throw FileFailure.unreadable(path: path)
    }
    do {
      let policy = try PolicyReader.read(data)
      return Reply(
        ["file": .text(path), "name": .text(policy.name), "ok": .bool(true)],
        text: call.words("policy.ok", ["path": path, "name": policy.name]))
    } catch {
      throw FileFailure.inFile(path: path, error)
    }
  }
}

extension String {
  fileprivate func trimmingSuffix(while isTrimmed: (Character) -> Bool) -> Substring {
    var rest = self[...]
    while let last = rest.last, isTrimmed(last) { rest.removeLast() }
    return rest
  }
}
