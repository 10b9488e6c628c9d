import Assets
import Domain
import FoundationEssentials
import Services

/// The rules as data (R4.1-R4.3).
enum PolicyCommands {
  static let all = [
    CommandSpec("policy list", run: list),
    CommandSpec("policy show", [.required("NAME", .policies)], run: show),
    CommandSpec("policy check", [.required("FILE")], run: check),
    CommandSpec("policy simulate", [.required("FILE")], run: simulate),
    CommandSpec("policy adopt", [.required("FILE")], [OptionSpec("--from", "DATE", .required)], run: adopt),
    CommandSpec(
      "policy use", [.required("NAME", .policies)], [OptionSpec("--department", "D", .required)], run: use),
  ]

  private static func list(_ call: Invocation) throws -> Reply {
    let policies = try call.rules.policyNames.map(call.rules.policy)
    return Reply(
      list: policies.map {
        Reply.Item(json: .object(summary($0, call)), row: [$0.name, call.wording.title($0.title)])
      },
      under: call.heading("policy", "title"), whenEmpty: "")
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
    let adopted = try call.house().flatMap { try Reading.policyText(name, at: call.now, in: $0) }
    guard let text = adopted ?? ShippedPolicies.text(name) else {
      throw UsageError.badValue(name, of: "NAME", expected: ShippedPolicies.names.joined(separator: ", "))
    }
    guard case .object(let values) = try JSONValue(json5: Data(text.utf8)) else {
      throw PolicyProblem("", .notJSON)
    }
    return Reply(values.mapValues(AuditReply.output), text: String(text.trimmingSuffix { $0.isNewline }))
  }

  private static func simulate(_ call: Invocation) throws -> Reply {
    let (policy, _) = try read(call)
    let session = try call.session()
    let simulation = try PolicySimulation.read(
      policy, by: session.actor.id, at: call.now, in: session.house)
    return SimulationReply(call).reply(simulation, of: policy)
  }

  private static func adopt(_ call: Invocation) throws -> Reply {
    let date = call.arguments.value("--from") ?? ""
    guard let from = Day(iso: date) else {
      throw UsageError.badValue(date, of: "--from", expected: "2026-11-26")
    }
    let (_, text) = try read(call)
    let session = try call.session()
    let policy = try AdoptPolicy(text, from: from).perform(
      by: session.actor.id, at: call.now, in: session.house)
    return Reply(
      ["name": .text(policy.name), "from": .text(from.iso)],
      text: call.words("policy.adopted", ["name": policy.name, "from": from.iso]))
  }

  private static func use(_ call: Invocation) throws -> Reply {
    let (name, department) = (call.arguments.operand(0) ?? "", call.arguments.value("--department") ?? "")
    let session = try call.session()
    try session.require(policy: name, of: "NAME")
    try UsePolicy(name, in: department).perform(
      by: session.actor.id, at: call.now, in: session.house)
    return Reply(
      ["policy": .text(name), "department": .text(department)],
      text: call.words("policy.used", ["name": name, "department": department]))
  }

  private static func check(_ call: Invocation) throws -> Reply {
    let path = call.arguments.operand(0) ?? ""
    let (policy, _) = try read(call)
    return Reply(
      ["file": .text(path), "name": .text(policy.name), "ok": .bool(true)],
      text: call.words("policy.ok", ["path": path, "name": policy.name]))
  }

  /// The policy in the file of a call, and its text.
  private static func read(_ call: Invocation) throws -> (Policy, String) {
    let path = call.arguments.operand(0) ?? ""
    guard let data = try? Data(contentsOf: URL(filePath: path)) else {
      throw FileFailure.unreadable(path: path)
    }
    do {
      return (try PolicyReader.read(data), String(decoding: data, as: UTF8.self))
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
