import Assets
import Domain
import Services

/// What keeps a customer, and brings one back: extensions, take-backs, the lists of the house.
enum KeepingCommands {
  static let ofTheDay = [
    CommandSpec("rescue", run: rescue),
    CommandSpec("overdue", run: overdue),
    CommandSpec("lost", run: lost),
  ]

  static let ofRequests = [
    CommandSpec(
      "extension ask", [.required("CUSTOMER")],
      [OptionSpec("--days", "N", .required), OptionSpec("--reason", "R", .required)], run: ask),
    CommandSpec(
      "extension answer", [.required("ID")],
      [OptionSpec("--grant"), OptionSpec("--refuse"), OptionSpec("--remark", "R")], run: answer),
    CommandSpec("requests", run: requests),
    CommandSpec("takeback", [.required("CUSTOMER")], [OptionSpec("--ask")], run: takeBack),
  ]

  static let ofTheHouse = [
    CommandSpec("house add", [.required("CUSTOMER")], run: { try mark($0, true) }),
    CommandSpec("house drop", [.required("CUSTOMER")], run: { try mark($0, false) }),
    CommandSpec("block add", [.required("NAME")], run: { try block($0, true) }),
    CommandSpec("block drop", [.required("NAME")], run: { try block($0, false) }),
  ]

  /// What flows back soonest.
  private static func rescue(_ call: Invocation) throws -> Reply {
    let session = try call.session()
    let now = call.now
    let policy = try session.house.rules.policy(session.actor.policy)
    let view = try LibraryView.read(by: session.actor.id, at: now, in: session.house)
    let rows = view.rows.filter { policy.isAboutToFlowBack($0.due, at: now, in: call.calendar) }
    return try LibraryReply.list(rows, session, call, whenEmpty: "rescue.empty")
  }

  /// Whom to call, by the rhythm of the levels (R4.3).
  private static func overdue(_ call: Invocation) throws -> Reply {
    let session = try call.session()
    let now = call.now
    let view = try OverdueView.read(by: session.actor.id, at: now, in: session.house)
    let items = view.lines.map { line in
      let days = line.days.map { call.words("overdue.days", ["days": String($0)]) }
      let first = line.isReturnCall ? call.words["calls.why.return_call"] : nil
      let level = line.isLevelToAsk ? call.words["alert.level_asked"] : nil
      return Reply.Item(
        json: .object([
          "code": .text(line.row.id.code), "name": .text(line.row.name), "intent": .text(line.row.intent),
          "holder": .text(line.holder.name), "department": .text(line.holder.department),
          "last_contact_at": call.time(line.row.lastContact), "days_overdue": .integer(line.days),
          "ask_level": .bool(line.isLevelToAsk), "expected_by": call.time(line.row.buysBy),
          "return_call": .bool(line.isReturnCall),
        ]),
        row: [
          line.row.id.code, line.row.name, line.row.intent, line.holder.name,
          [days, first, level].compactMap { $0 }.joined(separator: ", "),
        ])
    }
    return Reply(
      list: items, under: call.heading("code", "name", "level", "holder", "overdue"),
      whenEmpty: call.words["overdue.empty"])
  }

  private static func ask(_ call: Invocation) throws -> Reply {
    let id = try call.customer()
    guard let days = call.arguments.value("--days").flatMap(Int.init) else {
      throw Refusal.invalidField("days", .unreadable)
    }
    let session = try call.session()
    let ask = AskExtension(id, days: days, reason: call.arguments.value("--reason") ?? "")
    let request = try ask.perform(by: session.actor.id, at: call.now, in: session.house).request
    return Reply(
      [
        "id": .integer(Int(request.value)), "code": .text(id.code), "days": .integer(days),
        "state": .text("open"),
      ],
      text: call.words("extension.asked", ["id": String(request.value), "code": id.code]))
  }

  private static func answer(_ call: Invocation) throws -> Reply {
    try ApprovalCommands.answer(call, of: nil)
  }

