import Domain
import Services
import TestSupport
import XCTest

/// Customers that enter their renewal are announced to their team, once (R9.1).
final class RenewalTests: XCTestCase {
  private func announced(_ house: TestHouse, to who: TestHouse.Who) throws -> [CustomerID?] {
    try house.alerts(of: who).filter { $0.kind == .enteringRenewal }.map(\.customer)
  }

  func testToTheManagerAndTheHolderOnTheFirstDayOfTheRenewal() throws {
    let house = try TestHouse()
    let customer = try house.signed(opened: "2026-11-26")
    try house.set("2027-07-25T23:59:59")
    try house.engineTick()
    XCTAssertEqual(try announced(house, to: .manager), [])
    try house.set("2027-07-26 00:00")
    try house.engineTick()
    for who in [TestHouse.Who.manager, .zhang] {
      XCTAssertEqual(try announced(house, to: who), [customer], "\(who)")
    }
    for who in [TestHouse.Who.director, .li, .clerk, .admin] {
      XCTAssertEqual(try announced(house, to: who), [], "\(who)")
    }
    let alert = try XCTUnwrap(try house.alerts(of: .manager).first)
    XCTAssertEqual(house.calendar.dueText(alert.due), "2027-11-25 24:00", "the expiry")
  }

  func testOnceHoweverOftenTheEngineLooks() throws {
    let house = try TestHouse()
    let customer = try house.signed(opened: "2026-11-26")
    for moment in ["2027-08-10 09:00", "2027-08-10 09:01", "2027-08-11 09:00", "2027-12-01 09:00"] {
      try house.set(moment)
      try house.engineTick()
    }
    XCTAssertEqual(try announced(house, to: .manager), [customer])
  }

  /// A house with a renewal department of so many agents.
  private func house(renewers: Int, _ renewal: String = "evenly") throws -> (TestHouse, [PersonID]) {
    let house = try TestHouse(
      .channel(["signed": ["return_call": .null, "old_order": .null, "renewal": .text(renewal)]]))
    let people = try (1...renewers).map { number in
      try AddPerson(
        login: "xu\(number)", name: "续\(number)", department: "续签部", roles: [.agent], departmentKind: .renewal
      ).perform(by: house.id(.admin), at: house.now, in: house.house)
    }
    return (house, people)
  }

  private func holder(_ customer: CustomerID, in house: TestHouse) throws -> PersonID? {
    try house.view(customer, as: .director).customer.holder
  }

  func testToTheRenewalDepartmentsWhereThereAreAny() throws {
    let (house, renewers) = try house(renewers: 1, "by_hand")
    let customer = try house.signed(opened: "2026-11-26")
    try house.set("2027-07-26 00:00")
    try house.engineTick()
    XCTAssertEqual(try Reading.alerts(of: renewers[0], limit: 9, in: house.house).map(\.customer), [customer])
    XCTAssertEqual(try announced(house, to: .zhang), [customer])
    XCTAssertEqual(try announced(house, to: .manager), [])
    XCTAssertEqual(try holder(customer, in: house), house.id(.zhang), "it passes by hand")
  }

  // MARK: passing (R9.3)

  func testItPassesEvenlyAndAllAreTold() throws {
    let (house, renewers) = try house(renewers: 2)
    let customers = try (1...3).map { _ in try house.signed(opened: "2026-11-26") }
    try house.set("2027-07-25T23:59:59")
    try house.engineTick()
    XCTAssertEqual(try holder(customers[0], in: house), house.id(.zhang))
    try house.set("2027-07-26 00:00")
    try house.engineTick()
    XCTAssertEqual(
      try customers.map { try holder($0, in: house) }, [renewers[0], renewers[1], renewers[0]])
    XCTAssertEqual(try house.view(customers[0], as: .director).customer.state, .signed)
    for who in [TestHouse.Who.manager, .zhang] {
      XCTAssertEqual(Set(try announced(house, to: who).compactMap { $0 }), Set(customers), "\(who)")
    }
    let first = try Reading.alerts(of: renewers[0], limit: 9, in: house.house).filter { $0.kind == .received }
    XCTAssertEqual(first.count, 2)
    try house.engineTick()
    XCTAssertEqual(try holder(customers[1], in: house), renewers[1], "once")
  }

  func testWhatStaysWhereItIs() throws {
    let (house, _) = try house(renewers: 1)
    let account = try house.signed(opened: "2026-11-26")
    try house.mark(houseAccount: true, account)
    let renewed = try house.signed(opened: "2026-11-26")
    try house.set("2026-11-27 09:00")
    try house.confirm(try house.order(renewed))
    let passing = try house.signed(opened: "2026-11-26")
    try house.set("2027-07-26 00:00")
    try house.engineTick()
    XCTAssertEqual(
      try [account, renewed, passing].map { try holder($0, in: house) == house.id(.zhang) },
      [true, true, false])
    let (still, _) = try self.house(renewers: 1, "never")
    let customer = try still.signed(opened: "2026-11-26")
    try still.set("2027-07-26 00:00")
    try still.engineTick()
    XCTAssertEqual(try holder(customer, in: still), still.id(.zhang))
  }

  func testAnotherTermIsAnnouncedByItsExpiryAndARenewedOneNotAtAll() throws {
    let house = try TestHouse()
    let long = try house.customer(in: .library(of: .zhang))
    let order = try house.order(long)
    try house.confirm(order)
    try house.open(order, on: "2026-11-26", expires: "2028-11-25")
    try house.set("2028-07-25 12:00")
    try house.engineTick()
    XCTAssertEqual(try announced(house, to: .manager), [])
    try house.renew(order, on: "2028-11-26")
    try house.set("2028-07-26 12:00")
    try house.engineTick()
    XCTAssertEqual(try announced(house, to: .manager), [], "it is renewed already")
    while house.now < (try house.time("2029-07-26 00:00")) {
      XCTAssertEqual(try announced(house, to: .manager), [])
      house.pass(days: 5)  // A longer leap of the clock would blow the fuse (R4.13).
      try house.engineTick()
    }
    XCTAssertEqual(try announced(house, to: .manager), [long])
  }

  func testWhatWasOpenedLongAgoOrVoidedIsNobodysNews() throws {
    let house = try TestHouse()
    _ = try house.signed(opened: "2024-01-01")
    let customer = try house.customer(in: .library(of: .zhang))
    let order = try house.order(customer)
    try house.confirm(order)
    try house.open(order, on: "2026-11-26")
    try house.void(order)
    try house.set("2027-07-26 12:00")
    try house.engineTick()
    XCTAssertEqual(try announced(house, to: .manager), [])
    _ = try house.signed(opened: "2027-01-01")
    let entered = try house.signed(opened: "2026-11-20")
    try house.engineTick()
    XCTAssertEqual(
      try announced(house, to: .manager), [entered], "it stands in its renewal when it is opened")
  }
}
