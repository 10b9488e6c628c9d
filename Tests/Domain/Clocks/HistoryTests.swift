import Domain
import TestSupport
import XCTest

/// Random histories of one opportunity: the program and the model, which was written from the rules alone, agree on
/// every due, every warning and every end (R4.4-R4.7, R4.9, R4.12).
final class HistoryTests: XCTestCase {
  private static let histories: UInt64 = 10_000
  private static let steps = 12

  func testTheProgramAgreesWithTheModel() throws {
    let seed = ProcessInfo.processInfo.environment["TIDELINE_SEED"].flatMap(UInt64.init) ?? 20_260_101
    print("HistoryTests: \(HistoryTests.histories) histories from seed \(seed); TIDELINE_SEED takes another")
    let calendar = ModelCalendar()
    let policies = try ModelRules.variants.map { ($0, try $0.policy) }
    var (ended, graced) = (0, 0)
    for history in 0..<HistoryTests.histories {
      var dice = Dice(seed: seed &+ history)
      let (rules, policy) = policies[Int(history) % policies.count]
      var pair = Pair(policy, ModelOpportunity(rules, calendar, entered: dice.beginning(calendar)))
      for _ in 0..<HistoryTests.steps where pair.model.end == nil { pair.step(&dice) }
      if let difference = pair.difference {
        return XCTFail("seed \(seed &+ history): \(difference)\n\(pair.story)")
      }
      if let fault = pair.fault { return XCTFail("seed \(seed &+ history): \(fault)") }
      if pair.model.end != nil { ended += 1 }
      if let end = pair.model.end, pair.model.clocks.first.map({ $0.due < end.at }) ?? false { graced += 1 }
    }
    XCTAssertGreaterThan(ended, 3000, "enough of them came to an end")
    XCTAssertGreaterThan(graced, 300, "enough of them by grace")
  }
}

/// One opportunity in the program and in the model.
private struct Pair {
  private let policy: Policy
  private let calendar: HouseCalendar
  private var opportunity: Opportunity
  private var warnings: [Warning] = []
  private var end: (at: Instant, reasons: [String])?
  private(set) var model: ModelOpportunity
  private var now: Int
  private var log: [(at: Int, what: String)] = []
  private(set) var difference: String?

  init(_ policy: Policy, _ model: ModelOpportunity) {
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
  var story: String {
    log.map { "\(calendar.iso8601(instant($0.at))) \($0.what)" }.joined(separator: "\n")
  }

  mutating func step(_ dice: inout Dice) {
    now = dice.moment(after: now, edges: model.edges, model.calendar)
    look()
    guard model.end == nil, difference == nil else { return }
    switch dice.roll(1...10) {
    case ...3: note(.contact, NoteEntry(outcome: .connected))
    case 4: note(.visit, NoteEntry(kind: .visit, outcome: .refused, text: "x", place: "x", met: "x"))
    case 5: note(.attempt, NoteEntry(outcome: .noAnswer))
    case 6: note(.wrongNumber, NoteEntry(outcome: .deadNumber))
    default: break
    }
  }

  /// The engine comes by, or somebody acts on the customer.
  private mutating func look() {
    let standing = policy.standing(of: opportunity, warnings: warnings, in: calendar)
    if let warning = standing?.warningDue(at: instant(now)) { warnings.append(warning) }
    let settled = policy.standing(of: opportunity, warnings: warnings, in: calendar)
    if let settled, settled.isOver(at: instant(now)) { end = (settled.effectiveDue, settled.rulingClocks) }
    model.look(at: now)
    log.append((now, "look"))
    compare()
  }

  private mutating func note(_ kind: ModelOpportunity.Note, _ entry: NoteEntry) {
    let renewals = policy.notes.renewals(by: entry, triesInRow: opportunity.triesInRow)
    let tries = policy.notes.triesInRow(after: entry, before: opportunity.triesInRow)
    opportunity = opportunity.renewed(
      by: NoteID(Int64(model.notes.count + 1)), at: instant(now), renewals: renewals, triesInRow: tries)
    model.notes.append((now, kind))
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
      Warning(clock: $0.clock, periodStart: instant($0.start), level: $0.level, at: instant($0.at))
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
  var fault: String? {
    let (house, first) = (model.calendar, model.clocks.first)
    guard let end = model.end, let due = first?.due else { return nil }
    let said = model.warnings.filter { $0.clock == first?.name && $0.start == first?.start }
    guard let warned = said.map(\.at).min() else { return "released unwarned" }
    if end.at < due { return "released early" }
    if end.at > now { return "released before its moment" }
    if Set(said.map(\.level)).count != said.count { return "warned twice of one level" }
    let deskDayEnds = house.start(ofDay: house.deskDay(after: house.day(warned)) + 1)
    let isInTime = house.deskTime(from: warned, to: end.at) >= 8 * 3600
    return isInTime || end.at >= deskDayEnds ? nil : "released with too little notice"
  }
}
