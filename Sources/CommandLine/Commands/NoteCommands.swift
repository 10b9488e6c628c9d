import Domain
import Services

/// Notes and what comes next.
enum NoteCommands {
  static let all = [
    CommandSpec(
      "note", [.required("CUSTOMER")],
      [
        OptionSpec("--kind", "K", .required, .kinds), OptionSpec("--outcome", "O", .required, .outcomes),
        OptionSpec("--text", "T", .required), OptionSpec("--next", "WHEN"), OptionSpec("--purpose", "W"),
        OptionSpec("--intent", "L", .optional, .levels), OptionSpec("--stage", "N"),
        OptionSpec("--at", "TIME"), OptionSpec("--start", "TIME"), OptionSpec("--end", "TIME"),
        OptionSpec("--place", "P"), OptionSpec("--met", "WHO"), OptionSpec("--contact", "WHO"),
        OptionSpec("--number", "N"), OptionSpec("--cost", "YUAN"),
      ], run: note),
    CommandSpec(
      "note correct", [.required("NOTE")], [OptionSpec("--text", "T", .required)], run: correct),
    CommandSpec(
      "plan", [.customers, .required("WHEN|none")],
      [OptionSpec("--purpose", "W"), OptionSpec("--agreed"), OptionSpec("--ours")], run: plan),
    CommandSpec("draft list", run: drafts),
  ]

  private static func note(_ call: Invocation) throws -> Reply {
    let arguments = call.arguments
    guard let kind = try arguments.word("--kind", as: NoteKind.self) else {
      throw UsageError.missing("--kind")
    }
    guard let outcome = try arguments.word("--outcome", as: Outcome.self) else {
      throw UsageError.missing("--outcome")
    }
    let stage = try arguments.count("--stage", in: 1...99)
    let id = try call.customer()
    let session = try call.session()
    let policy = try session.house.rules.policy(session.actor.policy)
    let entry = NoteEntry(
      kind: kind, outcome: outcome, text: arguments.value("--text") ?? "",
      contactAt: try either("--at", "--start", arguments).map { try contactTime($0, "at", call) },
      endedAt: try arguments.value("--end").map { try contactTime($0, "end", call) },
      cost: try arguments.value("--cost").map(amount), place: arguments.value("--place") ?? "",
      met: try either("--met", "--contact", arguments) ?? "",
      intent: try arguments.choice("--intent", of: .levels, in: policy), stage: stage,
      nextContact: try arguments.value("--next").map { try moment($0, session, call) },
      purpose: arguments.value("--purpose") ?? "",
      number: arguments.value("--number").map { $0.filter(\.isWholeNumber) })
    let written = try WriteNote(entry, on: id, draft: draft(arguments)).perform(
      by: session.actor.id, at: call.now, in: session.house)
    return reply(written, entry, id, call)
  }

  /// The note as it was typed, in the form in which the screens keep drafts, should the customer be gone (R4.6).
  private static func draft(_ arguments: ParsedArguments) -> String {
    func typed(_ option: String) -> String { arguments.value(option) ?? "" }
    var draft = NoteDraft()
    draft.outcome = arguments.value("--outcome")
    draft.kind = typed("--kind")
    draft.text = typed("--text")
    draft.next = [typed("--next"), typed("--purpose")].filter { !$0.isEmpty }.joined(separator: " ")
    (draft.intent, draft.stage) = (typed("--intent"), typed("--stage"))
    (draft.met, draft.place) = (typed("--met"), typed("--place"))
    return draft.json
  }

  private static func reply(
    _ written: WriteNote.Written, _ entry: NoteEntry, _ id: CustomerID, _ call: Invocation
  ) -> Reply {
    let now = call.now
    let due = written.dueAfter.map { call.wording.due($0, at: now) } ?? "-"
    // R6.3: the outcome alone signs nothing.
    let hint = entry.outcome == .signed ? "\n" + call.words("note.signed.hint", ["code": id.code]) : ""
    let facts: [String: JSONOutput] = [
      "code": .text(id.code), "note": .integer(Int(written.note.value)),
      "renews": .list(renewed(written.renewals).map { .text($0) }),
      "due_before": call.time(written.dueBefore), "due_at": call.time(written.dueAfter),
      "clock": .text(written.clock), "beyond_due": .bool(isBeyond(written.next, written.dueAfter)),
    ]
    return Reply(
      facts.merging(call.json(written.next)) { $1 },
      text: call.words(
        written.renewals.isEmpty ? "note.done.no_renewal" : "note.done", ["code": id.code, "due": due])
        + warning(written.next, written.dueAfter, call) + hint)
  }

  private static func renewed(_ renewals: Renewals) -> [String] {
    (renewals.contains(.note) ? ["note"] : []) + (renewals.contains(.visit) ? ["visit"] : [])
  }

