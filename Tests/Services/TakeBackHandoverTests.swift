import Domain
import Services
import TestSupport
import XCTest

/// A handover is taken back as one act, where the customers still stand as it left them (R2.6, R3.3).
final class TakeBackHandoverTests: XCTestCase {
  private func takeBack(_ house: TestHouse, by who: TestHouse.Who = .director) throws -> HandoverOutcome? {
    try house.undo(by: who).handover
  }

  /// The same opportunities go on, with clocks, plans and list places; what was told is unsaid.
  func testEverythingIsAsItWas() throws {
    let house = try TestHouse()
    let customers = try house.customers(2, in: .library(of: .zhang)) + [house.signed(opened: "2026-11-26")]
    try house.note(customers[0], by: .zhang)
    try house.plan(customers[0], "2026-11-28 10:00")
    try house.addTomorrow(customers[0])
    try house.change(customers[1]) { $0.isInvalid = true }
    try house.customer("苏州日东精密电子有限公司", in: .library(of: .li))
    try house.apply("苏州日东精密电子中心有限公司")
    let changing: Set = ["event", "handover", "handed_customer", "handed_application", "opportunity"]
    let dump = try BaseDump(house.path)
    func state() throws -> [String] {
      try customers.map { customer in
        let view = try house.view(customer, as: .director)
        return [
          view.holder?.name, view.opportunity.map { "\($0.id.value)" }, view.customer.state.rawValue,
          view.standing.map { "\($0.effectiveDue.seconds)" }, view.customer.next.map { "\($0.at.seconds)" },
        ].map { $0 ?? "-" }.joined(separator: " ")
      } + dump.rows(of: "application")
        + dump.values("SELECT list || ' ' || customer FROM day_list_row WHERE is_held")
        + dump.values("SELECT person || kind FROM alert WHERE kind IN ('received', 'transferred')")
    }
    let before = try state()
    XCTAssertFalse(changing.isEmpty)
    for target in [HandoverTarget.person(house.id(.manager)), .sea] {
      try house.handOver(.zhang, to: target)
      house.pass(days: 1)
      let outcome = try XCTUnwrap(takeBack(house))
      XCTAssertEqual(outcome.moved.count, target == .sea ? 2 : 3)
      XCTAssertEqual(try state(), before, "\(target)")
    }
    XCTAssertEqual(
      try dump.count("opportunity", where: "ended_at IS NULL AND holder = \(house.id(.manager).value)"), 0)
    XCTAssertEqual(try house.tomorrow(of: .manager).rows.map(\.id), [])
  }

  /// What somebody has gone on with stays where it is: a note, another plan, another holder, a release.
  func testOnlyWhatStandsAsItWasLeft() throws {
    let house = try TestHouse()
    let customers = try house.customers(5, in: .library(of: .zhang))
    try house.handOver(.zhang, to: .manager)
    try house.note(customers[0], by: .manager)
    try house.plan(customers[1], "2026-11-28 10:00", by: .manager)
    try house.transfer(customers[2], to: .li, by: .director)
    try house.release(customers[3], by: .manager)
    let last = try XCTUnwrap(
      BaseDump(house.path).value("SELECT min(id) FROM handover").flatMap { Int64($0) })
    let outcome = try TakeBackHandover(HandoverID(last)).perform(
      by: house.id(.director), at: house.now, in: house.house)
    XCTAssertEqual(outcome.moved.map(\.customer), [customers[4]])
    XCTAssertEqual(outcome.left.map(\.customer), Array(customers[..<4]))
    XCTAssertEqual(outcome.left.map(\.reason), Array(repeating: .changedSince, count: 4))
    XCTAssertEqual(try house.view(customers[4], as: .zhang).holder, try house.holder(.zhang))
    XCTAssertEqual(
      try house.alerts(of: .manager).filter { $0.kind == .received && $0.customer == nil }.map(\.count), [4])
  }

