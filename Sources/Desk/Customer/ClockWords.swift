import Assets
import Domain
import Services
import TerminalKit

/// Says of the clocks of a customer which rules, from when, until when, and what renews it (R4.14).
struct ClockWords {
  private let context: Context
  private var words: Words { context.words }
  private var wording: Wording { context.wording }

  init(_ context: Context) {
    self.context = context
  }

  /// `30天无小计: 10-27挑入起算, 今 24:00流公海. 写一条小计续到 12-26`
  ///
  /// - Parameter columns: of what does not fit the last sentences are left out.
  func why(
    _ standing: Standing, of opportunity: Opportunity, policy: Policy, in columns: Int = .max
  ) -> String {
    var parts = [
      words(
        "why.line",
        [
          "watch": watch(standing.ruling.clock), "start": start(standing.ruling.start),
          "due": wording.due(standing.effectiveDue, at: context.now),
        ])
    ]
    if let respite = respite(standing, opportunity) { parts.append(words[respite]) }
    if let renewal = renewal(of: standing, opportunity, policy) { parts.append(renewal) }
    while parts.count > 1, TextWidth.of(parts.joined(separator: " ")) > columns { parts.removeLast() }
    return parts.joined(separator: " ")
  }

  /// The key of what it is put off by (R4.6); nil where a clock alone rules.
  private func respite(_ standing: Standing, _ opportunity: Opportunity) -> String? {
    guard standing.effectiveDue > standing.ruling.due else {
      return opportunity.extendedTo == standing.ruling.due ? "why.extended" : nil
    }
    switch standing.effectiveDue {
    case opportunity.askedUntil: return "why.asked"
    case opportunity.heldUntil: return "why.held"
    default: return "why.grace"
    }
  }

  /// `30天无小计`
  func watch(_ clock: ClockRule) -> String {
    words("why.watch.\(clock.watches.rawValue)", ["length": length(clock.length)])
  }

  /// `10-27挑入起算`
  func start(_ start: ClockStart) -> String {
    words("why.start", ["date": date(start.at), "event": event(start.event)])
  }

  /// How a holding ended: `60天无上门流出`, `开出: 没有需求`
  func end(_ reason: EndReason) -> String {
    switch reason {
    case .released(let reason):
      let title = context.policy.releaseReasons[reason].map(wording.title) ?? reason.rawValue
      return words("sea.ended.released", ["reason": title])
    case .merged: return words["end.merged"]
    case .transferred: return words["end.transferred"]
    case .handedOver: return words["end.handed_over"]
    case .pairSigned: return words["end.pair_signed"]
    case .lost(let reason): return "\(words["end.lost"]): \(words["lost_reason.\(reason.rawValue)"])"
    case .voided, .deactivated: return words["end.\(reason.code)"]
    case .flowedBack(let clocks):
      let watches = clocks.compactMap { context.policy.clock($0) }.map(watch)
      return words("sea.ended.flowed_back", ["clocks": watches.joined(separator: ", ")])
    }
  }

  func event(_ event: ClockStart.Event) -> String {
    switch event {
    case .entry(let wayIn): words["way_in.\(wayIn.rawValue)"]
    case .note: words["why.event.note"]
    case .visit: words["why.event.visit"]
    }
  }

  func length(_ length: ClockLength) -> String {
    switch length {
    case .days(let count): words("length.days", ["count": String(count)])
    case .deskDays(let count): words("length.desk_days", ["count": String(count)])
    case .months(let count): words("length.months", ["count": String(count)])
    }
  }

  func date(_ moment: Instant) -> String {
    wording.date(context.calendar.day(of: moment), today: context.today)
  }

  /// The date a due moment belongs to: 24:00 is the end of its day.
  func dueDate(_ due: Instant) -> String {
    wording.date(context.calendar.dueDay(of: due), today: context.today)
  }

  /// What doing now what the ruling clock waits for would make of the due; nil where that changes nothing.
  private func renewal(of standing: Standing, _ opportunity: Opportunity, _ policy: Policy) -> String? {
    guard standing.ruling.clock.repeats else { return nil }
    let renewals: Renewals = standing.ruling.clock.watches == .visit ? [.note, .visit] : .note
    let after = expectedDue(of: opportunity, renewals, policy)
    guard let after, after > standing.effectiveDue else { return nil }
    return words(
      "why.renewal.\(standing.ruling.clock.watches.rawValue)", ["date": dueDate(after)])
  }

  /// The effective due if this were renewed now.
  func expectedDue(of opportunity: Opportunity, _ renewals: Renewals, _ policy: Policy) -> Instant? {
    let renewed = opportunity.renewed(by: NoteID(0), at: context.now, renewals: renewals, triesInRow: 0)
    return policy.standing(of: renewed, warnings: [], in: context.calendar)?.effectiveDue
  }
}
