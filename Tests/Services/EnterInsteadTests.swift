import Domain
import Services
import TestSupport
import XCTest

/// A new customer entered into a full library, in the place of another, in one step (R3.4).
final class EnterInsteadTests: XCTestCase {
  private func fullHouse() throws -> (TestHouse, held: [CustomerID]) {
    let house = try TestHouse(Policy.channel(["capacity": 2]))
    return (house, try house.customers(2, in: .library(of: .zhang)))
  }

  @discardableResult
  private func enter(
    _ form: CustomerForm? = nil, releasing old: CustomerID, pair: CustomerID? = nil,
    application: ApplicationID? = nil, in house: TestHouse
  ) throws -> CustomerID {
    let entry = EnterCustomer(form ?? house.form(), pair: pair, application: application, releasing: old)
    return try entry.perform(by: house.id(.zhang), at: house.now, in: house.house)
  }

  func testItReleasesAndEnters() throws {
    let (house, held) = try fullHouse()
    try assertRefused(.libraryFull(held: 2, capacity: 2), leaves: house) {
      try house.enter(house.form(), by: .zhang)
    }
    let new = try enter(releasing: held[0], in: house)
    XCTAssertEqual(try house.view(new).holder, try house.holder(.zhang))
    XCTAssertEqual(try house.view(new).opportunity?.wayIn, .entered)
    XCTAssertEqual(try house.view(held[0]).customer.state, .unassigned)
    XCTAssertEqual(try house.library(of: .zhang).held, 2)
    try assertRefused(.libraryFull(held: 2, capacity: 2), leaves: house) {
      try house.enter(house.form(), by: .zhang)
    }
  }

  func testTheEntryNamesWhatMadeRoomForIt() throws {
    let (house, held) = try fullHouse()
    try enter(releasing: held[0], in: house)
    let released = try BaseDump(house.path).value(
      "SELECT detail ->> '$.facts.released' FROM event WHERE act = 'enter' ORDER BY id DESC LIMIT 1")
    XCTAssertEqual(released, held[0].code)
  }

  func testWhatOneDoesNotHoldMakesNoRoom() throws {
    let (house, _) = try fullHouse()
    for customer in [try house.customer(in: .library(of: .li)), try house.customer(in: .sea)] {
      try assertRefused(.notHeld, leaves: house) { try enter(releasing: customer, in: house) }
    }
    try assertRefused(.unknownCustomer("K000099"), leaves: house) {
      try enter(releasing: CustomerID(99), in: house)
    }
  }

  /// R5.7: only the receipt of the check stays.
  func testACollisionReleasesNothing() throws {
    let (house, held) = try fullHouse()
    let name = "苏州日东精密电子有限公司"
    try house.customer(name, in: .library(of: .li))
    assertRefused(code: "collision") { try enter(house.form(name), releasing: held[0], in: house) }
    XCTAssertEqual(try house.view(held[0]).holder, try house.holder(.zhang))
    XCTAssertEqual(try house.library(of: .zhang).held, 2)
  }

  /// The company that is given up is not entered again: it is still known.
  func testACustomerForItself() throws {
    let (house, held) = try fullHouse()
    let form = house.form(try house.view(held[0]).customer.name)
    assertRefused(code: "collision") { try enter(form, releasing: held[0], in: house) }
    XCTAssertEqual(try house.view(held[0]).holder, try house.holder(.zhang))
  }

  func testAMissingFieldReleasesNothing() throws {
    let (house, held) = try fullHouse()
    var form = house.form()
    form.address = ""
    try assertRefused(.invalidField("address", .missing), leaves: house) {
      try enter(form, releasing: held[0], in: house)
    }
  }

  func testAnAnswerOfSupportThatIsNotThereReleasesNothing() throws {
    let (house, held) = try fullHouse()
    try house.customer("苏州日东精密电子有限公司", in: .library(of: .li), phone: "0512-60010001")
    let application = try house.apply("苏州日东精密电子中心有限公司")
    try assertRefused(.application(.open), leaves: house) {
      try enter(house.form("苏州日东精密电子中心有限公司"), releasing: held[0], application: application, in: house)
    }
  }

  /// R3.10: one can't be given up and be half of a pair.
  func testThePairIsNotWhatIsGivenUp() throws {
    let (house, held) = try fullHouse()
    var person = house.form("王建国", phone: "13800010001")
    person.kind = .person
    try assertRefused(.notHeld, leaves: house) {
      try enter(person, releasing: held[0], pair: held[0], in: house)
    }
  }

  /// Over the cap one for one lets nothing more in.
  func testTheCapIsExact() throws {
    let (house, held) = try fullHouse()
    let connection = try house.store().connection
    try connection.run("UPDATE person SET capacity = 1 WHERE id = ?", [house.id(.zhang)])
    try assertRefused(.libraryFull(held: 2, capacity: 1), leaves: house) {
      try enter(releasing: held[0], in: house)
    }
  }

  /// R4.6: what was over has flowed back, whatever becomes of the entry.
  func testWhatFlowedBackMeanwhileMakesNoRoom() throws {
    let (house, held) = try fullHouse()
    try house.tick(through: "2026-12-26 12:00")
    try house.set("2026-12-27 00:00")
    assertRefused(.flowedBack(at: house.now)) { try enter(releasing: held[0], in: house) }
    XCTAssertEqual(
      try BaseDump(house.path).count("customer", where: "id = \(held[0].value) AND owner IS NULL"), 1)
  }

  /// R3.5: the entry stays; what made room for it comes back where there is room again.
  func testUndoBringsTheReleasedOneBackWhereThereIsRoom() throws {
    let (house, held) = try fullHouse()
    try enter(releasing: held[0], in: house)
    try assertRefused(.libraryFull(held: 2, capacity: 2), leaves: house) { try house.undo(by: .zhang) }
    try house.store().connection.run("UPDATE person SET capacity = 3 WHERE id = ?", [house.id(.zhang)])
    let undone = try house.undo(by: .zhang)
    XCTAssertEqual(undone.act, .release)
    XCTAssertEqual(undone.customer, held[0])
    XCTAssertEqual(try house.library(of: .zhang).held, 3)
  }
}
