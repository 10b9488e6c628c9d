import Assets
import Domain
import Services

/// What happened to a customer, line by line.
struct TimelineReply {
  private let call: Invocation
  /// Whose titles the texts use.
  private let policy: Policy

  init(_ call: Invocation, _ policy: Policy) {
    self.call = call
    self.policy = policy
  }

  func json(_ entry: TimelineEntry) -> JSONOutput {
    var fields: [String: JSONOutput] = [
      "at": call.time(entry.at), "who": .text(entry.who?.name), "department": .text(entry.who?.department),
    ]
    fields.merge(facts(entry.kind)) { first, _ in first }
    return .object(fields)
  }

  private func facts(_ kind: TimelineEntry.Kind) -> [String: JSONOutput] {
    switch kind {
    case .note(let note):
      [
        "event": .text("note"), "kind": .text(note.kind.rawValue), "outcome": .text(note.outcome.rawValue),
        "text": .text(note.saying), "first_text": .text(note.corrected == nil ? nil : note.text),
        "contact_at": call.time(note.contactAt), "ended_at": call.time(note.endedAt), "met": .text(note.met),
        "number": .text(note.number), "cost": .text(note.cost?.text),
        "place": .text(note.place), "next_contact_at": call.time(note.nextContact),
        "agreed": .bool(note.next?.isAgreed ?? false), "purpose": call.json(note.next)["purpose"] ?? .null,
        "intent": .text(note.intent),
        "taken_back_at": call.time(note.takenBackAt), "note": .integer(Int(note.id.value)),
      ]
    case .migrated(let history):
      [
        "event": .text("migrated"), "entered": .text(history.entered?.iso),
        "last_contact": .text(history.lastContact?.iso),
      ]
    case .cameIn(let wayIn): ["event": .text(wayIn.rawValue)]
    case .ended(let reason):
      [
        "event": .text(TimelineReply.event(reason)), "reason": .text(reason.code),
        "clocks": .list(TimelineReply.clocks(reason)),
      ]
    case .order(let order):
      [
        "event": .text("order"), "order": .integer(Int(order.id.value)),
        "state":
          .text(order.state(at: call.now).rawValue),
        "amount": .text(order.amount.text), "contract_name": .text(order.contract.text),
      ]
    case .warned(let warning):
      ["event": .text("warned"), "clock": .text(warning.clock), "level": .integer(warning.level)]
    case .changed(let event): TimelineReply.facts(event)
    }
  }

  static func facts(_ event: CustomerEvent) -> [String: JSONOutput] {
    let changes = event.changes.map { change in
      JSONOutput.object([
        "field": .text(change.field), "before": .text(change.before), "after": .text(change.after),
      ])
    }
    return [
      "event": .text(event.act.rawValue), "text": .text(event.text), "other": .text(event.other?.code),
      "changes": .list(changes),
    ]
  }

  static func event(_ reason: EndReason) -> String {
    switch reason {
    case .flowedBack, .merged, .transferred, .handedOver, .voided, .deactivated: reason.code
    case .released, .pairSigned: "released"
    case .lost: "lost"
    }
  }

  static func clocks(_ reason: EndReason) -> [JSONOutput] {
    if case .flowedBack(let clocks) = reason { return clocks.map { .text($0) } }
    return []
  }

  func text(_ entry: TimelineEntry) -> String {
    let when = call.wording.moment(entry.at, at: call.now)
    return [when, entry.who?.name ?? call.words["system"], what(entry.kind)].joined(separator: "  ")
  }

  private func what(_ kind: TimelineEntry.Kind) -> String {
    switch kind {
    case .note(let note): text(note)
    case .migrated(let history): "\(call.words["timeline.migrated"]): \(call.wording.dates(of: history))"
    case .cameIn(let wayIn): call.words["way_in.\(wayIn.rawValue)"]
    case .ended(let reason): text(reason)
    case .changed(let event): EventWording(call.wording, at: call.now).line(of: event)
    case .order(let order):
      "\(call.words["timeline.order"])  \(call.wording.line(of: order, at: call.now))"
    case .warned(let warning): call.words("timeline.warned_level", ["days": String(warning.level)])
    }
  }

  /// Why somebody no longer holds it: `开出 (没有需求)`
  func text(_ reason: EndReason) -> String {
    switch reason {
    case .released(let reason):
      return "\(call.words["end.released"]) (\(title(policy.releaseReasons[reason]) ?? reason.rawValue))"
    case .flowedBack(let clocks):
      let titles = clocks.map { title(policy.clock($0)?.title) ?? $0 }
      return "\(call.words["end.flowed_back"]) (\(titles.joined(separator: ", ")))"
    case .merged: return call.words["end.merged"]
    case .transferred: return call.words["end.transferred"]
    case .handedOver: return call.words["end.handed_over"]
    case .pairSigned: return call.words["end.pair_signed"]
    case .lost(let reason):
      return "\(call.words["end.lost"]) (\(call.words["lost_reason.\(reason.rawValue)"]))"
    case .voided, .deactivated: return call.words["end.\(reason.code)"]
    }
  }

  private func text(_ note: RecordedNote) -> String {
    let kind = title(policy.notes.kinds[note.kind]) ?? note.kind.rawValue
    let outcome = title(policy.notes.outcome(note.outcome)?.title) ?? note.outcome.rawValue
    let text = note.saying.replacing("\n", with: " ")
    let parts = [
      "\(kind)/\(outcome)", text, note.next.map { call.wording.text(of: $0, at: call.now) } ?? "",
      note.corrected == nil ? "" : call.words["timeline.corrected"],
      note.takenBackAt == nil ? "" : call.words["timeline.taken_back"],
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: "  ")
  }

  private func title(_ title: Title?) -> String? {
    title.map(call.wording.title)
  }
}
