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

  func testToTheRenewalDepartmentsWhereThereAreAny() throws {
    let house = try TestHouse()
    let customer = try house.signed(opened: "2026-11-26")
    let renewer = try AddPerson(
      login: "xu", name: "续", department: "续签部", roles: [.agent], departmentKind: .renewal
    ).perform(by: house.id(.admin), at: house.now, in: house.house)
    try house.set("2027-07-26 00:00")
    try house.engineTick()
    XCTAssertEqual(try Reading.alerts(of: renewer, limit: 9, in: house.house).map(\.customer), [customer])
    XCTAssertEqual(try announced(house, to: .zhang), [customer])
    XCTAssertEqual(try announced(house, to: .manager), [])
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
