import Assets
import Domain
import Services

/// The phrases and scripts of a team (R6.7).
enum TeamTextCommands {
  private static let department = OptionSpec("--department", "D")

  static let all = [
    CommandSpec("phrases") { try list(.phrase, $0) },
    CommandSpec("phrases set", [.required("N"), .required("TEXT")], [department]) { try set(.phrase, $0) },
    CommandSpec("phrases drop", [.required("N")], [department]) { try set(.phrase, $0) },
    CommandSpec("script") { try list(.script, $0) },
    CommandSpec("script set", [.required("STAGE"), .required("TEXT")], [department]) { try set(.script, $0) },
    CommandSpec("script drop", [.required("STAGE")], [department]) { try set(.script, $0) },
  ]

  private static func list(_ kind: TeamTexts.Kind, _ call: Invocation) throws -> Reply {
    let session = try call.session()
    let texts = try Reading.teamTexts(of: session.actor.id, in: session.house)
      .over(.shipped(call.words.language))
    let stages = try session.house.rules.policy(session.actor.policy).stages
    let shown = texts.all(kind).filter { kind == .phrase || stages.indices.contains($0.number - 1) }
    let items = shown.map { number, entry in
      let json: [String: JSONOutput] = [
        key(kind): .integer(number), "text": .text(entry.text), "department": .text(entry.department),
      ]
      if kind == .phrase {
        return Reply.Item(
          json: .object(json), row: [String(number), entry.text, entry.department ?? "-"])
      }
      let title = "\(number) \(call.wording.title(stages[number - 1]))"
      return Reply.Item(json: .object(json), text: "\(title)\n\(entry.text.indented)")
    }
    return Reply(
      list: items, under: kind == .phrase ? call.heading("digit", "text", "department") : [], whenEmpty: "")
  }

  /// Without a text it is dropped.
  private static func set(_ kind: TeamTexts.Kind, _ call: Invocation) throws -> Reply {
    let typed = call.arguments.operand(0) ?? ""
    guard let number = decimal(typed) else {
      throw UsageError.badValue(typed, of: kind == .phrase ? "N" : "STAGE", expected: "1-9")
    }
    let session = try call.session()
    let text = call.arguments.operand(1)
    try KeepTeamText(TeamTexts.Key(kind, number), text, of: call.arguments.value("--department"))
      .perform(by: session.actor.id, at: call.now, in: session.house)
    let done = text == nil ? "dropped" : "set"
    return Reply(
      [key(kind): .integer(number), "text": .text(text)],
      text: call.words("\(kind.rawValue).\(done)", ["number": String(number)]))
  }

  private static func key(_ kind: TeamTexts.Kind) -> String { kind == .phrase ? "digit" : "stage" }
}

extension String {
  fileprivate var indented: String {
    split(separator: "\n", omittingEmptySubsequences: false).map { "  \($0)" }.joined(separator: "\n")
  }
}
