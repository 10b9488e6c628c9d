import Domain
import HouseFixtures

/// One opportunity in the program and in the model.
package struct DomainHistory {
  private var policy: Policy
  private var calendar: HouseCalendar
  private var opportunity: Opportunity
  private var warnings: [Warning] = []
  private var end: (at: Instant, reasons: [String])?
  package private(set) var model: ModelOpportunity
  private var now: Int
  private var log: [(at: Int, what: String)] = []
  package private(set) var difference: String?
  private let policies: [(ModelRules, Policy)]
  private var lastTick: Int?

  package init(_ policy: Policy, _ model: ModelOpportunity, others: [(ModelRules, Policy)]) {
    policies = others
    self.policy = policy
    self.model = model
    calendar = .shipped(for: policy)
    now = model.entered
    opportunity = Opportunity(
      id: OpportunityID(1), customer: CustomerID(1), holder: PersonID(1), policy: policy.name,
      wayIn: .entered, enteredAt: Instant(seconds: Int64(now - policy.utcOffset)))
    log.append((now, "entered"))
  }

  private func instant(_ moment: Int) -> Instant { Instant(seconds: Int64(moment - policy.utcOffset)) }

  /// The history so far, to be read by whoever has to find the fault.
  package var story: String {
    log.map { "\(calendar.iso8601(instant($0.at))) \($0.what)" }.joined(separator: "\n")
  }

  package mutating func step(_ dice: inout Dice) {
    now = dice.moment(after: now, edges: model.edges, model.calendar)
    if dice.happens(8) { lookByAWrongClock(&dice) }
    look()
    guard model.end == nil, difference == nil else { return }
    switch dice.roll(1...20) {
    case ...6: note(.contact, NoteEntry(outcome: .connected))
    case ...8: note(.visit, NoteEntry(kind: .visit, outcome: .refused, text: "x", place: "x", met: "x"))
    case ...10: note(.attempt, NoteEntry(outcome: .noAnswer))
    case ...12: note(.wrongNumber, NoteEntry(outcome: .deadNumber))
    case 13: ask(&dice)
    case 14: adoptRules(&dice)
    case 15: adoptCalendar(&dice)
    default: break
    }
  }

  /// The engine comes by, or somebody acts on the customer. After an outage the clock looks wrong until a manager says
  /// that it is right.
  private mutating func look() {
    if distrusts(now) { lastTick = now }
    lookNow()
  }

  /// R4.13: the clock of the host stands a day behind or a month ahead: nobody is warned or released by it.
  private mutating func lookByAWrongClock(_ dice: inout Dice) {
    let right = now
    now += 86_400 * (dice.happens(50) ? -1 : 30)
    if let last = lastTick, now < last - 300 || now > last + 15 * 86_400 {
      let before = (warnings, end?.at)
      if !distrusts(now) { difference = "the clock was trusted" }
      lookNow()
      if warnings != before.0 || end?.at != before.1 { difference = "something was done by a wrong clock" }
    }
    now = right
  }

  private func distrusts(_ now: Int) -> Bool {
    let last = lastTick.map { ClockReading(at: instant($0), uptime: nil, boot: "") }
    return policy.fuse.distrust(ClockReading(at: instant(now), uptime: nil, boot: ""), after: last) != nil
  }

  private mutating func lookNow() {
    log.append((now, "look"))
    if distrusts(now) { return }
    lastTick = now
    let standing = policy.standing(of: opportunity, warnings: warnings, in: calendar)
    if let warning = standing?.warningDue(at: instant(now)) { warnings.append(warning) }
    let settled = policy.standing(of: opportunity, warnings: warnings, in: calendar)
    if let settled, settled.isOver(at: instant(now)) { end = (settled.effectiveDue, settled.rulingClocks) }
    model.look(at: now)
    compare()
  }

  /// R4.8: an extension is asked for, and answered within its time or not at all.
  private mutating func ask(_ dice: inout Dice) {
    guard let due = policy.deadlines(of: opportunity, in: calendar).first?.due, opportunity.extendedTo == nil
    else { return }
    opportunity.askedUntil = calendar.endOfNextDeskDay(after: instant(now))
    model.askedUntil = model.calendar.endOfNextDeskDay(after: now)
    log.append((now, "asks for more time"))
    compare()
    guard difference == nil, dice.happens(70) else { return }
    let days = dice.roll(1...30)
    opportunity.askedUntil = instant(now)
    model.askedUntil = now
    opportunity.extendedTo = policy.releaseMoment(on: calendar.dueDay(of: due) + days, in: calendar)
    model.extend(by: days)
    log.append((now, "is granted \(days) days"))
    compare()
  }

  /// R4.15: another version of the policy comes into force.
  private mutating func adoptRules(_ dice: inout Dice) {
    guard let (rules, policy) = dice.one(of: policies) else { return }
    let before = self.policy.standing(of: opportunity, warnings: warnings, in: calendar)?.effectiveDue
    self.policy = policy
    model.adopt(rules, model.calendar, at: now)
    log.append((now, "other rules: \(rules)"))
    reckon(before: before)
  }

  /// R4.5: another table of working days.
  private mutating func adoptCalendar(_ dice: inout Dice) {
    let days = dice.workingDays(ofYearAt: model.calendar.day(now), model.calendar)
    let before = policy.standing(of: opportunity, warnings: warnings, in: calendar)?.effectiveDue
    calendar = calendar.replacing(
      Dictionary(uniqueKeysWithValues: days.map { (Day(number: $0.key), $0.value) }))
    model.adopt(model.rules, model.calendar.replacing(days), at: now)
    log.append((now, "other working days: \(days)"))
    reckon(before: before)
  }

  private mutating func reckon(before: Instant?) {
    let change = RuleChange(effectiveAt: instant(now), in: calendar)
    let after = policy.standing(of: opportunity, warnings: warnings, in: calendar)?.effectiveDue
    if let after, let hold = change.hold(due: after, before: before) {
      opportunity.heldUntil = max(opportunity.heldUntil ?? hold, hold)
    }
    compare()
  }

  private mutating func note(_ kind: ModelOpportunity.Note, _ entry: NoteEntry) {
    let renewals = policy.notes.renewals(by: entry, triesInRow: opportunity.triesInRow)
    let tries = policy.notes.triesInRow(after: entry, before: opportunity.triesInRow)
    opportunity = opportunity.renewed(
      by: NoteID(Int64(model.notes.count + 1)), at: instant(now), renewals: renewals, triesInRow: tries)
    model.note(kind, at: now)
    log.append((now, "\(kind)"))
    compare()
  }

  private mutating func compare() {
    let program = policy.standing(of: opportunity, warnings: warnings, in: calendar)
    let clocks = program?.deadlines.map { Clock($0.clock.name, $0.start.at, $0.due) } ?? []
    let expected = model.clocks.map { Clock($0.name, instant($0.start), instant($0.due)) }
    if Set(clocks) != Set(expected) || clocks.first != expected.first {
      difference = "clocks \(clocks), expected \(expected)"
    }
    let due = model.effectiveDue.map(instant)
    if program?.effectiveDue != due {
      difference = "due \(String(describing: program?.effectiveDue)), expected \(String(describing: due))"
    }
    let said = model.warnings.map {
      Warning(
        clock: $0.clock, periodStart: instant($0.start), level: $0.level, at: instant($0.at),
        putOffTo: $0.putOffTo.map(instant))
    }
    if warnings != said { difference = "warnings \(warnings), expected \(said)" }
    if end?.at != model.end.map({ instant($0.at) }) || end?.reasons != model.end?.reasons {
      difference = "end \(String(describing: end)), expected \(String(describing: model.end))"
    }
    if program?.wakesAt == nil && due != nil { difference = "the engine would never come" }
  }

  private struct Clock: Hashable {
    let name: String
    let start: Instant
    let due: Instant

    init(_ name: String, _ start: Instant, _ due: Instant) {
      (self.name, self.start, self.due) = (name, start, due)
    }
  }

  /// What must never be, told from the history itself (R4.6, R4.7).
  package var fault: String? {
    let (house, first) = (model.calendar, model.clocks.first)
    guard let end = model.end, let due = first?.due else { return nil }
    let said = model.warnings.filter { $0.clock == first?.name && $0.start == first?.start }
    guard let warned = said.map(\.at).min() else { return "released unwarned" }
    if end.at < due { return "released early" }
    if end.at > now { return "released before its moment" }
    if Set(said.map { [$0.level, $0.putOffTo ?? 0] }).count != said.count {
      return "warned twice of one level"
    }
    let deskDayEnds = house.start(ofDay: house.deskDay(after: house.day(warned)) + 1)
    let isInTime = house.deskTime(from: warned, to: end.at) >= 8 * 3600
    return isInTime || end.at >= deskDayEnds ? nil : "released with too little notice"
  }
}
