import Domain
import Services

/// What a month asks of persons and departments (R8.5).
enum TargetCommands {
  static let all = [
    CommandSpec(
      "target set", [.required("LOGIN|DEPARTMENT"), .required("MONTH")],
      ReportFigure.targeted.map { OptionSpec("--\($0.rawValue)", $0.form == .money ? "A" : "N") },
      run: set),
    CommandSpec("target show", [.optional("LOGIN|DEPARTMENT")], [OptionSpec("--month", "M")], run: show),
  ]

  private static func set(_ call: Invocation) throws -> Reply {
    guard let name = call.arguments.operand(0) else { throw UsageError.missing("LOGIN|DEPARTMENT") }
    let month = try month(call.arguments.operand(1) ?? "", of: "MONTH")
    var figures: [ReportFigure: Int] = [:]
    for figure in ReportFigure.targeted { figures[figure] = try count(of: figure, call) }
    if figures.isEmpty {
      throw UsageError.missing(ReportFigure.targeted.map { "--\($0.rawValue)" }.joined(separator: "|"))
    }
    let session = try call.session()
    try SetTarget(name, in: month, figures).perform(by: session.actor.id, at: call.now, in: session.house)
    return try shown(name, month, call)
  }

  /// 0 asks nothing any more.
  private static func count(of figure: ReportFigure, _ call: Invocation) throws -> Int? {
    let option = "--\(figure.rawValue)"
    guard figure.form == .money else {
      return try call.arguments.count(option, in: 0...SetTarget.mostOfACount)
    }
    guard let text = call.arguments.value(option) else { return nil }
    guard let amount = Amount(text) else { throw Refusal.invalidField(figure.rawValue, .unreadable) }
    return Int(amount.fen)
  }

  private static func show(_ call: Invocation) throws -> Reply {
    let month = try call.arguments.value("--month").map { try self.month($0, of: "--month") }
    return try shown(call.arguments.operand(0), month, call)
  }

  private static func month(_ text: String, of name: String) throws -> Day {
    guard let day = Day(iso: text + "-01") else {
      throw UsageError.badValue(text, of: name, expected: "2026-12")
    }
    return day
  }

  private static func shown(_ name: String?, _ month: Day?, _ call: Invocation) throws -> Reply {
    let session = try call.session()
    let view = try TargetView.read(
      name, month: month, for: session.actor.id, at: call.now, in: session.house)
    let heads = ReportFigure.targeted.map(call.wording.heading)
    var reply = Reply(
      list: view.lines.map { item($0, view.month, call) },
      under: [call.words("target.head", ["month": String(view.month.iso.prefix(7))])] + heads,
      whenEmpty: call.words["target.empty"])
    reply.footnote = call.words["target.note"]
    return reply
  }

  /// What was set for it itself wears `*`.
  private static func item(_ line: TargetView.Line, _ month: Day, _ call: Invocation) -> Reply.Item {
    let cells = ReportFigure.targeted.map { figure -> String in
      let asked = line.asked[figure]
      if asked == 0 { return "-" }
      return call.wording.text(asked, as: figure.form) + (line.own[figure] > 0 ? "*" : "")
    }
    var fields: [String: JSONOutput] = [
      "key": .text(line.subject.key), "name": .text(call.wording.name(line.subject)),
      "depth": .integer(line.depth), "month": .text(String(month.iso.prefix(7))),
      "asked": .object(figures(line.asked, call)), "set": .object(figures(line.own, call)),
    ]
    if case .person(let login, _, _) = line.subject { fields["login"] = .text(login) }
    let indent = String(repeating: "  ", count: line.depth)
    return Reply.Item(json: .object(fields), row: [indent + call.wording.name(line.subject)] + cells)
  }

  private static func figures(_ figures: ReportFigures, _ call: Invocation) -> [String: JSONOutput] {
    let values = ReportFigure.targeted.filter { figures[$0] > 0 }.map { figure in
      let text = call.wording.text(figures[figure], as: figure.form)
      return (figure.rawValue, figure.form == .money ? JSONOutput.text(text) : .integer(figures[figure]))
    }
    return Dictionary(values) { first, _ in first }
  }
}
