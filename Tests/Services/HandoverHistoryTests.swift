import Domain
import HouseFixtures
import Services
import Storage
import TestSupport
import XCTest

/// Random histories of handovers among picks, notes and releases: whatever was done, no customer has two holders, no library
/// more than it has room for, and no plan is lost (R2.6, R3.4).
final class HandoverHistoryTests: XCTestCase {
  func testRandomHistories() throws {
    for seed in 1...12 {
      let history = try HandoverHistory(seed: UInt64(seed))
      for _ in 0..<40 {
        try history.step()
        if let fault = try history.fault() { return XCTFail("seed \(seed): \(fault)\n\(history.story)") }
      }
      XCTAssertGreaterThan(history.moved, 0, "seed \(seed)")
    }
  }
}

private final class HandoverHistory {
  private static let capacity = 4
  private let house: TestHouse
  private let dump: BaseDump
  private let people: [PersonID]
  private var dice: Dice
  private(set) var moved = 0
  private var log: [String] = []

  var story: String { log.joined(separator: "\n") }

  init(seed: UInt64) throws {
    house = try TestHouse()
    dump = try BaseDump(house.path)
    dice = Dice(seed: seed)
    people = try house.agents(["a", "b", "c"], in: "一部", capacity: HandoverHistory.capacity)
    for _ in 0..<9 { try house.customer(in: .sea) }
  }

  func step() throws {
    house.pass(days: dice.happens(10) ? 6 : 0, minutes: dice.roll(1...300))
    if dice.happens(30) { try house.tick() }
    guard let person = dice.one(of: people), let other = dice.one(of: people) else { return }
    let customer = CustomerID(Int64(dice.roll(1...9)))
    let (house, now) = (house.house, house.now)
    switch dice.roll(1...10) {
    case ...3: try attempt("pick") { try PickCustomer(customer).perform(by: person, at: now, in: house) }
    case 4:
      try attempt("note") {
        try WriteNote(NoteEntry(outcome: .connected), on: customer).perform(by: person, at: now, in: house)
      }
    case 5:
      try attempt("plan") {
        try PlanContact(now + 90_000, with: customer).perform(by: person, at: now, in: house)
      }
    case 6:
      try attempt("release") {
        try ReleaseCustomer(customer, reason: .noNeed).perform(by: person, at: now, in: house)
      }
    case 7:
      try attempt("transfer") {
        try TransferCustomer(customer, to: other).perform(by: self.house.id(.manager), at: now, in: house)
      }
    case 8: try attempt("undo") { try self.undo() }
    default: try attempt("handover") { try self.handOver(person, other) }
    }
  }

  private func attempt(_ what: String, _ act: () throws -> Void) throws {
    do {
      try act()
      log.append("\(house.now.seconds) \(what)")
    } catch let refusal as Refusal {
      log.append("\(house.now.seconds) \(what): \(refusal.code)")
    }
  }

  private func undo() throws {
    _ = try UndoLast().perform(by: house.id(.manager), at: house.now, in: house.house)
  }

  /// What was planned with a customer goes with it, and comes back with it.
  private func handOver(_ giver: PersonID, _ receiver: PersonID) throws {
    let target: HandoverTarget =
      switch dice.roll(1...4) {
      case 1: .sea
      case 2: .department(try house.department("一部"))
      default: .person(receiver)
      }
    let before = try plans()
    let outcome = try HandOver(.person(giver), to: target).perform(
      by: house.id(.manager), at: house.now, in: house.house)
    moved += outcome.moved.count
    let after = try plans()
    for gone in outcome.moved where gone.receiver != nil {
      XCTAssertEqual(after[gone.customer]?.plan, before[gone.customer]?.plan, "a plan is lost\n\(story)")
      XCTAssertEqual(after[gone.customer]?.holder, gone.receiver?.id, story)
    }
    guard dice.happens(40) else { return }
    try undo()
    for gone in outcome.moved {
      XCTAssertEqual(try plans()[gone.customer]?.plan, before[gone.customer]?.plan, "not as it was\n\(story)")
      XCTAssertEqual(try plans()[gone.customer]?.holder, giver, story)
    }
  }

  private func plans() throws -> [CustomerID: (holder: PersonID?, plan: Instant?)] {
    let rows = try house.store().connection.query("SELECT id, owner, next_contact FROM customer") {
      (
        $0.id(0, as: CustomerID.self),
        (holder: $0.optionalID(1, as: PersonID.self), plan: $0.optionalInstant(2))
      )
    }
    return Dictionary(rows) { first, _ in first }
  }

  func fault() throws -> String? {
    let twice = try dump.values(
      "SELECT customer FROM opportunity WHERE ended_at IS NULL GROUP BY 1 HAVING count(*) > 1")
    if !twice.isEmpty { return "held twice: \(twice)" }
    let apart = try dump.values(
      """
      SELECT c.id FROM customer c LEFT JOIN opportunity o ON o.customer = c.id AND o.ended_at IS NULL
      WHERE c.owner IS NOT o.holder OR c.opportunity IS NOT o.id OR (c.owner IS NULL) <> (c.state = 'unassigned')
      """)
    if !apart.isEmpty { return "customer and opportunity say different things: \(apart)" }
    let overfull = try dump.values(
      """
      SELECT owner FROM customer
      WHERE owner IN (\(people.map { String($0.value) }.joined(separator: ","))) AND (flow_back_at > \(house.now.seconds) OR warned_at IS NULL)
      GROUP BY 1 HAVING count(*) > \(HandoverHistory.capacity)
      """
    )
    return overfull.isEmpty ? nil : "more than there is room for: \(overfull)"
  }
}
