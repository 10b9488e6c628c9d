import Domain
import Services

/// The lists: one's own library, the sea, the alerts, the audit trail.
enum ListCommands {
  static let ofTheDay = [
    CommandSpec(
      "mine", [],
      [
        OptionSpec("--of", "LOGIN"), OptionSpec("--without-plan"), OptionSpec("--tag", "T", .repeated),
        OptionSpec("--limit", "N"),
      ], run: mine),
    CommandSpec("alerts", [], [OptionSpec("--limit", "N"), OptionSpec("--seen")], run: alerts),
  ]

  static let ofTheSea = [
    CommandSpec(
      "sea", [.repeated("WORD")],
      [
        OptionSpec("--industry", "I"), OptionSpec("--released-from", "D"), OptionSpec("--released-to", "D"),
        OptionSpec("--former-department", "D"), OptionSpec("--former-holder", "NAME"),
        OptionSpec("--place", "P"), OptionSpec("--tag", "T", .repeated),
        OptionSpec("--intent", "L", .optional, .levels),
        OptionSpec("--limit", "N"), OptionSpec("--after", "CURSOR"),
      ], run: sea)
  ]

  static let ofTheHouse = [
    CommandSpec("searches", [], [OptionSpec("--limit", "N")], run: searches),
    CommandSpec("audit", [.optional("CUSTOMER")], [OptionSpec("--limit", "N")], run: audit),
  ]

  private static func mine(_ call: Invocation) throws -> Reply {
    let session = try call.session()
    let now = call.now
    let limit = try call.arguments.count("--limit", in: 1...100_000)
    let view = try LibraryView.read(
      of: call.arguments.value("--of"), by: session.actor.id, at: now, in: session.house)
    // R11.8: those for whom nothing is planned.
    let fitting = call.arguments.has("--without-plan") ? view.rows.filter { $0.next == nil } : view.rows
    let all = try tagged(fitting, session, call)
    let rows = all.prefix(limit ?? all.count)
    var reply = try LibraryReply.list(rows, session, call, whenEmpty: "mine.empty")
    let left = all.count - rows.count
    if left > 0 { reply.footnote = call.words("mine.more", ["count": String(left)]) }
    return reply
  }

  /// Those that have all tags that are asked for; a part of a tag's name is enough.
  private static func tagged(
    _ rows: [LibraryRow], _ session: Session, _ call: Invocation
  ) throws -> [LibraryRow] {
    let fold = session.house.rules.tables.folding.folded
    let wanted = call.arguments.all("--tag").map(fold)
    if wanted.isEmpty { return rows }
    let tags = try LibraryView.tags(
      of: call.arguments.value("--of"), by: session.actor.id, in: session.house)
    return rows.filter { row in
      wanted.allSatisfy { wanted in tags[row.id]?.contains { $0.contains(wanted) } ?? false }
    }
  }

  private static func sea(_ call: Invocation) throws -> Reply {
    let session = try call.session()
    try SettleDue().perform(at: call.now, in: session.house)
    let query = try seaQuery(call, session)
    let now = call.now
    let view = try SeaView.read(query, by: session.actor.id, in: session.house)
    if query.numberKey != nil {
      try NoteNumberSearch().perform(by: session.actor.id, at: now, in: session.house)
    }
    let items = try view.rows.map { row in
      let numbers = try Reading.numbers(
        of: row.id, by: session.actor.id, at: call.now, in: session.house)
      return Reply.Item(
        json: .object(json(row, numbers, call)),
        row: [
          row.id.code, row.name, row.intent, call.wording.due(row.releasedAt, at: now),
          row.formerHolder ?? "-",
          row.masked,
        ])
    }
    var reply = Reply(
      list: items, under: call.heading("code", "name", "level", "released", "former", "number"),
      whenEmpty: call.words["sea.empty"])
    if let next = view.next { reply.footnote = call.words("sea.more", ["cursor": next.text]) }
    return reply
  }

  private static func json(_ row: SeaRow, _ numbers: [String], _ call: Invocation) -> [String: JSONOutput] {
    [
      "code": .text(row.id.code), "id": .integer(Int(row.id.value)), "name": .text(row.name),
      "place": .text(row.place), "industry": .text(row.industry), "intent": .text(row.intent),
      "released_at": call.time(row.releasedAt), "former_holder": .text(row.formerHolder),
      "former_department": .text(row.formerDepartment), "due_at": .null, "days_left": .null,
      "numbers": .list(numbers.map { .text($0) }), "cursor": .text(row.cursor.text),
    ]
  }

