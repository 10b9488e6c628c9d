import Domain
import Services
import TestSupport
import XCTest

/// Orders make signed customers (R3.1, R4.10, R6.3, R8.6, R8.7).
final class OrderTests: XCTestCase {
  // MARK: signed only when confirmed

  func testACustomerIsSignedOnceItsOrderIsConfirmed() throws {
    let house = try TestHouse(Policy.channel(["capacity": 1]))
    let customer = try house.customer(in: .library(of: .zhang))
    try house.note(customer, by: .zhang, .signed)
    XCTAssertEqual(
      try house.view(customer).customer.state, .following, "the outcome alone signs nothing (R6.3)")
    let order = try house.order(customer)
    XCTAssertEqual(try house.view(customer).customer.state, .following)
    XCTAssertNotNil(try house.due(customer))
    XCTAssertEqual(try house.library(of: .zhang).held, 1)
    try house.confirm(order)
    let view = try house.view(customer)
    XCTAssertEqual(view.customer.state, .signed)
    XCTAssertEqual(view.holder, try house.holder(.zhang))
    XCTAssertNil(view.standing, "it left the release clocks (R4.10)")
    XCTAssertEqual(try house.library(of: .zhang).held, 0, "it takes no slot (R3.1)")
    XCTAssertNoThrow(try house.customer(in: .library(of: .zhang)))
    XCTAssertEqual(try house.alerts(of: .zhang).first?.kind, .signed)
    try house.set("2027-11-26 14:00")
    try house.tick()
    XCTAssertEqual(try house.view(customer).customer.state, .signed)
  }

