import Domain
import Services
import TestSupport
import XCTest

/// The last act of a person, taken back within a minute (R3.3, R3.5, R3.7, R6.5).
final class UndoTests: XCTestCase {
  // MARK: a pick

  func testAnUndonePickPutsTheCustomerBackAsItWas() throws {
    let house = try TestHouse(Policy.channel(["cool_down": 15]))
    let customer = try house.customer(in: .library(of: .li))
    try house.release(customer, by: .li)
    house.pass(minutes: 5)
    let before = try BaseDump(house.path).rows(of: "customer")
    try house.pick(customer, by: .zhang)
    house.pass(seconds: 59)
    let undone = try house.undo(by: .zhang)
    XCTAssertEqual([undone.act.rawValue, undone.customer.code], ["pick", customer.code])
    let after = try BaseDump(house.path).rows(of: "customer")
    XCTAssertEqual(after.map(withoutReleaser), before.map(withoutReleaser))
    XCTAssertNoThrow(try house.pick(customer, by: .zhang), "it leaves no cool-down")
  }

  /// R3.3, R4.17, R8.6: what was asked and handed in with it ends with it, and nothing is spent; what belongs to another
  /// customer stays.
  func testWhatWasAskedAndHandedInGoesWithAnUndonePick() throws {
    let house = try TestHouse()
    let (customer, other) = (try house.customer(in: .sea), try house.customer(in: .library(of: .zhang)))
    let kept = try house.order(other)
    try house.pick(customer, by: .zhang)
    try house.ask(customer, days: 3)
    let order = try house.order(customer)
    try house.undo(by: .zhang)
    XCTAssertEqual(try house.requests().map(\.id), [])
    try assertRefused(.wrongOrderState(.void), leaves: house) { try house.confirm(order) }
    let view = try XCTUnwrap(try house.orders(of: customer, as: .clerk).first)
    XCTAssertFalse(view.order.counts(at: house.now))
    XCTAssertEqual(try house.orders(of: other).map { $0.order.state(at: house.now) }, [.submitted])
    XCTAssertNoThrow(try house.ask(other, days: 3), "the month's extension is not spent")
    XCTAssertNoThrow(try house.confirm(kept))
  }

  /// Who released it could take it back for a minute; that is over for good.
  private func withoutReleaser(_ row: String) -> String {
    row.split(separator: " ").filter { !$0.hasPrefix("released_by=") }.joined(separator: " ")
  }

  func testItCostsNothingOfTheDay() throws {
    let house = try TestHouse(Policy.channel(["daily_picks": 1]))
    let customers = try house.customers(2, in: .sea)
    try house.pick(customers[0], by: .zhang)
    try house.undo(by: .zhang)
    XCTAssertEqual(try house.library(of: .zhang).day.picks, 0)
    XCTAssertNoThrow(try house.pick(customers[1], by: .zhang))
  }

  /// Picked, seen, undone: that counts (R3.7). Only its holder's eyes do, and it stays as free to be undone as before.
  func testItCountsOnceANumberWasSeen() throws {
    let house = try TestHouse(Policy.channel(["daily_picks": 1]))
    let customers = try house.customers(2, in: .sea)
    try house.pick(customers[0], by: .zhang)
    XCTAssertTrue(try house.view(customers[0], as: .zhang).isFirstSight)
    XCTAssertFalse(try house.view(customers[0], as: .manager).isFirstSight)
    for who in [TestHouse.Who.manager, .zhang, .zhang] {
      try NoteNumberShown(customers[0]).perform(by: house.id(who), at: house.now, in: house.house)
    }
    XCTAssertFalse(try house.view(customers[0], as: .zhang).isFirstSight, "it is noted once")
    try house.undo(by: .zhang)
    XCTAssertEqual(try house.library(of: .zhang).day.picks, 1)
    XCTAssertEqual(try house.library(of: .zhang).day.newCustomers, 0, "a new customer it is not")
    try assertRefused(.dailyLimit(picked: 1, limit: 1), leaves: house) {
      try house.pick(customers[1], by: .zhang)
    }
  }

  /// Ordinary reads write nothing: what can't be undone counts anyway.
  func testSeenLaterNothingIsWritten() throws {
    let house = try TestHouse()
    let (sea, own) = (try house.customer(in: .sea), try house.customer(in: .library(of: .zhang)))
    try house.pick(sea, by: .zhang)
    house.pass(seconds: 60)
    let before = try BaseDump(house.path).all(except: ["highest_moment"])
    for customer in [sea, own] {
      XCTAssertFalse(try house.view(customer, as: .zhang).isFirstSight)
      try NoteNumberShown(customer).perform(by: house.id(.zhang), at: house.now, in: house.house)
    }
    XCTAssertEqual(try BaseDump(house.path).all(except: ["highest_moment"]), before)
  }

