import Domain
import Services
import TestSupport
import XCTest

/// Picking from the public sea, and the gate it passes (R3.2-R3.7, R5.7).
final class PickTests: XCTestCase {
  func testAPickStartsEveryClockAnew() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .sea)
    house.pass(days: 10)
    let opportunity = try house.pick(customer, by: .zhang)
    XCTAssertEqual(opportunity.enteredAt, house.now)
    XCTAssertEqual(opportunity.wayIn, .picked)
    let view = try house.view(customer)
    XCTAssertEqual(view.customer.state, .pending)
    XCTAssertEqual(view.holder, try house.holder(.zhang))
    XCTAssertEqual(try house.due(customer), "2027-01-05 24:00")
  }

  func testTheLoserOfARaceLearnsWhoWon() throws {
    let house = try TestHouse()
    let customer = try house.customer("苏州日东精密电子有限公司", in: .sea)
    try house.pick(customer, by: .zhang)
    try assertRefused(.held(by: house.holder(.zhang), since: house.now), leaves: house) {
      try house.pick(customer, by: .li)
    }
  }

  /// Picking what one already holds is refused as `held`, by oneself.
  func testOnesOwnIsHeldToo() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    let since = house.now
    house.pass(days: 1)
    try assertRefused(.held(by: house.holder(.zhang), since: since), leaves: house) {
      try house.pick(customer, by: .zhang)
    }
  }

  func testAnUnknownCustomer() throws {
    let house = try TestHouse()
    try assertRefused(.unknownCustomer("K000099"), leaves: house) {
      try house.pick(CustomerID(99), by: .zhang)
    }
  }

  // MARK: capacity (R3.4)

  func testAtTheCapPickAndEnterAreRefusedWithTheCount() throws {
    let house = try TestHouse(Policy.channel(["capacity": 3]))
    let customers = try house.customers(4, in: .sea)
    for customer in customers.prefix(3) { try house.pick(customer, by: .zhang) }
    let full = Refusal.libraryFull(held: 3, capacity: 3)
    try assertRefused(full, leaves: house) { try house.pick(customers[3], by: .zhang) }
    try assertRefused(full, leaves: house) { try house.enter(house.form(), by: .zhang) }
    XCTAssertNoThrow(try house.pick(customers[3], by: .li), "somebody else's library has room")
  }

  func testAReleasedCustomerFreesItsSlot() throws {
    let house = try TestHouse(Policy.channel(["capacity": 1]))
    let customers = try house.customers(2, in: .sea)
    try house.pick(customers[0], by: .zhang)
    try house.release(customers[0], by: .zhang)
    XCTAssertNoThrow(try house.pick(customers[1], by: .zhang))
  }

  /// Due ones take no slot, though the engine has not come to them yet (R4.6).
  func testADueCustomerTakesNoSlot() throws {
    let house = try TestHouse(Policy.channel(["capacity": 1]))
    let customers = try house.customers(2, in: .sea)
    try house.pick(customers[0], by: .zhang)
    try house.set("2026-12-25 00:00")
    try house.tick()
    try house.set("2026-12-26 23:59")
    assertRefused(.libraryFull(held: 1, capacity: 1)) { try house.pick(customers[1], by: .zhang) }
    try house.set("2026-12-27 00:00")
    XCTAssertNoThrow(try house.pick(customers[1], by: .zhang))
    XCTAssertEqual(try house.library(of: .zhang).rows.map(\.id), [customers[1]])
    XCTAssertEqual(try house.library(of: .zhang).held, 1)
  }

  // MARK: the daily limit (R3.7)

  func testTheDailyLimitCountsPicksOfADayOfTheHouse() throws {
    let house = try TestHouse(Policy.channel(["daily_picks": 2]), at: "2026-11-26 23:00")
    let customers = try house.customers(4, in: .sea)
    for customer in customers.prefix(2) { try house.pick(customer, by: .zhang) }
    try assertRefused(.dailyLimit(picked: 2, limit: 2), leaves: house) {
      try house.pick(customers[2], by: .zhang)
    }
    XCTAssertNoThrow(try house.enter(house.form(), by: .zhang), "an entry is no pick")
    try house.set("2026-11-26T23:59:59")
    assertRefused(code: "daily_limit") { try house.pick(customers[2], by: .zhang) }
    try house.set("2026-11-27 00:00")
    XCTAssertNoThrow(try house.pick(customers[2], by: .zhang))
  }

  /// R3.7: while the clock stood ahead it was another day.
  func testPicksOfALaterDayDoNotCount() throws {
    let house = try TestHouse(Policy.channel(["daily_picks": 1]), at: "2026-11-27 09:00")
    let customers = try house.customers(3, in: .sea)
    try house.pick(customers[0], by: .zhang)
    try house.set("2026-11-26 23:59")
    XCTAssertEqual(try house.library(of: .zhang).day.picks, 0)
    XCTAssertNoThrow(try house.pick(customers[1], by: .zhang))
    assertRefused(code: "daily_limit") { try house.pick(customers[2], by: .zhang) }
  }

  func testARefusedPickCostsNothing() throws {
    let house = try TestHouse(Policy.channel(["daily_picks": 1]))
    let customers = try house.customers(2, in: .sea)
    try house.pick(customers[0], by: .li)
    assertRefused(code: "held") { try house.pick(customers[0], by: .zhang) }
    XCTAssertNoThrow(try house.pick(customers[1], by: .zhang))
  }

  func testZeroIsNoLimit() throws {
    let house = try TestHouse(Policy.channel(["daily_picks": 0]))
    for customer in try house.customers(25, in: .sea) { try house.pick(customer, by: .zhang) }
  }

  // MARK: the collision check (R5.3, R5.7)

  func testACollisionStopsPickAsWellAsEnter() throws {
    let house = try TestHouse()
    let known = try house.customer("苏州日东精密电子有限公司", in: .library(of: .li), phone: "0512-60010001")
    for name in ["苏州日东精密电子有限公司", "蘇州日東精密電子有限公司", " 苏州日东精密电子(有限公司) ", "苏州日东 精密电子有限公司"] {
      let hit = try assertCollides(leaves: house) { try house.enter(house.form(name), by: .zhang) }.hits.first
      XCTAssertEqual(hit?.customer, known)
      XCTAssertEqual(hit?.holder, try house.holder(.li))
      XCTAssertEqual(hit?.matched, "苏州日东精密电子有限公司")
      XCTAssertEqual(hit?.verdict, .mayNotFollow)
    }
  }

  func testOneHitOfAnyNumberIsACollision() throws {
    let house = try TestHouse()
    let known = try house.customer("苏州日东精密电子有限公司", in: .sea, phone: "0512-60010001 13800010001")
    for number in [
      "0512-60010001", "60010001", "+86 512 6001 0001", "（0512）６００１０００１", "0512-60010001转8001",
      "138 0001 0001",
      "+8613800010001",
    ] {
      XCTAssertThrowsError(try house.enter(house.form(phone: number), by: .zhang), number) { error in
        guard case .collision(let receipt) = error as? Refusal else { return XCTFail("\(number): \(error)") }
        XCTAssertEqual(receipt.hits.map(\.customer), [known], number)
        XCTAssertNil(receipt.hits.first?.holder)
      }
    }
    var form = house.form()
    form.faxes = ["0512-60010001"]
    assertRefused(code: "collision") { try house.enter(form, by: .zhang) }
    XCTAssertNoThrow(try house.enter(house.form(phone: "0512-60010002"), by: .zhang))
  }

  // MARK: numbers (R6.3)

  func testACustomerWithNoCallableNumberCantBePicked() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .sea, phone: "0512-60010001")
    try house.pick(customer, by: .zhang)
    try house.write(NoteEntry(outcome: .deadNumber, number: "051260010001"), on: customer, by: .zhang)
    try house.release(customer, by: .zhang)
    house.pass(minutes: 2)
    try assertRefused(.noCallableNumber, leaves: house) { try house.pick(customer, by: .li) }
  }

  /// Nobody can be called on a fax.
  func testAFaxIsNoCallableNumber() throws {
    let house = try TestHouse()
    var form = house.form(phone: "0512-60010001")
    form.faxes = ["0512-60010009"]
    let customer = try house.enter(form, by: .zhang)
    try house.write(NoteEntry(outcome: .deadNumber, number: "051260010001"), on: customer, by: .zhang)
    try house.release(customer, by: .zhang)
    house.pass(minutes: 2)
    assertRefused(.noCallableNumber) { try house.pick(customer, by: .li) }
  }

  func testOneCallableNumberIsEnough() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .sea, phone: "0512-60010001 13800010001")
    try house.pick(customer, by: .zhang)
    try house.write(NoteEntry(outcome: .deadNumber, number: "051260010001"), on: customer, by: .zhang)
    try house.release(customer, by: .zhang)
    house.pass(minutes: 2)
    XCTAssertNoThrow(try house.pick(customer, by: .li))
  }

  /// R6.3: one left with no number that may be called can't be picked; of one that never had a number nothing was learned.
  func testACustomerWithoutAnyNumber() throws {
    let house = try TestHouse()
    let (none, dead) = (try house.customer(in: .sea), try house.customer(in: .sea))
    try house.store().connection.run("DELETE FROM number WHERE customer = ?", [none])
    try house.store().connection.run("UPDATE number SET mark = 'dead' WHERE customer = ?", [dead])
    XCTAssertNoThrow(try house.pick(none, by: .zhang))
    try assertRefused(.noCallableNumber, leaves: house) { try house.pick(dead, by: .zhang) }
  }
}
