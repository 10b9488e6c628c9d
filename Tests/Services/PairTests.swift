import Domain
import Services
import TestSupport
import XCTest

/// A company and a person that may be the same buyer (R3.10).
final class PairTests: XCTestCase {
  /// A person who is entered as the pair of a company, with its very number.
  private func paired() throws -> (house: TestHouse, company: CustomerID, person: CustomerID) {
    let house = try TestHouse()
    let company = try house.customer(in: .library(of: .zhang), phone: "13900000012")
    var form = house.form("钱立春", phone: "13900000012")
    form.kind = .person
    let person = try EnterCustomer(form, pair: company).perform(
      by: house.id(.zhang), at: house.now, in: house.house)
    return (house, company, person)
  }

  func testBothAreHeldInTwoSlotsAndAreNoCollision() throws {
    let (house, company, person) = try paired()
    XCTAssertEqual(try house.library(of: .zhang).held, 2)
    XCTAssertEqual(try house.view(company).pair?.id, person)
    XCTAssertEqual(try house.view(person).pair?.id, company)
    XCTAssertNil(try house.addNumber(person, "139 0000 0012").dispute)
    try house.rename(company, "苏州观澜包装有限公司")
    XCTAssertFalse(try house.isUnprotected(company))
  }

  /// Two companies are no pair, nor two persons: neither end becomes the other kind.
  func testNeitherEndBecomesTheOtherKind() throws {
    let (house, company, person) = try paired()
    try assertRefused(.notAPair, leaves: house) { try house.change(company) { $0.kind = .person } }
    try assertRefused(.notAPair, leaves: house) { try house.change(person) { $0.kind = .company } }
    try house.unpair(company)
    XCTAssertNoThrow(try house.change(person) { $0.kind = .company })
  }

  func testAnybodyElseStillCollidesWithBoth() throws {
    let (house, _, _) = try paired()
    assertRefused(code: "collision") { try house.customer(in: .library(of: .li), phone: "13900000012") }
  }

  func testTwoThatAreHeldBecomeAPair() throws {
    let house = try TestHouse()
    let company = try house.customer(in: .library(of: .zhang))
    let person = try house.person()
    XCTAssertEqual(try house.addNumber(company, "13900000012").dispute?.twin, person)
    try house.pair(company, person)
    XCTAssertFalse(try house.isUnprotected(company), "that was what support had to judge")
    try house.unpair(company)
    XCTAssertNil(try house.view(person).pair)
    XCTAssertTrue(try house.isUnprotected(company), "a collision again")
  }

  func testOneThatIsReleasedMayBePickedByTheHolderOfTheOtherAlone() throws {
    let (house, company, person) = try paired()
    try house.release(person, by: .zhang)
    house.pass(minutes: 2)
    assertRefused(code: "collision") { try house.pick(person, by: .li) }
    try house.pick(person, by: .zhang)
    try house.release(person, by: .zhang)
    try house.release(company, by: .zhang)
    house.pass(minutes: 2)
    try house.pick(person, by: .li)
  }

  /// When one signs, the other is released as a duplicate, without cool-down.
  func testWhenOneSignsTheOtherIsReleasedAsADuplicate() throws {
    let house = try TestHouse(try XCTUnwrap(try ShippedPolicy.direct))
    let company = try house.customer(in: .library(of: .zhang))
    let person = try house.person()
    try house.pair(company, person)
    try house.confirm(house.order(company))
    XCTAssertEqual(try house.lastEnd(person)?.reason, .pairSigned)
    XCTAssertEqual(try house.alerts(of: .zhang).map(\.kind), [.signed, .pairSigned])
    XCTAssertEqual(try house.view(company).holder, try house.holder(.zhang))
    house.pass(days: 1)
    try house.pick(person, by: .zhang)
  }

  /// What somebody else has by now, and what is signed itself, stays where it is.
  func testOnlyWhatItsHolderHasAndHasNotSignedIsReleased() throws {
    let house = try TestHouse()
    let companies = try house.customers(2, in: .library(of: .zhang))
    let people = try ["钱立春", "孙立夏"].enumerated().map {
      try house.person($1, mobile: "1390000001\($0)")
    }
    for (company, person) in zip(companies, people) { try house.pair(company, person) }
    try house.release(people[0], by: .zhang)
    house.pass(minutes: 2)
    try house.pick(people[0], by: .li)
    try house.confirm(house.order(companies[0]))
    XCTAssertEqual(try house.view(people[0], as: .li).holder, try house.holder(.li))

    // It stays as a house account while the company signs, and signs itself before the company signs again.
    try house.mark(houseAccount: true, people[1])
    let order = try house.order(companies[1])
    try house.confirm(order)
    try house.confirm(house.order(people[1]))
    try house.void(order)
    try house.mark(houseAccount: false, people[1])
    try house.confirm(house.order(companies[1]))
    XCTAssertEqual(try house.view(people[1]).customer.state, .signed)
    XCTAssertEqual(try house.view(people[1]).holder, try house.holder(.zhang))
  }

  func testWhatIsNoPair() throws {
    let (house, company, person) = try paired()
    let other = try house.customer(in: .library(of: .zhang))
    let third = try house.person("孙立夏", mobile: "13900000013")
    let hers = try house.customer(in: .library(of: .li))
    for (one, another, refusal) in [
      (company, company, Refusal.sameCustomer), (company, person, .alreadyPaired),
      (company, other, .notAPair),
      (company, third, .notAPair), (third, hers, .notHeld),
      (third, CustomerID(99), .unknownCustomer("K000099")),
    ] {
      try assertRefused(refusal, leaves: house) { try house.pair(one, another) }
    }
    try assertRefused(.notAPair, leaves: house) { try house.unpair(other) }
    try assertRefused(.notHeld, leaves: house) { try house.unpair(company, by: .li) }
    try assertRefused(.notAllowed(.pair), leaves: house) { try house.pair(other, third, by: .support) }
  }

  /// A person can't be entered as the pair of what somebody else holds: nothing is half-entered.
  func testEnteringAPairOfSomebodyElsesIsRefused() throws {
    let house = try TestHouse()
    let hers = try house.customer(in: .library(of: .li), phone: "13900000012")
    var form = house.form("钱立春", phone: "13900000012")
    form.kind = .person
    let before = try house.library(of: .zhang).held
    assertRefused(code: "collision") {
      try EnterCustomer(form, pair: hers).perform(by: house.id(.zhang), at: house.now, in: house.house)
    }
    XCTAssertEqual(try house.library(of: .zhang).held, before)
  }
}