  private static func requests(_ call: Invocation) throws -> Reply {
    let session = try call.session()
    let items = try RequestQueue.read(
      for: session.actor.id, at: call.now, in: session.house
    ).map { item($0, call) }
    return Reply(
      list: items,
      under: call.heading("id", "request", "code", "name", "asker", "days_asked", "reason", "expires"),
      whenEmpty: call.words["requests.empty"])
  }

  private static func item(_ request: AskedRequest, _ call: Invocation) -> Reply.Item {
    let expiry = call.wording.due(request.expiresAt, at: call.now)
    return Reply.Item(
      json: .object([
        "id": .integer(Int(request.id.value)), "kind": .text(request.kind.rawValue),
        "code": .text(request.customer?.code), "name": .text(request.about),
        "asker": .text(request.asker.name), "days": .integer(request.days), "reason": .text(request.reason),
        "asked_at": call.time(request.askedAt), "expires_at": call.time(request.expiresAt),
      ]),
      row: [
        String(request.id.value), call.words["request.\(request.kind.rawValue)"],
        request.customer?.code ?? "-", request.about, request.asker.name, String(request.days),
        request.reason, expiry,
      ])
  }

  private static func lost(_ call: Invocation) throws -> Reply {
    let session = try call.session()
    try SettleDue().perform(at: call.now, in: session.house)
    let now = call.now
    let view = try LostView.read(by: session.actor.id, at: now, in: session.house)
    let words = TimelineReply(call, try session.house.rules.policy(session.actor.policy))
    let items = view.rows.map { row in
      Reply.Item(
        json: .object([
          "code": .text(row.id.code), "name": .text(row.name), "lost_at": call.time(row.endedAt),
          "reason": .text(row.reason.code),
          "clocks": .list(TimelineReply.clocks(row.reason)),
          "holder": .text(row.holder?.name), "department": .text(row.holder?.department),
        ]),
        row: [
          call.wording.due(row.endedAt, at: now), row.id.code, row.name, words.text(row.reason),
          row.holder?.name ?? call.words["sea"],
        ])
    }
    return Reply(
      list: items, under: call.heading("left", "code", "name", "reason", "now_with"),
      whenEmpty: call.words["lost.empty"])
  }

  private static func takeBack(_ call: Invocation) throws -> Reply {
    let id = try call.customer()
    let session = try call.session()
    let now = call.now
    if call.arguments.has("--ask") {
      let request = try AskTakeBack(id).perform(by: session.actor.id, at: now, in: session.house).request
      return Reply(
        ["id": .integer(Int(request.value)), "code": .text(id.code), "state": .text("open")],
        text: call.words("takeback.asked", ["id": String(request.value), "code": id.code]))
    }
    try TakeBackCustomer(id).perform(by: session.actor.id, at: now, in: session.house)
    let view = try CustomerView.read(id, by: session.actor.id, at: now, in: session.house)
    return Reply(
      [
        "code": .text(id.code), "holder": .text(view.holder?.name),
        "due_at": call.time(view.standing?.effectiveDue),
      ],
      text: call.words("takeback.done", ["code": id.code, "name": view.holder?.name ?? ""]))
  }

  private static func mark(_ call: Invocation, _ isHouseAccount: Bool) throws -> Reply {
    let id = try call.customer()
    let session = try call.session()
    try MarkHouseAccount(id, isHouseAccount).perform(
      by: session.actor.id, at: call.now, in: session.house)
    return Reply(
      ["code": .text(id.code), "house_account": .bool(isHouseAccount)],
      text: call.words(isHouseAccount ? "house.added" : "house.dropped", ["code": id.code]))
  }

  private static func block(_ call: Invocation, _ isBlocked: Bool) throws -> Reply {
    let name = call.arguments.operand(0) ?? ""
    let session = try call.session()
    try BlockName(name, isBlocked).perform(by: session.actor.id, at: call.now, in: session.house)
    return Reply(
      ["name": .text(name), "blocked": .bool(isBlocked)],
      text: call.words(isBlocked ? "block.added" : "block.dropped", ["name": name]))
  }
}