  /// The receiver's own note counts, though it was he who handed over.
  func testANoteOfWhoHandedOverCountsToo() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    try house.handOver(.zhang, to: .manager, by: .manager)
    try house.note(customer, by: .manager, .noAnswer)
    let id = HandoverID(1)
    assertRefused(.changedSince) {
      _ = try TakeBackHandover(id).perform(by: house.id(.manager), at: house.now, in: house.house)
    }
  }

  /// R3.4: it needs room where it came from; R4.6: nothing comes back that has fallen due meanwhile.
  func testWhatCannotComeBackStays() throws {
    let house = try TestHouse()
    let customers = try house.customers(2, in: .library(of: .zhang))
    try house.handOver(.zhang, to: .manager)
    try ChangePerson("zhang", capacity: 1).perform(by: house.id(.admin), at: house.now, in: house.house)
    let outcome = try XCTUnwrap(takeBack(house))
    XCTAssertEqual(outcome.moved.map(\.customer), [customers[0]])
    XCTAssertEqual(outcome.left.map(\.reason), [.libraryFull(held: 1, capacity: 1)])
    let other = try TestHouse()
    let due = try other.customer(in: .library(of: .zhang))
    try other.tick(through: "2026-12-26 10:00")
    try other.handOver(.zhang, to: .manager)
    try other.set("2026-12-27 00:00")
    assertRefused(code: "flowed_back") { _ = try self.takeBack(other) }
    XCTAssertEqual(try other.view(due, as: .manager).holder, try other.holder(.manager))
  }

  /// Once, and by nobody else.
  func testItIsTakenBackOnce() throws {
    let house = try TestHouse()
    try house.customer(in: .library(of: .zhang))
    let id = try XCTUnwrap(house.handOver(.zhang, to: .manager).id)
    assertRefused(.tooLateToUndo) {
      _ = try TakeBackHandover(id).perform(by: house.id(.manager), at: house.now, in: house.house)
    }
    XCTAssertEqual(try takeBack(house)?.moved.count, 1)
    assertRefused(.tooLateToUndo) { _ = try self.takeBack(house) }
  }

  /// One customer, out of a library or out of the sea.
  func testATransferIsTakenBack() throws {
    let house = try TestHouse()
    let (held, free) = (try house.customer(in: .library(of: .zhang)), try house.customer(in: .sea))
    let opportunity = try house.view(held).opportunity?.id
    try house.transfer(held, to: .manager)
    XCTAssertEqual(try house.undo(by: .manager).handover?.moved.map { $0.receiver?.id }, [house.id(.zhang)])
    XCTAssertEqual(try house.view(held).opportunity?.id, opportunity)
    try house.transfer(free, to: .manager)
    XCTAssertEqual(try house.undo(by: .manager).handover?.moved.map(\.customer), [free])
    XCTAssertNil(try house.view(free, as: .director).holder)
    XCTAssertEqual(
      try house.alerts(of: .zhang).count + house.alerts(of: .manager).count, 0, "what was told is unsaid")
    let events = try BaseDump(house.path).values(
      "SELECT detail ->> '$.facts.undone' FROM event WHERE act = 'transfer' AND detail ->> '$.facts.undone' = 'true'"
    )
    XCTAssertEqual(events.count, 2)
  }

  /// Several that were marked are one act.
  func testMarkedOnesAreOneAct() throws {
    let house = try TestHouse()
    let held = try house.customers(2, in: .library(of: .zhang))
    let others = try house.customer(in: .library(of: .li))
    let outcome = try HandOver(
      .customers(held + [others, CustomerID(99)]), to: .person(house.id(.manager))
    ).perform(by: house.id(.manager), at: house.now, in: house.house)
    XCTAssertEqual(outcome.moved.map(\.customer), held)
    XCTAssertEqual(outcome.left.map(\.reason), [.notAllowed(.transfer), .unknownCustomer("K000099")])
    XCTAssertEqual(try house.alerts(of: .manager).map(\.count), [2])
    XCTAssertEqual(try house.undo(by: .manager).handover?.moved.map(\.customer), held)
    XCTAssertEqual(try house.library(of: .zhang).held, 2)
  }

  /// A process that dies in the middle leaves each customer whole, what it moved can be taken back, and the rest handed on.
  func testWhatWasCutShortIsTakenBackAndRunAgain() throws {
    let house = try TestHouse()
    let customers = try house.customers(2, in: .library(of: .zhang))
    try house.handOver(.zhang, to: .manager)
    // As it stands where the end never came.
    try house.store().connection.run("DELETE FROM alert")
    let third = try house.customer(in: .library(of: .zhang))
    XCTAssertEqual(try house.handOver(.zhang, to: .manager).moved.map(\.customer), [third])
    XCTAssertEqual(try takeBack(house)?.moved.map(\.customer), [third])
    XCTAssertEqual(try house.library(of: .manager).held, customers.count)
  }
}