  private static func seaQuery(_ call: Invocation, _ session: Session) throws -> SeaQuery {
    let arguments = call.arguments
    var query = SeaQuery(
      searching: arguments.operands.joined(separator: " "), tables: call.rules.tables)
    query.limit = try arguments.count("--limit", in: 1...100_000) ?? 50
    query.industries = arguments.value("--industry").map { [$0] } ?? []
    let policy = try session.house.rules.policy(session.actor.policy)
    query.intents = try arguments.choice("--intent", of: .levels, in: policy).map { [$0] } ?? []
    query.releasedFrom = try arguments.day("--released-from").map(call.calendar.start)
    query.releasedBefore = try arguments.day("--released-to").map(call.calendar.end)
    if let name = arguments.value("--former-department") {
      let department = try SeaView.department(named: name, by: session.actor.id, in: session.house)
      query.formers = [SeaQuery.Former(departments: [department])]
    }
    if let name = arguments.value("--former-holder") {
      let holders = try SeaView.holders(named: name, by: session.actor.id, in: session.house)
      query.formers.append(SeaQuery.Former(departments: [], holders: holders))
    }
    query.place = arguments.value("--place")
    query.tags = try arguments.all("--tag").map {
      try SeaView.tags(named: $0, by: session.actor.id, in: session.house)
    }
    if let text = arguments.value("--after") {
      guard let cursor = SeaCursor(text) else {
        throw UsageError.badValue(text, of: "--after", expected: "a cursor of the page before")
      }
      query.after = cursor
    }
    return query
  }

  private static func alerts(_ call: Invocation) throws -> Reply {
    let session = try call.session()
    let limit = try call.arguments.count("--limit", in: 1...100_000) ?? 200
    let alerts = try Reading.alerts(of: session.actor.id, limit: limit, in: session.house)
    if call.arguments.has("--seen"), let newest = alerts.first {
      try MarkAlertsSeen(upTo: newest.id).perform(
        by: session.actor.id, at: call.now, in: session.house)
    }
    let now = call.now
    let items = alerts.map { alert in
      Reply.Item(
        json: .object(json(alert, call)),
        row: [
          call.wording.moment(alert.at, at: now), call.words["alert.\(alert.kind.rawValue)"],
          alert.customer?.code ?? "-", name(of: alert, call), call.wording.due(alert.due, at: now),
        ] + remarks(alert, call))
    }
    return Reply(
      list: items, under: call.heading("at", "news", "code", "name", "due", "remark", "next"),
      whenEmpty: call.words["alerts.empty"])
  }

  /// What its sender wrote, and a next contact that lies too late.
  private static func remarks(_ alert: Alert, _ call: Invocation) -> [String] {
    let next = alert.next.map {
      call.wording.lateContact($0, isOff: alert.kind != .warned, at: call.now)
    }
    return next.map { [alert.remark, $0] } ?? (alert.remark.isEmpty ? [] : [alert.remark])
  }

  private static func json(_ alert: Alert, _ call: Invocation) -> [String: JSONOutput] {
    var fields: [String: JSONOutput] = [
      "code": .text(alert.customer?.code),
      "name": .text(alert.customerName.isEmpty ? nil : alert.customerName),
      "application": .integer(alert.application.map { Int($0.value) }),
      "kind": .text(alert.kind.rawValue), "count": .integer(alert.count),
      "at": call.time(alert.at), "due_at": call.time(alert.due), "clock": .text(alert.clock),
      "new": .bool(alert.isNew),
    ]
    if !alert.remark.isEmpty { fields["remark"] = .text(alert.remark) }
    if let next = alert.next { fields.merge(call.json(next)) { _, new in new } }
    return fields
  }

  private static func name(of alert: Alert, _ call: Invocation) -> String {
    // R8.2: at the close it is agents that are counted, else customers.
    let key =
      switch alert.kind {
      case .eveningOpen: "alert.agents"
      case .transferred, .received, .leftBehind, .moved: "alert.customers"
      default: "alert.count"
      }
    return alert.count.map { call.words(key, ["count": String($0)]) } ?? alert.customerName
  }

  private static func searches(_ call: Invocation) throws -> Reply {
    let session = try call.session()
    let hours = try Reading.numberSearches(
      limit: try call.arguments.count("--limit", in: 1...10_000_000) ?? 1000, by: session.actor.id,
      in: session.house)
    return Reply(
      list: hours.map { hour in
        Reply.Item(
          json: .object([
            "hour": call.time(hour.hour), "login": .text(hour.login), "name": .text(hour.name),
            "searches": .integer(hour.searches),
          ]),
          row: [call.wording.moment(hour.hour, at: call.now), hour.name, String(hour.searches)])
      }, under: call.heading("hour", "person", "searches"), whenEmpty: call.words["searches.empty"])
  }

  private static func audit(_ call: Invocation) throws -> Reply {
    let customer = call.arguments.operand(0) == nil ? nil : try call.customer()
    let session = try call.session()
    let events = try Reading.audit(
      of: customer, limit: try call.arguments.count("--limit", in: 1...10_000_000) ?? 1000,
      by: session.actor.id, in: session.house)
    let policy = try session.house.rules.policy(session.actor.policy)
    return Reply(
      list: events.map { AuditReply.item($0, call, policy) },
      under: call.heading("at", "who", "act", "code", "origin", "detail"),
      whenEmpty: call.words["audit.empty"])
  }
}
