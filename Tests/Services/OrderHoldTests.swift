import Domain
import Services
import TestSupport
import XCTest

/// An order that was handed in holds its customer until it is confirmed, ten desk days at most (R4.19).
final class OrderHoldTests: XCTestCase {
  /// Entered on 2026-11-10, due at 2026-12-10 24:00; an order comes in on that day.
  private func ordered() throws -> (TestHouse, CustomerID, OrderID) {
    let house = try TestHouse(at: "2026-11-10 10:00")
    let customer = try house.customer(in: .library(of: .zhang))
    try house.tick(through: "2026-12-10 16:00")
    return (house, customer, try house.order(customer))
  }

  func testItIsHeldToTheEndOfTheTenthDeskDay() throws {
    let (house, customer, order) = try ordered()
    XCTAssertEqual(try house.due(customer), "2026-12-24 24:00")
    try house.tick(through: "2026-12-24 23:59")
    assertRefused(code: "held") { try house.pick(customer, by: .li) }
    XCTAssertNoThrow(try house.confirm(order))
    XCTAssertEqual(try house.view(customer).customer.state, .signed)
  }

  func testThenItLapsesEngineOrNoEngine() throws {
    for engineCame in [false, true] {
      let (house, customer, order) = try ordered()
      try house.tick(through: "2026-12-24 12:00")
      try house.set("2026-12-25 00:00")
      if engineCame { try house.tick() }
      try assertOnceRefused(.wrongOrderState(.lapsed)) { try house.confirm(order) }
      XCTAssertEqual(try house.lastEnd(customer)?.at, "2026-12-24 24:00")
      XCTAssertEqual(
        try house.orders(of: customer, as: .clerk).map { $0.order.state(at: house.now) }, [.lapsed])
      XCTAssertFalse(try house.orders(of: customer, as: .clerk)[0].order.counts(at: house.now))
      try house.pick(customer, by: .li)
      try assertOnceRefused(.wrongOrderState(.lapsed)) { try house.confirm(order) }
      XCTAssertEqual(try house.view(customer, as: .li).customer.state, .pending)
    }
  }

  private func assertOnceRefused(_ refusal: Refusal, _ act: () throws -> Void) throws {
    assertRefused(refusal) { try act() }
  }

  /// The last level warns of the due it puts off (R4.7).
  func testTheLastLevelWarnsBefore() throws {
    let (house, customer, _) = try ordered()
    XCTAssertEqual(try house.view(customer).warnings.map(\.level), [1, 3, 7])
    try house.tick(through: "2026-12-25 00:00")
    let warnings = try house.view(customer, as: .director).warnings
    XCTAssertEqual(warnings.map(\.level), [1, 1, 3, 7])
    XCTAssertEqual(warnings.first?.at, try house.time("2026-12-23 00:00"))
  }

  func testItHoldsOncePerOpportunity() throws {
    let (house, customer, order) = try ordered()
    try house.tick(through: "2026-12-20 10:00")
    let second = try house.order(customer)
    XCTAssertEqual(try house.due(customer), "2026-12-24 24:00")
    try house.void(order)
    XCTAssertEqual(try house.due(customer), "2026-12-24 24:00", "the other waits still")
    try house.void(second)
    XCTAssertEqual(try house.due(customer), "2026-12-21 24:00", "to the end of the next desk day")
  }

  func testAVoidOneHoldsToTheEndOfTheNextDeskDay() throws {
    let (house, customer, order) = try ordered()
    try house.tick(through: "2026-12-11 10:00")
    try house.void(order)
    XCTAssertEqual(try house.due(customer), "2026-12-14 24:00", "Friday; Monday is the next")
    try house.order(customer)
    XCTAssertEqual(try house.due(customer), "2026-12-14 24:00", "it holds once")
  }

