import Domain
import Services
import TestSupport
import XCTest

/// Giving a customer up, and taking that back (R3.5).
final class ReleaseTests: XCTestCase {
  func testAReleasedCustomerIsInTheSea() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    house.pass(days: 3)
    try house.release(customer, by: .zhang, reason: .competitor)
    let view = try house.view(customer, as: .li)
    XCTAssertEqual(view.customer.state, .unassigned)
    XCTAssertNil(view.holder)
    XCTAssertNil(view.standing)
    XCTAssertEqual(view.holdings.first?.endedAt, house.now)
    XCTAssertEqual(view.holdings.first?.endReason, .released(.competitor))
    let sea = try SeaView.read(SeaQuery(), by: house.id(.li), in: house.house)
    XCTAssertEqual(sea.rows.map(\.id), [customer])
    XCTAssertEqual(sea.rows.first?.formerHolder, "何小满")
    XCTAssertEqual(sea.rows.first?.formerDepartment, "一部")
  }

  func testOnlyItsHolderOrAManagerAboveHim() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    try assertRefused(.notHeld, leaves: house) { try house.release(customer, by: .li) }
    let other = try house.customer(in: .library(of: .li))
    try assertRefused(.notHeld, leaves: house) { try house.release(other, by: .manager) }
    XCTAssertNoThrow(try house.release(customer, by: .manager))
    XCTAssertNoThrow(try house.release(other, by: .director))
  }

  func testWhatIsInTheSeaIsNotHeld() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .sea)
    try assertRefused(.notHeld, leaves: house) { try house.release(customer, by: .zhang) }
  }

  // MARK: undo

  func testAnUndoGoesOnWithTheSameOpportunityAndItsClocks() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    house.pass(days: 2)
    try house.note(customer, by: .zhang)
    house.pass(days: 1)
    let before = try house.view(customer)
    try house.release(customer, by: .zhang)
    house.pass(seconds: 59)
    try house.undoRelease(of: customer, by: .zhang)
    let after = try house.view(customer)
    XCTAssertEqual(after.opportunity?.id, before.opportunity?.id)
    XCTAssertEqual(after.opportunity?.enteredAt, before.opportunity?.enteredAt)
    XCTAssertEqual(after.standing?.deadlines, before.standing?.deadlines)
    XCTAssertEqual(after.customer.state, .following)
    XCTAssertEqual(after.holdings.count, 1)
  }

  /// The callback comes back too, also one that was planned without a note (R3.3).
  func testAnUndoBringsTheCallbackBack() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    let next = try house.time("2026-11-30 15:00")
    try PlanContact(next, with: customer).perform(by: house.id(.zhang), at: house.now, in: house.house)
    try house.release(customer, by: .zhang)
    XCTAssertNil(try house.view(customer, as: .li).customer.nextContact)
    try house.undoRelease(of: customer, by: .zhang)
    XCTAssertEqual(try house.view(customer).customer.nextContact, next)
  }

  func testWarningsAreNotSaidAgainAfterAnUndo() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    try house.set("2026-12-23 10:00")
    XCTAssertEqual(try house.tick().warned, 1)
    try house.release(customer, by: .zhang)
    house.pass(seconds: 10)
    try house.undoRelease(of: customer, by: .zhang)
    XCTAssertEqual(try house.tick().warned, 0)
    XCTAssertEqual(try house.due(customer), "2026-12-26 24:00")
  }

  func testSixtySecondsAndNoMore() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    try house.release(customer, by: .zhang)
    house.pass(seconds: 60)
    try assertRefused(.tooLateToUndo, leaves: house) { try house.undoRelease(of: customer, by: .zhang) }
    try assertRefused(.tooLateToUndo, leaves: house) { try house.undo(by: .zhang) }
  }

  func testOnlyTheReleaserUndoes() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    try house.release(customer, by: .manager)
    try assertRefused(.tooLateToUndo, leaves: house) { try house.undoRelease(of: customer, by: .zhang) }
    try assertRefused(.tooLateToUndo, leaves: house) { try house.undoRelease(of: customer, by: .li) }
    try house.undoRelease(of: customer, by: .manager)
    XCTAssertEqual(try house.view(customer).holder, try house.holder(.zhang), "it is its holder's again")
  }

  func testMeanwhileNobodyElseCanPickIt() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    try house.release(customer, by: .zhang)
    let until = house.now + 60
    house.pass(seconds: 59)
    try assertRefused(.undoPending(by: house.holder(.zhang), until: until), leaves: house) {
      try house.pick(customer, by: .li)
    }
    XCTAssertEqual(Refusal.undoPending(by: try house.holder(.zhang), until: until).code, "held")
    house.pass(seconds: 1)
    XCTAssertNoThrow(try house.pick(customer, by: .li))
  }

  func testWhoFilledHisLibraryMeanwhileCantUndo() throws {
    let house = try TestHouse(Policy.channel(["capacity": 1]))
    let customer = try house.customer(in: .library(of: .zhang))
    let other = try house.customer(in: .sea)
    try house.release(customer, by: .zhang)
    try house.pick(other, by: .zhang)
    try assertRefused(.libraryFull(held: 1, capacity: 1), leaves: house) {
      try house.undoRelease(of: customer, by: .zhang)
    }
  }

  /// An undo at or after the due moment would give back what is over (R4.6).
  func testWhatFellDueMeanwhileStaysInTheSea() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    try house.tick(through: "2026-12-26T23:59:30")
    try house.release(customer, by: .zhang)
    try house.set("2026-12-27 00:00")
    try assertRefused(.flowedBack(at: house.now), leaves: house) {
      try house.undoRelease(of: customer, by: .zhang)
    }
  }

  func testUndoTakesBackTheLastActOfThePerson() throws {
    let house = try TestHouse()
    let customers = try house.customers(2, in: .library(of: .zhang))
    try house.release(customers[0], by: .zhang)
    try house.release(customers[1], by: .zhang)
    XCTAssertEqual(try house.undo(by: .zhang).customer, customers[1])
    try assertRefused(.tooLateToUndo, leaves: house) { try house.undo(by: .zhang) }
    try assertRefused(.tooLateToUndo, leaves: house) { try house.undo(by: .li) }
  }

  func testAReleasedAndPickedAgainStartsAnew() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    house.pass(days: 10)
    try house.release(customer, by: .zhang)
    try house.pick(customer, by: .zhang)
    XCTAssertEqual(try house.due(customer), "2027-01-05 24:00")
    assertRefused(.tooLateToUndo) { try house.undoRelease(of: customer, by: .zhang) }
  }
}