  func testClockCIsRenewedByNothingButASignedCustomer() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    let before = try house.dues(customer)["signing"]
    try house.note(customer, by: .zhang, .signed)
    try house.order(customer)
    XCTAssertEqual(try house.dues(customer)["signing"], before)
  }

  func testASignedCustomerIsNotGivenUp() throws {
    let house = try TestHouse()
    let customer = try house.signed(opened: "2026-11-26")
    let new = try house.customer(in: .sea)
    try assertRefused(.wrongState(.signed), leaves: house) { try house.release(customer, by: .zhang) }
    try assertRefused(.wrongState(.signed), leaves: house) { try house.swap(customer, for: new, by: .zhang) }
    let picked = try house.pick(new, by: .manager).customer
    try house.confirm(house.order(picked, by: .manager), by: .manager)
    try assertRefused(.tooLateToUndo, leaves: house) { try house.undo(by: .manager) }
  }

  func testNotesGoOnAndItStaysSigned() throws {
    let house = try TestHouse()
    let customer = try house.signed(opened: "2026-11-26")
    let note = try house.note(customer, by: .zhang)
    XCTAssertEqual(try house.view(customer).customer.state, .signed)
    XCTAssertNil(note.dueAfter)
    try house.takeBack(note.note, on: customer, by: .zhang)
    XCTAssertEqual(try house.view(customer).customer.state, .signed)
  }

  // MARK: what counts (R8.6)

  func testAnOrderCountsWhereTheCustomerWasInTheLibrary() throws {
    let house = try TestHouse(at: "2026-11-10 10:00")
    let customer = try house.customer(in: .library(of: .zhang))
    try house.tick(through: "2026-12-11 09:00")
    XCTAssertNil(try house.view(customer, as: .director).holder, "it flowed back at 24:00")
    assertRefused(code: "flowed_back") { try house.order(customer) }
    let late = try house.order(customer, by: .clerk, submitted: "2026-12-11 00:00")
    let typedLate = try house.order(customer, by: .clerk, submitted: "2026-12-10 20:00")
    let views = try house.orders(of: customer, as: .clerk)
    XCTAssertEqual(views.map(\.order.id), [late, typedLate])
    XCTAssertEqual(views.map { $0.order.counts(at: house.now) }, [false, true])
    XCTAssertEqual(Set(views.map(\.seller.id)), [house.id(.zhang)])
    XCTAssertEqual(views.map { $0.holding?.endedAt }, [nil, try house.time("2026-12-11 00:00")])
    XCTAssertNil(try house.view(customer, as: .director).holder, "a stated moment reopens nothing (R4.19)")
  }

  func testConfirmedAfterItFlowedBackItComesToItsSeller() throws {
    let house = try TestHouse(Policy.channel(["capacity": 1]), at: "2026-11-10 10:00")
    let customer = try house.customer(in: .library(of: .zhang))
    try house.tick(through: "2026-12-11 09:00")
    let order = try house.order(customer, by: .clerk, submitted: "2026-12-10 20:00")
    try house.customer(in: .library(of: .zhang))
    try house.confirm(order)
    let view = try house.view(customer)
    XCTAssertEqual(view.customer.state, .signed)
    XCTAssertEqual(view.holder, try house.holder(.zhang), "a full library is no hindrance: it takes no slot")
    XCTAssertEqual(view.holdings.map(\.wayIn), [.granted, .entered])
    XCTAssertTrue(try house.orders(of: customer)[0].order.counts(at: house.now))
  }

  /// The engine may not have come to it yet: what is over is over (R4.6).
  func testADueCustomerFlowsBackBeforeTheOrderIsAdded() throws {
    let house = try TestHouse(at: "2026-11-10 10:00")
    let customer = try house.customer(in: .library(of: .zhang))
    try house.tick(through: "2026-12-10 23:00")
    try house.set("2026-12-11 08:00")
    assertRefused(.flowedBack(at: try house.time("2026-12-11 00:00"))) { try house.order(customer) }
    XCTAssertEqual(try house.orders(of: customer, as: .clerk).count, 0)
  }

  // MARK: a moment that is stated (R8.6)

  func testOnlyTheClerkStatesAnEarlierMoment() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    house.pass(hours: 1)
    for who in [TestHouse.Who.zhang, .manager, .director] {
      try assertRefused(.notAllowed(.stateSubmission), leaves: house) {
        try house.order(customer, by: who, submitted: "2026-11-26 14:30")
      }
      XCTAssertNoThrow(
        try house.order(customer, by: who, submitted: "2026-11-26 15:00"), "\(who): this moment")
    }
    XCTAssertNoThrow(try house.order(customer, by: .clerk, submitted: "2026-11-26 14:30"))
  }

  /// Two desk days back, over a weekend: the day of it counts whole.
  func testItLiesTwoDeskDaysBackAtMost() throws {
    let house = try TestHouse(at: "2026-11-20 10:00")
    let customer = try house.customer(in: .library(of: .zhang))
    for (now, moment, isGood) in [
      ("2026-11-30 10:00", "2026-11-26 00:00", true), ("2026-11-30 10:00", "2026-11-25 23:59", false),
      ("2026-12-02 10:00", "2026-11-30 00:00", true), ("2026-12-02 10:00", "2026-11-29 23:59", false),
    ] {
      try house.set(now)
      if isGood {
        XCTAssertNoThrow(try house.order(customer, by: .clerk, submitted: moment), moment)
      } else {
        try assertRefused(.invalidField("submitted", .tooFarBack), leaves: house) {
          try house.order(customer, by: .clerk, submitted: moment)
        }
      }
    }
  }

  func testItReachesOverNobodyElsesHolding() throws {
    let house = try TestHouse(at: "2026-11-24 10:00")
    let customer = try house.customer(in: .library(of: .li))
    house.pass(hours: 1)
    try house.release(customer, by: .li)
    house.pass(hours: 1)
    try house.pick(customer, by: .zhang)
    let since = house.now
    house.pass(hours: 1)
    for moment in ["2026-11-24 10:30", "2026-11-24 11:30"] {
      try assertRefused(.held(by: try house.holder(.zhang), since: since), leaves: house) {
        try house.order(customer, by: .clerk, submitted: moment)
      }
    }
    try house.order(customer, by: .clerk, submitted: "2026-11-24 12:30")
    XCTAssertEqual(try house.orders(of: customer).map(\.seller), [try house.holder(.zhang)])
  }

  func testTheProofHasTheEventsBehindIt() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    house.pass(minutes: 5)
    try house.note(customer, by: .zhang)
    house.pass(minutes: 5)
    let order = try house.order(customer)
    house.pass(minutes: 5)
    try house.note(customer, by: .zhang)
    let proof = try OrderProof.read(order, by: house.id(.zhang), in: house.house)
    XCTAssertEqual(proof.events.map(\.act), ["enter", "note", "order"])
    XCTAssertEqual(proof.view.holding?.holder, try house.holder(.zhang))
    assertRefused(.notAllowed(.see)) {
      _ = try OrderProof.read(order, by: house.id(.li), in: house.house)
    }
  }

  // MARK: the way of an order

  func testAnOrderGoesItsWayOnceAndInOrder() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    let order = try house.order(customer)
    try assertRefused(.wrongOrderState(.submitted), leaves: house) { try house.open(order, on: "2026-11-26") }
    try assertRefused(.wrongOrderState(.submitted), leaves: house) {
      try house.renew(order, on: "2026-11-26")
    }
    try house.confirm(order)
    try assertRefused(.wrongOrderState(.confirmed), leaves: house) { try house.confirm(order) }
    try assertRefused(.wrongOrderState(.confirmed), leaves: house) {
      try house.renew(order, on: "2026-11-26")
    }
    try house.open(order, on: "2026-11-26")
    try assertRefused(.wrongOrderState(.opened), leaves: house) { try house.confirm(order) }
    try assertRefused(.wrongOrderState(.opened), leaves: house) { try house.open(order, on: "2026-11-27") }
    try assertRefused(.invalidField("date", .past), leaves: house) {
      try house.renew(order, on: "2026-11-26")
    }
    try house.renew(order, on: "2027-11-26", expires: "2028-12-31")
    XCTAssertEqual(
      try house.orders(of: customer)[0].order.terms.map { "\($0.opensOn.iso) \($0.expiresOn.iso)" },
      ["2026-11-26 2027-11-25", "2027-11-26 2028-12-31"])
    assertRefused(.unknownOrder("99")) { try house.confirm(OrderID(99)) }
  }

  func testBadFiguresAndDays() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    let sea = try house.customer(in: .sea)
    for (refusal, act) in [
      (Refusal.invalidField("amount", .outOfRange), { _ = try house.order(customer, yuan: 0) }),
      (.invalidField("amount", .outOfRange), { _ = try house.order(customer, yuan: -5) }),
      (.invalidField("amount", .outOfRange), { _ = try house.order(customer, yuan: 1_000_000_001) }),
      (.invalidField("contract_name", .missing), { _ = try house.order(customer, contract: "  ") }),
      (.invalidField("contract_name", .unreadable), { _ = try house.order(customer, contract: "()") }),
      (
        .invalidField("contract_name", .tooLong),
        { _ = try house.order(customer, contract: String(repeating: "长", count: 200)) }
      ),
      (.invalidField("submitted", .ahead), { _ = try house.order(customer, submitted: "2026-11-26 14:01") }),
      (.notHeld, { _ = try house.order(customer, by: .li) }),
      (.notHeld, { _ = try house.order(sea, by: .zhang) }),
      (.notHeld, { _ = try house.order(sea, by: .clerk) }),
      (.notAllowed(.order), { _ = try house.order(customer, by: .support) }),
      (.unknownCustomer("K000099"), { _ = try house.order(CustomerID(99), by: .clerk) }),
    ] as [(Refusal, () throws -> Void)] {
      try assertRefused(refusal, leaves: house, act)
    }
    let order = try house.order(customer)
    for (day, problem) in [("2026-11-27", Refusal.Problem.ahead), ("1999-12-31", .outOfRange)] {
      try assertRefused(.invalidField("date", problem), leaves: house) { try house.confirm(order, on: day) }
    }
    try house.confirm(order)
    for (day, expires, field) in [
      ("2027-11-28", nil, "date"), ("1999-12-31", nil, "date"), ("2026-11-26", "2026-11-25", "expires"),
      ("2026-11-26", "2036-12-04", "expires"),
    ] as [(String, String?, String)] {
      try assertRefused(.invalidField(field, .outOfRange), leaves: house) {
        try house.open(order, on: day, expires: expires)
      }
    }
    XCTAssertNoThrow(try house.open(order, on: "2027-11-27"))
  }

  // MARK: void

  func testAVoidedOrderStaysAndItsCustomerIsNoSignedOneAnyMore() throws {
    let house = try TestHouse(at: "2026-11-10 10:00")
    let customer = try house.customer(in: .library(of: .zhang))
    try house.tick(through: "2026-12-05 09:00")
    let (order, further) = (try house.order(customer), try house.order(customer))
    try house.confirm(order)
    try house.confirm(further)
    try house.void(further)
    XCTAssertEqual(try house.view(customer).customer.state, .signed, "one is left")
    try house.set("2027-01-15 10:00")
    try house.void(order)
    let view = try house.view(customer)
    XCTAssertEqual(view.customer.state, .pending)
    XCTAssertEqual(try house.alerts(of: .zhang).first?.kind, .dueMoved)
    XCTAssertEqual(try house.due(customer), "2027-01-18 24:00", "grace to the end of the next desk day")
    XCTAssertEqual(try house.orders(of: customer).map { $0.order.state(at: house.now) }, [.void, .void])
    XCTAssertEqual(try house.orders(of: customer).map(\.voidReason), ["录错了", "录错了"])
    XCTAssertFalse(try house.orders(of: customer)[0].order.counts(at: house.now))
    try house.tick()
    try assertRefused(.wrongOrderState(.void), leaves: house) { try house.void(order) }
    try assertRefused(.wrongOrderState(.void), leaves: house) { try house.confirm(order) }
    try assertRefused(.invalidField("reason", .missing), leaves: house) { try house.void(order, reason: " ") }
    try house.tick(through: "2027-01-19 09:00")
    XCTAssertNil(try house.view(customer, as: .director).holder)
  }

  func testOrdersStay() throws {
    let house = try TestHouse()
    _ = try house.signed(opened: "2026-11-26")
    for table in ["customer_order", "service_term"] {
      XCTAssertThrowsError(try house.store().connection.run("DELETE FROM \(table)"), table)
    }
  }
}
