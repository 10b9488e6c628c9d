import Domain
import Storage
import TestSupport
import XCTest

@testable import Services

/// What the collision check says of what it finds, and what acts make of it (R5.4 to R5.8).
final class CollisionVerdictTests: CollisionLookCase {
  func testWhatIsDueIsInTheSeaBeforeTheEngineCame() throws {
    let house = try TestHouse()
    let customer = try house.customer(known, in: .library(of: .li))
    try house.tick(through: "2026-12-26 12:00")
    assertHits(try look(house, known), [(customer, .mayNotFollow, "held", [.name])])
    try house.set("2026-12-27 00:00")
    assertHits(try look(house, known), [(customer, .mayPick, "in_the_sea", [.name])])
  }

  /// Section 9: what the service axis says of a customer that somebody signed.
  func testASignedCustomerIsJudgedByItsAxis() throws {
    let house = try TestHouse(at: "2026-11-26 14:00")
    let customer = try house.signed(by: .li, opened: "2026-11-26")
    let name = try house.view(customer, as: .li).customer.name
    assertHits(try look(house, name), [(customer, .mayFollow, "service", [.name])])
    assertHits(try look(house, name, by: .li), [(customer, .mayNotFollow, "own", [.name])])
    try house.set("2027-08-01 14:00")
    assertHits(try look(house, name), [(customer, .mayNotFollow, "renewal", [.name])])
    try house.set("2027-11-26 14:00")
    assertHits(try look(house, name), [(customer, .mayNotFollow, "protection", [.name])])
  }

  func testOnesOwnAndWhatCoolsDown() throws {
    let house = try TestHouse(Policy.channel(["cool_down": 15]))
    let customer = try house.customer(known, in: .library(of: .zhang))
    assertHits(try look(house, known), [(customer, .mayNotFollow, "own", [.name])])
    try house.release(customer, by: .zhang)
    assertHits(try look(house, known, by: .li), [(customer, .mayNotFollow, "undo_pending", [.name])])
    house.pass(minutes: 2)
    assertHits(try look(house, known, by: .li), [(customer, .mayPick, "in_the_sea", [.name])])
    assertHits(try look(house, known), [(customer, .mayNotFollow, "cooling_down", [.name])])
  }

  /// R3.12: by the name, and by its key; with or without a customer.
  func testABlockedNameMayNotBeFollowed() throws {
    let house = try TestHouse()
    try BlockName(known, true).perform(by: house.id(.manager), at: house.now, in: house.house)
    for name in [known, "蘇州日東精密電子有限公司", "昆山日东精密电子商行"] {
      XCTAssertEqual(try look(house, name).hits.map(\.reason), [.blocked], name)
      XCTAssertEqual(try look(house, name).verdict, .mayNotFollow, name)
      try assertRefused(.blocked, leaves: house) { try house.enter(house.form(name), by: .zhang) }
    }
    XCTAssertEqual(try look(house, "苏州日东精密电子贸易有限公司").verdict, .judge)
  }

  /// R5.4: the check sees beyond the user's rights and tells the holder; nothing else of it.
  func testEverybodySeesEveryCollision() throws {
    let house = try TestHouse()
    try house.customer(known, in: .library(of: .li))
    for who in TestHouse.Who.allCases where who != .li {
      let hit = try look(house, known, by: who).hits.first
      XCTAssertEqual(hit?.holder, try house.holder(.li), "\(who)")
    }
  }

  /// What somebody types next calls the search off: it searches while one types and never keeps a key waiting.
  func testALookCanBeCalledOff() throws {
    let house = try TestHouse()
    try house.customer(known, in: .sea)
    let interrupter = Interrupter()
    let query = CollisionQuery(name: known)
    let read = {
      try house.house.interruptible(by: interrupter) {
        try CollisionLook.read(query, by: house.id(.zhang), at: house.now, in: house.house)
      }
    }
    XCTAssertEqual(try read().hits.count, 1)
    interrupter.interrupt()
    assertFails(.interrupted) { _ = try read() }
    XCTAssertEqual(try BaseDump(house.path).count("receipt"), 0)
  }

  /// R6.3: nobody enters a customer by a number that must not be called.
  func testNobodyEntersByANumberNotToBeCalled() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .li), phone: "0512-60010001 13800010001")
    try house.write(NoteEntry(outcome: .doNotCall, number: "051260010001"), on: customer, by: .li)
    let receipt = try assertCollides(leaves: house) {
      try house.enter(house.form(phone: "0512-60010001"), by: .zhang)
    }
    XCTAssertEqual(receipt.hits.map(\.reason), [.doNotCall])
  }

  /// R5.8: where support is to judge, nobody enters by himself.
  func testWhatSupportIsToJudgeIsNotEntered() throws {
    let house = try TestHouse()
    try house.customer("苏州精密机械有限公司", in: .sea)
    let receipt = try assertCollides(leaves: house) {
      try house.enter(house.form("无锡精密机械有限公司"), by: .zhang)
    }
    XCTAssertEqual(receipt.verdict, .judge)
  }

  /// What shares a key alone lives beside it: each can be picked from the sea.
  func testASharedKeyStopsNoPick() throws {
    let house = try TestHouse()
    let one = try house.customer("苏州精密机械有限公司", in: .sea)
    let other = try house.customer("无锡精密机械有限公司", in: .sea)
    XCTAssertNoThrow(try house.pick(one, by: .li))
    XCTAssertNoThrow(try house.pick(other, by: .zhang))
  }

  func testWhatIsTooMuchIsSaid() throws {
    let house = try TestHouse()
    for city in 0..<25 { try house.customer("苏州日东精密电子第\(city)有限公司", in: .sea) }
    let look = try look(house, "日东精密电子")
    XCTAssertEqual(look.hits.count, 20)
    XCTAssertTrue(look.hasMore)
  }
}