  /// Meanwhile nobody gives it up, by hand or for another; a manager's transfer is his affair.
  func testItIsNotGivenUpWhileItWaits() throws {
    let (house, customer, order) = try ordered()
    let (new, other) = (try house.customer(in: .sea), try house.customer(in: .library(of: .zhang)))
    let waits = Refusal.orderWaits(until: try house.time("2026-12-25 00:00"))
    for who in [TestHouse.Who.zhang, .manager] {
      try assertRefused(waits, leaves: house) { try house.release(customer, by: who) }
    }
    try assertRefused(waits, leaves: house) { try house.swap(customer, for: new, by: .zhang) }
    XCTAssertNoThrow(try house.swap(other, for: new, by: .zhang))
    try house.void(order)
    XCTAssertNoThrow(try house.release(customer, by: .zhang))
  }

  /// R8.6: a moment that is stated holds nothing; the same order of now does.
  func testAStatedMomentHoldsNothing() throws {
    for (submitted, due) in [("2026-12-09 10:00", "2026-12-10 24:00"), (nil, "2026-12-24 24:00")] {
      let house = try TestHouse(at: "2026-11-10 10:00")
      let customer = try house.customer(in: .library(of: .zhang))
      try house.tick(through: "2026-12-10 16:00")
      try house.order(customer, by: .clerk, submitted: submitted)
      XCTAssertEqual(try house.due(customer), due)
    }
  }

  /// It holds the customer of him whose order it is: who has it by now may give it up.
  func testAnEarlierHoldersOrderKeepsNobodyFromGivingItUp() throws {
    let (house, customer, _) = try ordered()
    try house.transfer(customer, to: .manager)
    XCTAssertNoThrow(try house.release(customer, by: .manager))
  }

  func testGivenToAnotherItIsSignedUnderHim() throws {
    let (house, customer, order) = try ordered()
    house.pass(hours: 1)
    try house.transfer(customer, to: .manager)
    try house.confirm(order)
    XCTAssertEqual(try house.view(customer, as: .manager).holder, try house.holder(.manager))
    XCTAssertEqual(try house.orders(of: customer, as: .manager).map(\.seller), [try house.holder(.zhang)])
  }

  /// Support's grant gives it to him as a transfer does.
  func testGrantedToAnotherItIsSignedUnderHim() throws {
    let (house, customer, order) = try ordered()
    house.pass(hours: 1)
    try house.expose(customer, of: .zhang)
    let application = try house.apply(try house.view(customer).customer.name, by: .li)
    try house.answer(application, .grant(customer))
    try house.confirm(order)
    XCTAssertEqual(try house.view(customer, as: .li).holder, try house.holder(.li))
    XCTAssertEqual(try house.view(customer, as: .li).customer.state, .signed)
  }

  /// The clerk is reminded after two desk days, once, of what waits.
  func testTheClerkIsReminded() throws {
    let (house, _, _) = try ordered()
    let done = try house.customer(in: .library(of: .li))
    try house.confirm(house.order(done, by: .li))
    try house.set("2026-12-14 23:59")
    try house.engineTick()
    XCTAssertEqual(try house.alerts(of: .clerk).map(\.kind), [])
    try house.set("2026-12-15 00:00")
    for _ in 0..<2 { try house.engineTick() }
    XCTAssertEqual(try house.alerts(of: .clerk).map(\.kind), [.orderWaits])
  }

  /// R8.7: it is confirmed no earlier than it was handed in, and not ahead.
  func testTheDayOfTheConfirmation() throws {
    let (house, customer, order) = try ordered()
    for (day, problem) in [
      ("2026-12-09", Refusal.Problem.beforeSubmitted), ("2001-01-01", .beforeSubmitted),
      ("2026-12-11", .ahead),
    ] {
      try assertRefused(.invalidField("date", problem), leaves: house) { try house.confirm(order, on: day) }
    }
    XCTAssertNoThrow(try house.confirm(order, on: "2026-12-10"))
    XCTAssertEqual(try house.view(customer).customer.state, .signed)
  }
}
