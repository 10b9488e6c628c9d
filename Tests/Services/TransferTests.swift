import Domain
import Services
import TestSupport
import XCTest

/// A manager gives a customer to one of his people (R2.2, R3.2, R3.3, R3.6).
final class TransferTests: XCTestCase {
  /// From one library into another: the one ends, and with the other every clock starts anew (R3.3).
  func testTheClocksStartAnew() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    house.pass(days: 12)
    try house.transfer(customer, to: .li, by: .director)
    let view = try house.view(customer, as: .li)
    XCTAssertEqual(view.holder, try house.holder(.li))
    XCTAssertEqual(view.opportunity?.wayIn, .transferred)
    XCTAssertEqual(view.opportunity?.enteredAt, house.now)
    XCTAssertEqual(view.standing?.effectiveDue, try house.time("2027-01-08 00:00"))
    XCTAssertEqual(view.holdings.map(\.endReason), [nil, .transferred])
    XCTAssertEqual(try house.alerts(of: .zhang).map(\.kind), [.transferred])
    XCTAssertEqual(try house.alerts(of: .li).map(\.kind), [.received])
    let event = "SELECT act || ' ' || actor FROM event WHERE customer = ? ORDER BY id DESC LIMIT 1"
    let last = try house.store().connection.first(event, [customer]) { $0.text(0) }
    XCTAssertEqual(last, "transfer \(house.id(.director).value)")
  }

  func testOutOfTheSea() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .sea)
    try house.transfer(customer, to: .zhang)
    XCTAssertEqual(try house.view(customer, as: .zhang).opportunity?.wayIn, .transferred)
    XCTAssertEqual(try house.alerts(of: .zhang).map(\.kind), [.received])
  }

  /// R4.6: what is over ends first; then it is given out of the sea, and flowed back from who held it.
  func testWhatFlowedBackIsGivenOutOfTheSea() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    try house.tick(through: "2026-12-26 10:00")
    try house.set("2026-12-27 00:00")
    try house.transfer(customer, to: .manager)
    XCTAssertEqual(
      try house.view(customer, as: .manager).holdings.map(\.endReason), [nil, .flowedBack(clocks: ["note"])])
  }

  /// R3.6, R3.7: neither the cool-down nor the daily limit is against it.
  func testNeitherCoolDownNorDailyLimitIsAskedAfter() throws {
    let house = try TestHouse(Policy.channel(["cool_down": 15, "daily_picks": 1]))
    let customer = try house.customer(in: .library(of: .zhang))
    try house.release(customer, by: .zhang)
    try house.pick(try house.customer(in: .sea), by: .zhang)
    house.pass(minutes: 2)
    assertRefused(code: "cooling_down") { try house.pick(customer, by: .zhang) }
    try house.transfer(customer, to: .zhang)
    XCTAssertEqual(try house.view(customer, as: .zhang).holder, try house.holder(.zhang))
    // What he gave up within those days still counts once it has been taken from him.
    try house.transfer(customer, to: .manager)
    try house.release(customer, by: .manager)
    house.pass(minutes: 2)
    assertRefused(code: "cooling_down") { try house.pick(customer, by: .zhang) }
  }

  /// R3.2: the receiver passes the gate; refused, nothing is taken from who holds it.
  func testTheReceiverNeedsRoom() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    try house.store().connection.run("UPDATE person SET capacity = 0 WHERE id = ?", [house.id(.li)])
    try assertRefused(.libraryFull(held: 0, capacity: 0), leaves: house) {
      try house.transfer(customer, to: .li, by: .director)
    }
  }

  /// R5.7: what collides with a customer of somebody else's has to be judged first.
  func testACollisionStopsIt() throws {
    let house = try TestHouse()
    try house.customer("苏州观澜包装有限公司", in: .library(of: .li))
    let customer = try house.customer(in: .library(of: .zhang))
    try house.rename(customer, "苏州观澜包装有限公司")
    assertRefused(code: "collision") { try house.transfer(customer, to: .manager) }
    XCTAssertEqual(try house.view(customer, as: .zhang).holder, try house.holder(.zhang))
  }

  func testWhatIsRefused() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    let others = try house.customer(in: .library(of: .li))
    try assertRefused(.sameHolder, leaves: house) { try house.transfer(customer, to: .zhang) }
    try assertRefused(.notAllowed(.transfer), leaves: house) { try house.transfer(customer, to: .li) }
    try assertRefused(.notAllowed(.transfer), leaves: house) { try house.transfer(others, to: .zhang) }
    try assertRefused(.notAllowed(.transfer), leaves: house) {
      try house.transfer(customer, to: .manager, by: .zhang)
    }
    try assertRefused(.invalidField("holder", .unknown), leaves: house) {
      try house.transfer(customer, to: .clerk)
    }
  }

  /// R3.5: who released it may still think again.
  func testWhatCanStillBeTakenBackStays() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    try house.release(customer, by: .zhang)
    let until = house.now + 60
    try assertRefused(.undoPending(by: try house.holder(.zhang), until: until), leaves: house) {
      try house.transfer(customer, to: .manager)
    }
  }

  /// R4.10: a signed one can be transferred, and takes no slot there either (R3.1); one that is not needs room.
  func testASignedOneTakesNoRoom() throws {
    let house = try TestHouse()
    let signed = try house.signed(opened: "2026-11-26")
    let other = try house.customer(in: .library(of: .zhang))
    try house.store().connection.run("UPDATE person SET capacity = 0 WHERE id = ?", [house.id(.manager)])
    try house.transfer(signed, to: .manager)
    let view = try house.view(signed, as: .manager)
    XCTAssertEqual(view.holder, try house.holder(.manager))
    XCTAssertEqual(view.customer.state, .signed)
    XCTAssertNil(view.standing)
    XCTAssertEqual(view.orders.map(\.seller), [try house.holder(.zhang)])
    try assertRefused(.libraryFull(held: 0, capacity: 0), leaves: house) {
      try house.transfer(other, to: .manager)
    }
  }

  /// R3.10: both of a pair move, and are no collision for who has them now; both need room.
  func testAPairMovesTogether() throws {
    let house = try TestHouse()
    let company = try house.customer(in: .library(of: .zhang), phone: "13900000012")
    var form = house.form("钱立春", phone: "13900000012")
    form.kind = .person
    let person = try EnterCustomer(form, pair: company).perform(
      by: house.id(.zhang), at: house.now, in: house.house)
    try house.store().connection.run("UPDATE person SET capacity = 1 WHERE id = ?", [house.id(.manager)])
    try assertRefused(.libraryFull(held: 1, capacity: 1), leaves: house) {
      try house.transfer(person, to: .manager)
    }
    try house.store().connection.run("UPDATE person SET capacity = NULL")
    try house.transfer(person, to: .manager)
    for customer in [company, person] {
      XCTAssertEqual(try house.view(customer, as: .manager).holder, try house.holder(.manager))
    }
    XCTAssertEqual(try house.library(of: .zhang).held, 0)
    XCTAssertEqual(try house.alerts(of: .manager).map(\.kind), [.received, .received])
  }

  /// The other one of a pair that somebody else has stays where it is.
  func testAPairThatIsApartMovesAlone() throws {
    let house = try TestHouse()
    let company = try house.customer(in: .library(of: .zhang))
    let person = try house.person()
    try house.pair(company, person)
    try house.release(person, by: .zhang)
    house.pass(minutes: 2)
    try house.transfer(company, to: .manager)
    XCTAssertNil(try house.view(person, as: .director).holder)
  }
}
