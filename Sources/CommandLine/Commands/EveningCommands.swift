import Domain
import Services

/// The manager's evening: the lists of his agents, looked at and passed (R8.1-R8.3).
enum EveningCommands {
  static let all = [
    CommandSpec("evening", [], [OptionSpec("--date", "D"), OptionSpec("--department", "D")], run: board),
    CommandSpec("evening show", [.required("LOGIN")], [OptionSpec("--date", "D")], run: show),
    CommandSpec(
      "evening pass", [.optional("LOGIN")],
      [OptionSpec("--whole"), OptionSpec("--date", "D"), OptionSpec("--department", "D")], run: pass),
    CommandSpec(
      "evening return", [.required("LOGIN")],
      [OptionSpec("--remark", "R", .required), OptionSpec("--date", "D")], run: sendBack),
    CommandSpec("evening undo", [.required("LOGIN")], run: takeAnswerBack),
    CommandSpec(
      "evening history", [.optional("LOGIN")],
      [OptionSpec("--date", "D"), OptionSpec("--department", "D")], run: history),
    CommandSpec(
      "suspicions", [.optional("LOGIN")], [OptionSpec("--from", "D"), OptionSpec("--to", "D")],
      run: suspicions),
    CommandSpec(
      "cover", [.required("LOGIN")],
      [
        OptionSpec("--from", "D", .required), OptionSpec("--to", "D", .required),
        OptionSpec("--by", "LOGIN", .required),
      ],
      run: cover),
  ]

  private static func board(_ call: Invocation) throws -> Reply {
    let session = try call.session()
    let board = try EveningBoard.read(
      by: session.actor.id, date: try call.arguments.day("--date"),
      department: call.arguments.value("--department"),
      at: call.now, in: session.house)
    return Reply(
      list: board.lines.map { EveningReply(call).item($0, board) }, under: EveningReply(call).heading,
      whenEmpty: call.words["evening.empty"])
  }

  private static func show(_ call: Invocation) throws -> Reply {
    let session = try call.session()
    let list = try EveningList.read(
      of: try person(call), by: session.actor.id, date: try call.arguments.day("--date"), at: call.now,
      in: session.house)
    let shown = ListReply(call)
    return Reply(
      list: [shown.head(list.list)] + list.list.rows.map(shown.item)
        + list.planned.map { EveningReply(call).item($0) },
      under: shown.heading, whenEmpty: "")
  }

  private static func pass(_ call: Invocation) throws -> Reply {
    if call.arguments.has("--whole") { return try passWhole(call) }
    if call.arguments.has("--department") { throw UsageError.surplus("--department") }
    let session = try call.session()
    guard let login = call.arguments.operand(0) else { throw UsageError.missing("LOGIN") }
    let agent = try Reading.person(login: login, in: session.house)
    try PassList(agent.id, evening: try call.arguments.day("--date")).perform(
      by: session.actor.id, at: call.now, in: session.house)
    return Reply(list: [answered(login, .passed, "evening.passed", agent.name, call)], whenEmpty: "")
  }

  private static func passWhole(_ call: Invocation) throws -> Reply {
    if let login = call.arguments.operand(0) { throw UsageError.surplus(login) }
    let session = try call.session()
    let passed = try PassWhole(
      department: call.arguments.value("--department"), evening: try call.arguments.day("--date")
    ).perform(by: session.actor.id, at: call.now, in: session.house)
    return Reply(
      list: passed.map { answered($0.login, .passed, "evening.passed", $0.name, call) },
      whenEmpty: call.words["evening.none_whole"])
  }

  private static func sendBack(_ call: Invocation) throws -> Reply {
    let session = try call.session()
    let login = call.arguments.operand(0) ?? ""
    let agent = try Reading.person(login: login, in: session.house)
    try ReturnList(
      agent.id, remark: call.arguments.value("--remark") ?? "", evening: try call.arguments.day("--date")
    ).perform(by: session.actor.id, at: call.now, in: session.house)
    return Reply(list: [answered(login, .returned, "evening.returned", agent.name, call)], whenEmpty: "")
  }

  private static func takeAnswerBack(_ call: Invocation) throws -> Reply {
    let session = try call.session()
    let login = call.arguments.operand(0) ?? ""
    let agent = try Reading.person(login: login, in: session.house)
    try TakeAnswerBack(agent.id).perform(by: session.actor.id, at: call.now, in: session.house)
    return Reply(
      list: [answered(login, .submitted, "evening.waits_again", agent.name, call)], whenEmpty: "")
  }

  private static func answered(
    _ login: String, _ status: EveningStatus, _ key: String, _ name: String, _ call: Invocation
  ) -> Reply.Item {
    Reply.Item(
      json: .object(["login": .text(login), "name": .text(name), "status": .text(status.rawValue)]),
      text: call.words(key, ["name": name]))
  }

  private static func history(_ call: Invocation) throws -> Reply {
    let session = try call.session()
    let agent = call.arguments.operand(0) == nil ? nil : try person(call)
    if agent != nil && call.arguments.has("--department") { throw UsageError.surplus("--department") }
    let history = try EveningHistory.read(
      of: agent, by: session.actor.id, date: try call.arguments.day("--date"),
      department: call.arguments.value("--department"), at: call.now, in: session.house)
    return Reply(
      list: history.lines.map { EveningReply(call).item($0) },
      under: call.heading("date", "person", "list", "passed_by", "late", "at_close"),
      whenEmpty: call.words["evening.no_history"])
  }

  private static func cover(_ call: Invocation) throws -> Reply {
    let session = try call.session()
    let (login, by) = (call.arguments.operand(0) ?? "", call.arguments.value("--by") ?? "")
    guard let from = try call.arguments.day("--from"), let to = try call.arguments.day("--to") else {
      throw UsageError.missing("--from")
    }
    let (away, deputy) = (
      try Reading.person(login: login, in: session.house), try Reading.person(login: by, in: session.house)
    )
    let due = try CoverPerson(away.id, from: from, to: to, by: deputy.id).perform(
      by: session.actor.id, at: call.now, in: session.house)
    let head = call.words(
      "cover.done", ["name": away.name, "deputy": deputy.name, "from": from.iso, "to": to.iso])
    let lines = due.map { row in
      Reply.line([row.id.code, row.name, row.due.map { call.wording.due($0, at: call.now) } ?? ""])
    }
    let dueLines = lines.isEmpty ? [] : [call.words("cover.due", ["count": String(due.count)])] + lines
    return Reply(
      [
        "login": .text(login), "from": .text(from.iso), "to": .text(to.iso), "by": .text(by),
        "due": .list(
          due.map {
            .object(["code": .text($0.id.code), "name": .text($0.name), "due_at": call.time($0.due)])
          }),
      ], text: ([head] + dueLines).joined(separator: "\n"))
  }

  private static func suspicions(_ call: Invocation) throws -> Reply {
    let session = try call.session()
    // A week, as on the screen.
    let span = try call.span { $0 - 6 }
    let agent = try call.arguments.operand(0).map { try Reading.person(login: $0, in: session.house).id }
    let view = try SuspicionView.read(
      of: agent, by: session.actor.id, during: span.days, at: call.now, in: session.house)
    return Reply(
      list: view.found.map { SuspicionReply(call).item($0) },
      under: call.heading("person", "sign", "count", "when", "evidence"),
      whenEmpty: call.words["suspicions.none"])
  }

  private static func person(_ call: Invocation) throws -> PersonID {
    try Reading.person(login: call.arguments.operand(0) ?? "", in: try call.session().house).id
  }
}
