import Domain
import TestSupport
import XCTest

/// One opportunity without a base: what a policy makes of what happens to it.
struct Life {
  let policy: Policy
  let calendar: HouseCalendar
  private(set) var opportunity: Opportunity
  private(set) var warnings: [Warning] = []
  private var notes: Int64 = 0

  init(_ policy: Policy? = nil, wayIn: WayIn = .picked, entered: String) throws {
    let policy = try policy ?? Policy.channel()
    self.policy = policy
    calendar = .shipped(for: policy)
    opportunity = Opportunity(
      id: OpportunityID(1), customer: CustomerID(1), holder: PersonID(1), policy: policy.name, wayIn: wayIn,
      enteredAt: try calendar.time(entered))
  }

  /// A note of the holder; what it renews is the policy's affair.
  @discardableResult
  mutating func note(_ at: String, _ outcome: Outcome = .connected, kind: NoteKind = .call) throws -> Renewals
  {
    try write(NoteEntry(kind: kind, outcome: outcome, text: "要报价"), at)
  }

  @discardableResult
  mutating func visit(_ at: String, place: String = "客户公司", met: String = "钱先生", text: String = "看了样品")
    throws -> Renewals
  {
    try write(NoteEntry(kind: .visit, outcome: .connected, text: text, place: place, met: met), at)
  }

  @discardableResult
  mutating func write(_ entry: NoteEntry, _ at: String) throws -> Renewals {
    notes += 1
    let renewals = policy.notes.renewals(by: entry, triesInRow: opportunity.triesInRow)
    let tries = policy.notes.triesInRow(after: entry, before: opportunity.triesInRow)
    opportunity = opportunity.renewed(
      by: NoteID(notes), at: try calendar.time(at), renewals: renewals, triesInRow: tries)
    return renewals
  }

  /// What one look of the engine did: `warned 7`, `released`, or nothing.
  mutating func tick(_ at: String) throws -> String {
    let now = try calendar.time(at)
    var done: [String] = []
    if let warning = try standing.warningDue(at: now) {
      warnings.append(warning)
      done.append("warned \(warning.level)")
    }
    if try standing.isOver(at: now) { done.append("released") }
    return done.joined(separator: ", ")
  }

  var standing: Standing {
    get throws {
      try XCTUnwrap(policy.standing(of: opportunity, warnings: warnings, in: calendar))
    }
  }

  /// `2026-12-26 24:00`
  var due: String { get throws { calendar.dueText(try standing.effectiveDue) } }

  /// Every running clock with its due, the ruling one first: `note 2026-12-26 24:00`.
  var clocks: [String] {
    get throws {
      try standing.deadlines.map { "\($0.clock.name) \(calendar.dueText($0.due))" }
    }
  }

  /// When each warning still to come fires: `7 2026-12-19 00:00`.
  var warningsAhead: [String] {
    get throws {
      try standing.warningsAhead.map { "\($0.level) \(text($0.at))" }
    }
  }

  func text(_ moment: Instant) -> String {
    let minute = calendar.minuteOfDay(moment)
    return "\(calendar.day(of: moment).iso) \(padded(minute / 60, to: 2)):\(padded(minute % 60, to: 2))"
  }
}
