import Domain
import TestSupport
import XCTest

@testable import Services

/// The floor as it is just now (R8.5), and the signings it hears of (R11.9).
final class WallboardTests: XCTestCase {
  func testWhatDiallingAndNotesShow() {
    let now = Instant(seconds: 100_000)
    func state(_ dialled: Int64?, _ noted: Int64?) -> FloorState {
      FloorState(dialledAt: dialled.map { now - $0 }, notedAt: noted.map { now - $0 }, at: now)
    }
    XCTAssertEqual(state(nil, nil), .notBegun)
    XCTAssertEqual(state(60, nil), .onThePhone(since: now - 60))
    XCTAssertEqual(state(60, 300), .onThePhone(since: now - 60))
    XCTAssertEqual(state(60, 60), .idle(since: now - 60), "it was noted in the same second")
    XCTAssertEqual(state(300, 60), .idle(since: now - 60))
    XCTAssertEqual(state(nil, 60), .idle(since: now - 60), "a desk phone shows by its note alone")
    let longest = FloorState.longestCall
    XCTAssertEqual(state(longest, nil), .onThePhone(since: now - longest))
    XCTAssertEqual(state(longest + 1, nil), .idle(since: now - longest - 1))
  }

  func testTheHoursOfTheDay() throws {
    let house = try TestHouse(at: "2026-11-26 09:30")
    let customers = try house.customers(3, in: .library(of: .zhang))
    _ = try house.note(customers[0], by: .zhang)
    let back = try house.note(customers[1], by: .zhang)
    try house.takeBack(back.note, on: customers[1], by: .zhang)
    try house.set("2026-11-26 11:00")
    for _ in 1...2 { _ = try house.note(customers[2], by: .zhang) }
    _ = try house.note(customers[2], by: .zhang, kind: .message)
    let board = try Wallboard.read(by: house.id(.director), at: house.now, in: house.house)
    XCTAssertEqual(board.hours, Array(repeating: 0, count: 9) + [1, 0, 2])
    XCTAssertEqual([board.calls, board.callsThisHour, board.onThePhone], [3, 2, 0])
    let zhang = try XCTUnwrap(board.lines.first { $0.person.login == "zhang" })
    XCTAssertEqual([zhang.calls, zhang.callsThisHour], [3, 2])
    try house.set("2026-11-27 09:00")
    let next = try Wallboard.read(by: house.id(.director), at: house.now, in: house.house)
    XCTAssertEqual([next.calls, next.lines.filter { $0.state == .notBegun }.count], [0, 2], "a new day")
  }

  /// R2.2, R2.4
  func testWhoIsOnTheBoard() throws {
    let house = try TestHouse()
    func logins(_ who: TestHouse.Who, _ department: String? = nil) throws -> [String] {
      try Wallboard.read(department: department, by: house.id(who), at: house.now, in: house.house).lines
        .map(\.person.login).sorted()
    }
    XCTAssertEqual(try logins(.director), ["li", "zhang"])
    XCTAssertEqual(try logins(.manager), ["zhang"])
    XCTAssertEqual(try logins(.director, "二部"), ["li"])
    assertRefused(.notAllowed(.see)) { _ = try logins(.manager, "二部") }
    assertRefused(.notAllowed(.see)) { _ = try logins(.reception) }
    try house.store().connection.run("UPDATE person SET is_active = 0 WHERE login = 'li'")
    XCTAssertEqual(try logins(.director), ["zhang"])
  }

  func testTheLastSigning() throws {
    let house = try TestHouse()
    func heard() throws -> Signing? { try house.house.ground(of: house.id(.li), at: house.now).signing }
    XCTAssertNil(try heard())
    let customers = try house.customers(2, in: .library(of: .zhang))
    let order = try house.order(customers[0], yuan: 100)
    XCTAssertNil(try heard(), "an order that waits is no signing")
    try house.confirm(order)
    let first = try XCTUnwrap(heard())
    XCTAssertEqual([first.name, first.department, first.amount.text], ["何小满", "一部", "100.00"])
    XCTAssertEqual(first.confirmer, house.id(.clerk))
    let second = try house.order(customers[1], yuan: 200)
    try house.confirm(second)
    XCTAssertGreaterThan(try XCTUnwrap(heard()).number, first.number)
    try house.void(second)
    XCTAssertNil(try heard(), "of what was voided nothing is heard")
  }
}
