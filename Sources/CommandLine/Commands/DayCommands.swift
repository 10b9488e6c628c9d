import Domain
import Services

/// The agent's day: whom to call, and how the day stands (R7.1, R7.4).
enum DayCommands {
  static let all = [
    CommandSpec("calls", run: calls),
    CommandSpec("counters", [], [OptionSpec("--counted")], run: counters),
    CommandSpec(
      "visit-day", [.required("on|off", .all(of: Switch.self))], [OptionSpec("--tomorrow")], run: visitDay),
  ]

  enum Switch: String, CaseIterable {
    case on, off
  }

  // MARK: the call list

  private static func calls(_ call: Invocation) throws -> Reply {
    let session = try call.session()
    let view = try CallListView.read(by: session.actor.id, at: call.now, in: session.house)
    var reply = Reply(
      list: view.rows.map { item($0, call) } + view.struck.map { item($0, call) },
      under: call.heading("code", "name", "why", "when"), whenEmpty: call.words["calls.empty"])
    reply.footnote = call.words(
      "calls.left", ["left": String(view.rows.count), "done": String(view.done.count)])
    return reply
  }

  private static func item(_ row: CallRow, _ call: Invocation) -> Reply.Item {
    let now = call.now
    let moment =
      row.at.map { call.wording.moment($0, at: now) } ?? row.due.map { call.wording.due($0, at: now) }
    return Reply.Item(
      json: .object([
        "code": .text(row.id.code), "id": .integer(Int(row.id.value)), "name": .text(row.name),
        "why": .text(row.why.rawValue), "at": call.time(row.at),
        "agreed": .bool(row.customer.next?.isAgreed ?? false),
        "purpose": call.json(row.customer.next)["purpose"] ?? .null, "due_at": call.time(row.due),
        "days_overdue": .integer(row.daysOverdue), "tries": .integer(row.tries),
        "intent": .text(row.customer.intent), "called_today": .text(row.calledToday?.outcome.rawValue),
        "struck": .bool(false), "end_reason": .null,
      ]),
      row: [
        row.id.code, row.name, call.words["calls.why.\(row.why.rawValue)"],
        [moment ?? "-", row.at == nil ? "" : row.customer.next?.purpose ?? ""].filter { !$0.isEmpty }
          .joined(separator: " "),
      ])
  }

  private static func item(_ row: StruckCall, _ call: Invocation) -> Reply.Item {
    let end = call.words["end.\(row.reason.wordKey)"]
    return Reply.Item(
      json: .object([
        "code": .text(row.id.code), "id": .integer(Int(row.id.value)), "name": .text(row.name),
        "why": .text(row.why.rawValue), "at": .null, "due_at": .null, "struck": .bool(true),
        "ended_at": call.time(row.endedAt), "end_reason": .text(row.reason.code),
      ]),
      row: [row.id.code, row.name, call.words("calls.struck", ["end": end])])
  }

  // MARK: the counters

  private static func counters(_ call: Invocation) throws -> Reply {
    let session = try call.session()
    let counters = try Counters.read(by: session.actor.id, at: call.now, in: session.house)
    if call.arguments.has("--counted") {
      let items = DayFigure.allCases.flatMap { figure in
        (counters.counted[figure] ?? []).map { item($0, figure, call) }
      }
      return Reply(
        list: items, under: call.heading("figure", "code", "name", "at"),
        whenEmpty: call.words["counters.empty"])
    }
    return Reply(json(counters.day), text: text(counters.day, call))
  }

  /// Each figure beside its target, which holds where it is expected of the day.
  static func json(_ day: DayCounters) -> [String: JSONOutput] {
    var fields: [String: JSONOutput] = ["visit_day": .bool(day.isVisitDay)]
    for figure in DayFigure.allCases {
      fields[figure.rawValue] = .integer(day.count(of: figure))
      fields["\(figure.rawValue)_target"] = .integer(day.target(of: figure))
    }
    return fields
  }

  private static func text(_ day: DayCounters, _ call: Invocation) -> String {
    DayFigure.allCases.filter { day.isExpected($0) || day.count(of: $0) > 0 }.map { figure in
      "\(call.words["figure.\(figure.rawValue)"]) \(day.count(of: figure))/\(day.target(of: figure))"
    }
    .joined(separator: "\t")
  }

  private static func item(_ contact: CountedContact, _ figure: DayFigure, _ call: Invocation) -> Reply.Item {
    let what = contact.outcome?.rawValue ?? contact.wayIn?.rawValue
    return Reply.Item(
      json: .object([
        "figure": .text(figure.rawValue), "code": .text(contact.customer.code), "name": .text(contact.name),
        "at": call.time(contact.at), "by": .text(what), "intent": .text(contact.level),
      ]),
      row: [
        call.words["figure.\(figure.rawValue)"], contact.customer.code, contact.name,
        call.wording.moment(contact.at, at: call.now),
      ])
  }

  private static func visitDay(_ call: Invocation) throws -> Reply {
    let word = try ParsedArguments.word(call.arguments.operand(0) ?? "", of: "on|off", as: Switch.self)
    let session = try call.session()
    let day = try SetVisitDay(word == .on, tomorrow: call.arguments.has("--tomorrow"))
      .perform(by: session.actor.id, at: call.now, in: session.house)
    return Reply(
      ["date": .text(day.iso), "visit_day": .bool(word == .on)],
      text: call.words("visit_day.\(word.rawValue)", ["date": day.iso]))
  }
}

extension EndReason {
  /// What the end of a holding is called.
  var wordKey: String {
    if case .released = self { return "released" }
    return self == .pairSigned ? "pair_signed" : code
  }
}
