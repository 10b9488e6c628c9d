import Domain
import Services
import TestSupport
import XCTest

/// Departments, capacities, and what the clerk does for others (R2.1, R2.2, R3.4).
final class PeopleTests: XCTestCase {
  private func add(_ name: String, under parent: String, policy: String? = nil, in house: TestHouse) throws {
    try AddDepartment(name, under: parent, policy: policy).perform(
      by: house.id(.admin), at: house.now, in: house.house)
  }

  /// Any depth, each made under another; what is above sees what is below.
  func testADepartmentIsMadeUnderAnother() throws {
    let house = try TestHouse()
    try add("一部一组", under: "一部", in: house)
    try add("一部一组甲", under: "一部一组", in: house)
    let id = try AddPerson(login: "wu", name: "吴", department: "一部一组甲", roles: [.agent])
      .perform(by: house.id(.admin), at: house.now, in: house.house)
    let customer = try EnterCustomer(house.form()).perform(by: id, at: house.now, in: house.house)
    XCTAssertNoThrow(try house.view(customer, as: .manager))
    let beside = try house.customer(in: .library(of: .li))
    assertRefused(.notAllowed(.see)) { _ = try house.view(beside, as: .manager) }
  }

  func testWhatIsNoDepartment() throws {
    let house = try TestHouse()
    for (name, parent, policy, refusal) in [
      ("一部", "总部", nil, Refusal.invalidField("department", .taken)),
      (" ", "总部", nil, .invalidField("department", .missing)),
      ("三部", "九部", nil, .invalidField("under", .unknown)),
      ("三部", "总部", "nosuch", .invalidField("policy", .unknown)),
    ] {
      try assertRefused(refusal, leaves: house) { try add(name, under: parent, policy: policy, in: house) }
    }
  }

  /// R3.4: a lowered capacity takes nothing away, it only lets nothing in.
  func testACapacityOfHisOwn() throws {
    let house = try TestHouse()
    _ = try house.customers(2, in: .library(of: .zhang))
    func set(_ capacity: Int?) throws {
      try ChangePerson("zhang", capacity: capacity).perform(
        by: house.id(.admin), at: house.now, in: house.house)
    }
    try set(1)
    XCTAssertEqual(try house.library(of: .zhang).rows.count, 2)
    assertRefused(.libraryFull(held: 2, capacity: 1)) { try house.customer(in: .library(of: .zhang)) }
    XCTAssertNoThrow(try house.customer(in: .library(of: .li)), "his alone")
    try set(nil)
    XCTAssertNoThrow(try house.customer(in: .library(of: .zhang)))
    try assertRefused(.invalidField("capacity", .outOfRange), leaves: house) { try set(-1) }
  }

  /// The clerk enters for an agent under his department: by the agent's policy, into his library, told to him.
  func testTheClerkEntersForAnAgent() throws {
    let house = try TestHouse(Policy.channel(["capacity": 1]))
    let customer = try EnterCustomer(house.form(), for: "zhang").perform(
      by: house.id(.clerk), at: house.now, in: house.house)
    XCTAssertEqual(try house.view(customer).holder, try house.holder(.zhang))
    XCTAssertEqual(try house.alerts(of: .zhang).map(\.kind), [.received])
    for (login, refusal) in [
      ("zhang", Refusal.libraryFull(held: 1, capacity: 1)), ("li", .notAllowed(.enterFor)),
      ("support", .notAllowed(.enterFor)), ("reception", .invalidField("holder", .unknown)),
      ("nobody", .unknownPerson("nobody")),
    ] {
      try assertRefused(refusal, leaves: house) {
        try EnterCustomer(house.form(), for: login).perform(
          by: house.id(.clerk), at: house.now, in: house.house)
      }
    }
  }

  /// R4.5: a house may be anywhere: its leading policy says where.
  func testAHouseMayBeAnywhere() throws {
    for (offset, due) in [("+09:00", "2026-12-27T00:00:00+09:00"), ("+05:30", "2026-12-27T00:00:00+05:30")] {
      let house = try TestHouse()
      let customer = try house.customer(in: .library(of: .zhang))
      let text = String(decoding: try JSON.channel(["utc_offset": .text(offset)]).data, as: UTF8.self)
      try AdoptPolicy(text, from: house.calendar.day(of: house.now)).perform(
        by: house.id(.director), at: house.now, in: house.house)
      try house.engineTick()
      let standing = try house.view(customer).standing
      XCTAssertEqual(standing?.effectiveDue, try house.time(due), offset)
      let other = String(
        decoding: try JSON.channel(["utc_offset": "+08:00", "name": "site"]).data, as: UTF8.self)
      assertRefused(.invalidField("utc_offset", .outOfRange)) {
        try AdoptPolicy(other, from: house.calendar.day(of: house.now) + 1).perform(
          by: house.id(.director), at: house.now, in: house.house)
      }
    }
  }
}
