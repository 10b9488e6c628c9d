import Domain

extension PolicyReader {
  static func noteRules(_ file: JSONObject) throws(PolicyProblem) -> NoteRules {
    let outcomes = try distinct(try file.items("outcomes", outcome), by: \.outcome.rawValue, in: "outcomes")
    for outcome in Outcome.allCases where !outcomes.contains(where: { $0.outcome == outcome }) {
      throw PolicyProblem("outcomes.\(outcome.rawValue)", .missing)
    }
    _ = try distinct(outcomes, by: \.digit.description, in: "outcomes")
    return NoteRules(
      outcomes: outcomes, kinds: try titles("kinds", in: file, of: NoteKind.self),
      contactTimeBackDays: try file.amount("contact_time_back", unit: "d", in: 0...366),
      renewingTriesInRow: try file.integer("renewing_tries", in: 0...1000))
  }

  private static func outcome(_ value: JSONValue, _ path: String) throws(PolicyProblem) -> OutcomeRule {
    let keys: Set = ["outcome", "digit", "title", "renews", "try", "effective", "quick", "next", "marks"]
    let rule = try JSONObject(value, path: path, keys: keys)
    return OutcomeRule(
      outcome: try rule.word("outcome", as: Outcome.self), title: try rule.title("title"),
      digit: try rule.integer("digit", in: 0...9), countsAsNote: try rule.bool("renews"),
      isTry: try rule.bool("try"), isEffectiveCall: try rule.bool("effective"),
      isQuick: try rule.bool("quick"),
      suggestsNext: try rule.items("next", phrase), marksNumber: try mark(rule))
  }

  private static func phrase(_ value: JSONValue, _ path: String) throws(PolicyProblem) -> String {
    guard case .text(let text) = value, !text.isEmpty else { throw PolicyProblem(path, .expected("a text")) }
    return text
  }

  private static func mark(_ rule: JSONObject) throws(PolicyProblem) -> NumberMark? {
    guard rule.has("marks") else { return nil }
    guard let mark = NumberMark(rawValue: try rule.text("marks")), mark != .good else {
      throw PolicyProblem(rule.keyPath("marks"), .expected("dead, wrong, do_not_call"))
    }
    return mark
  }
}