  func testNotAfterAMinuteNorAfterANote() throws {
    let house = try TestHouse()
    let customers = try house.customers(2, in: .sea)
    try house.pick(customers[0], by: .zhang)
    house.pass(seconds: 60)
    try assertRefused(.tooLateToUndo, leaves: house) { try house.undo(by: .zhang) }
    try house.pick(customers[1], by: .zhang)
    try house.note(customers[1], by: .zhang)
    XCTAssertEqual(try house.undo(by: .zhang).act, .note)
    try assertRefused(.tooLateToUndo, leaves: house) { try house.undo(by: .zhang) }
  }

  func testAnEntryCantBeUndone() throws {
    let house = try TestHouse()
    try house.customer(in: .library(of: .zhang))
    try assertRefused(.tooLateToUndo, leaves: house) { try house.undo(by: .zhang) }
  }

  /// R8.6: what somebody handed in who had it before is his, and stays as it was.
  func testAnEarlierHoldersOrderStaysAsItWas() throws {
    let house = try TestHouse(at: "2026-11-10 10:00")
    let customer = try house.customer(in: .library(of: .li))
    try house.tick(through: "2026-12-10 16:00")
    try house.order(customer, by: .li)
    try house.tick(through: "2026-12-28 10:00")
    try house.pick(customer, by: .zhang)
    try house.order(customer)
    try house.undo(by: .zhang)
    XCTAssertEqual(
      try house.orders(of: customer, as: .clerk).map { $0.order.state(at: house.now) }.sorted {
        $0.rawValue < $1.rawValue
      },
      [.lapsed, .void])
  }

  // MARK: a swap

  func testAnUndoneSwapPutsBothBack() throws {
    let house = try TestHouse(Policy.channel(["capacity": 1, "cool_down": 15, "daily_picks": 1]))
    let old = try house.customer(in: .library(of: .zhang))
    let new = try house.customer(in: .sea)
    house.pass(days: 3)
    try house.note(old, by: .zhang)
    let dues = try house.dues(old)
    try house.swap(old, for: new, by: .zhang)
    house.pass(seconds: 59)
    XCTAssertEqual(try house.undo(by: .zhang).act, .swap)
    XCTAssertEqual(try house.dues(old), dues)
    XCTAssertEqual(try house.view(old).customer.state, .following)
    XCTAssertEqual(try house.view(new).customer.state, .unassigned)
    XCTAssertEqual(try house.library(of: .zhang).day.picks, 0)
    XCTAssertNoThrow(try house.swap(old, for: new, by: .zhang))
  }

  func testASwapIsUndoneWholeOrNotAtAll() throws {
    let house = try TestHouse()
    let old = try house.customer(in: .library(of: .zhang))
    let new = try house.customer(in: .sea)
    try house.tick(through: "2026-12-26T23:59:30")
    try house.swap(old, for: new, by: .zhang)
    try house.set("2026-12-27 00:00")
    try assertRefused(.flowedBack(at: house.now), leaves: house) { try house.undo(by: .zhang) }
  }

  // MARK: a release, a note

  func testAReleaseGoesOnWithItsClocks() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    house.pass(days: 2)
    try house.release(customer, by: .zhang)
    XCTAssertEqual(try house.undo(by: .zhang).act, .release)
    XCTAssertEqual(try house.due(customer), "2026-12-26 24:00")
  }

  // MARK: since then

  func testNotWhereSomebodyElseActedSince() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .sea)
    try house.pick(customer, by: .zhang)
    try house.mark(houseAccount: true, customer)
    try assertRefused(.tooLateToUndo, leaves: house) { try house.undo(by: .zhang) }

    let other = try house.customer(in: .library(of: .zhang))
    try house.note(other, by: .zhang)
    try house.mark(houseAccount: true, other)
    try assertRefused(.tooLateToUndo, leaves: house) { try house.undo(by: .zhang) }
  }

  func testNotWhereTheEngineWarnedSince() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    try house.set("2026-12-22T23:59:30")
    try house.tick()
    try house.note(customer, by: .zhang, .wrongNumber)
    try house.set("2026-12-23 00:00")
    XCTAssertEqual(try house.tick().warned, 1)
    try assertRefused(.tooLateToUndo, leaves: house) { try house.undo(by: .zhang) }
  }

  func testWhatSomebodyDidToAnotherCustomerIsNoHindrance() throws {
    let house = try TestHouse()
    let customers = try house.customers(2, in: .sea)
    try house.pick(customers[0], by: .zhang)
    try house.pick(customers[1], by: .li)
    XCTAssertEqual(try house.undo(by: .zhang).customer, customers[0])
    XCTAssertEqual(try house.undo(by: .li).customer, customers[1])
  }

  func testWithNothingDoneThereIsNothingToUndo() throws {
    let house = try TestHouse()
    try assertRefused(.tooLateToUndo, leaves: house) { try house.undo(by: .zhang) }
  }
}