  /// Two names of one thing: an agent thinks of a start where there is an end, and of a contact where he has met one.
  private static func either(
    _ one: String, _ other: String, _ arguments: ParsedArguments
  ) throws(UsageError) -> String? {
    if arguments.has(one) && arguments.has(other) { throw .twice("\(one)|\(other)") }
    return arguments.value(one) ?? arguments.value(other)
  }

  private static func contactTime(_ text: String, _ field: String, _ call: Invocation) throws -> Instant {
    guard let moment = call.calendar.moment(iso8601: text) else {
      throw Refusal.invalidField(field, .unreadable)
    }
    return moment
  }

  static func amount(_ text: String) throws -> Amount {
    guard let amount = Amount(text) else { throw Refusal.invalidField("amount", .unreadable) }
    return amount
  }

  private static func correct(_ call: Invocation) throws -> Reply {
    let text = call.arguments.operand(0) ?? ""
    guard let number = decimal(text), number > 0 else { throw Refusal.unknownNote(text) }
    let session = try call.session()
    let customer = try CorrectNote(NoteID(Int64(number)), text: call.arguments.value("--text") ?? "").perform(
      by: session.actor.id, at: call.now, in: session.house)
    return Reply(
      ["code": .text(customer.code), "note": .integer(Int(number))],
      text: call.words("note.corrected", ["code": customer.code]))
  }

  /// One's own half-typed notes (R6.4), the last written first.
  private static func drafts(_ call: Invocation) throws -> Reply {
    let session = try call.session()
    let drafts = try Reading.drafts(of: session.actor.id, in: session.house)
    return Reply(
      list: drafts.map { draft in
        let typed = draft.note ?? NoteDraft()
        return Reply.Item(
          json: .object([
            "code": .text(draft.customer.code), "name": .text(draft.customerName),
            "outcome": .text(typed.outcome), "kind": .text(typed.kind), "text": .text(typed.text),
            "next": .text(typed.next), "number": .text(typed.number),
            "on_call_since": call.time(typed.onCallSince), "started_at": call.time(draft.startedAt),
            "saved_at": call.time(draft.savedAt),
          ]),
          row: [
            draft.customer.code, draft.customerName, call.wording.short(draft.savedAt, at: call.now),
            Reply.inOneLine(typed.text),
          ])
      }, under: call.heading("code", "name", "saved", "text"), whenEmpty: call.words["draft.none"])
  }

  private static func plan(_ call: Invocation) throws -> Reply {
    let text = call.arguments.operand(1) ?? ""
    let (session, customers) = (try call.session(), try call.customers())
    if call.arguments.has("--agreed") && call.arguments.has("--ours") {
      throw UsageError.twice("--agreed|--ours")
    }
    let moments = text == "none" ? [] : try resolved(text, session, call).moments(customers.typed.count)
    return try call.onEach(customers) { id, place in
      try plan(moments.isEmpty ? nil : moments[place], with: id, session, call)
    }
  }

  private static func plan(
    _ next: Instant?, with id: CustomerID, _ session: Session, _ call: Invocation
  ) throws -> Reply {
    let isAgreed = call.arguments.has("--agreed") ? true : call.arguments.has("--ours") ? false : nil
    let planned = try PlanContact(
      next, isAgreed: isAgreed, purpose: call.arguments.value("--purpose"), with: id
    ).perform(by: session.actor.id, at: call.now, in: session.house)
    let shown = planned.next.map { call.wording.text(of: $0, at: call.now) }
    let facts: [String: JSONOutput] = [
      "code": .text(id.code), "due_at": call.time(planned.due),
      "beyond_due": .bool(isBeyond(planned.next, planned.due)),
    ]
    return Reply(
      facts.merging(call.json(planned.next)) { $1 },
      text: call.words(shown == nil ? "plan.none" : "plan.done", ["code": id.code, "next": shown ?? ""])
        + warning(planned.next, planned.due, call))
  }

  /// R6.2: a next contact at or after the effective due comes too late.
  private static func isBeyond(_ next: NextContact?, _ due: Instant?) -> Bool {
    guard let next, let due else { return false }
    return next.at >= due
  }

  private static func warning(_ next: NextContact?, _ due: Instant?, _ call: Invocation) -> String {
    guard isBeyond(next, due), let due else { return "" }
    return "\n" + call.words("plan.beyond_due", ["due": call.wording.due(due, at: call.now)])
  }

  /// The next contact as it was typed (R6.2), by the policy of the person's department.
  static func moment(_ text: String, _ session: Session, _ call: Invocation) throws -> Instant {
    try resolved(text, session, call).moment
  }

  private static func resolved(
    _ text: String, _ session: Session, _ call: Invocation
  ) throws -> WhenPhrase.Resolved {
    let policy = try session.house.rules.policy(session.actor.policy)
    let (now, calendar) = (call.now, session.house.rules.calendar)
    return try WhenPhrase.resolve(text, now: now, calendar: calendar, defaults: policy.when)
      .mapError(Refusal.nextContact).get()
  }
}
