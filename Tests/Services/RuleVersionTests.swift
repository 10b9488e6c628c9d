import Domain
import Storage
import TestSupport
import XCTest

@testable import Services

/// Versions of policies and of the calendar (R4.5, R4.15).
final class RuleVersionTests: XCTestCase {
  /// A version of "channel" whose note clock runs so long; a visit still renews its own.
  private func version(note length: String, _ changes: [String: JSON] = [:]) throws -> String {
    let clocks: JSON = [
      .clock("note", length), .clock("visit", "60d"), .clock("signing", "180d", repeats: false),
    ]
    let keys = changes.merging(["clocks": clocks, "warnings": [3, 1]]) { own, _ in own }
    return String(decoding: try JSON.channel(keys).data, as: UTF8.self)
  }

  private func adopt(_ text: String, from day: String, in house: TestHouse, by who: TestHouse.Who = .admin)
    throws
  {
    try AdoptPolicy(text, from: try XCTUnwrap(Day(iso: day)))
      .perform(by: house.id(who), at: house.now, in: house.house)
  }

  private func adoptCalendar(_ lines: [String], in house: TestHouse) throws -> Set<Int> {
    try AdoptCalendar(lines.joined(separator: "\n"))
      .perform(by: house.id(.admin), at: house.now, in: house.house)
  }

  // MARK: policies

  func testAVersionHoldsFromItsDate() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    try adopt(version(note: "40d"), from: "2026-12-01", in: house)
    try house.set("2026-11-30T23:59:59")
    try house.engineTick()
    XCTAssertEqual(try house.due(customer), "2026-12-26 24:00")
    try house.set("2026-12-01 00:00")
    try house.engineTick()
    XCTAssertEqual(try house.due(customer), "2027-01-05 24:00", "the running clock follows")
    XCTAssertEqual(try house.alerts(of: .zhang).count, 0, "nothing came nearer")
  }

  /// From Tuesday, 2026-12-01: the third desk day after it is Friday, 2026-12-04.
  func testNoDueComesEarlierThanTheEndOfTheThirdDeskDayAfter() throws {
    let house = try TestHouse(at: "2026-11-20 10:00")
    let customer = try house.customer(in: .library(of: .zhang))
    try house.set("2026-11-26 10:00")
    let young = try house.customer(in: .library(of: .li))
    try adopt(version(note: "10d"), from: "2026-12-01", in: house)
    try house.set("2026-12-01 00:00")
    try house.engineTick()
    XCTAssertEqual(try house.due(customer), "2026-12-04 24:00", "10 days would be 2026-11-30")
    XCTAssertEqual(try house.alerts(of: .zhang).map(\.kind), [.warned, .dueMoved])
    XCTAssertEqual(try house.due(young, as: .li), "2026-12-06 24:00")
    XCTAssertTrue(try house.alerts(of: .li).contains { $0.kind == .dueMoved })
    try house.tick(through: "2026-12-04T23:59:59")
    XCTAssertEqual(try house.view(customer).holder, try house.holder(.zhang))
    try house.tick(through: "2026-12-05 00:00")
    XCTAssertEqual(try house.lastEnd(customer)?.at, "2026-12-04 24:00")
  }

  func testWhatWasDueBeforeThatStaysDue() throws {
    let house = try TestHouse(at: "2026-11-02 10:00")  // due 2026-12-02 24:00
    let customer = try house.customer(in: .library(of: .zhang))
    try house.tick(through: "2026-11-30 10:00")
    try adopt(version(note: "10d"), from: "2026-12-01", in: house)
    try house.tick(through: "2026-12-01 00:00")
    try house.engineTick()
    XCTAssertEqual(try house.due(customer), "2026-12-02 24:00")
  }

  /// The engine was down on the day the version begins: its days count from when it comes into force.
  func testAfterAnOutageTheThreeDaysAreLeft() throws {
    let house = try TestHouse(at: "2026-11-20 10:00")
    let customer = try house.customer(in: .library(of: .zhang))
    try adopt(version(note: "10d"), from: "2026-11-24", in: house)
    try house.set("2026-12-08 10:00")
    try house.engineTick()
    XCTAssertEqual(try house.due(customer), "2026-12-11 24:00")
  }

  /// What an extension asks for takes nothing of those days (R4.8).
  func testAnExtensionThatIsRefusedLeavesThem() throws {
    let house = try TestHouse(at: "2026-11-20 10:00")
    let customer = try house.customer(in: .library(of: .zhang))
    try adopt(version(note: "10d"), from: "2026-12-01", in: house)
    try house.set("2026-12-01 09:00")
    try house.engineTick()
    try house.answer(try house.ask(customer, days: 3), granted: false)
    XCTAssertEqual(try house.due(customer), "2026-12-04 24:00")
  }

  /// They hold for the whole house, by the policy it was set up with.
  func testTheFuseAndTheDeskHoursFollow() throws {
    let house = try TestHouse()
    let fuse: JSON = ["count": 7, "percent": 9, "behind": "5m", "ahead": "15d", "jump": "5m"]
    try adopt(
      version(note: "30d", ["fuse": fuse, "desk_hours": "08:30-17:30"]), from: "2026-11-26", in: house)
    try adopt(
      version(note: "30d", ["name": "site", "desk_hours": "01:00-02:00"]), from: "2026-11-26", in: house)
    try house.engineTick()
    XCTAssertEqual([house.house.rules.fuse.count, house.house.rules.fuse.percent], [7, 9])
    XCTAssertEqual(house.house.rules.calendar.deskHours, 510..<1050)
  }

  func testTheLatestToBeginHolds() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    try adopt(version(note: "60d"), from: "2026-12-10", in: house)
    try adopt(version(note: "40d"), from: "2026-12-01", in: house)
    for (moment, due) in [("2026-12-01 00:00", "2027-01-05 24:00"), ("2026-12-10 00:00", "2027-01-25 24:00")]
    {
      try house.set(moment)
      try house.engineTick()
      XCTAssertEqual(try house.due(customer), due)
    }
  }

  func testAPastDateAndABadFileAreRefused() throws {
    let house = try TestHouse()
    try assertRefused(.invalidField("from", .past), leaves: house) {
      try adopt(version(note: "40d"), from: "2026-11-25", in: house)
    }
    XCTAssertThrowsError(try adopt("{}", from: "2026-12-01", in: house))
    XCTAssertEqual(try BaseDump(house.path).count("rule_version"), 0)
  }

  func testAnotherProcessFollows() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    let other = try house.another()
    try adopt(version(note: "40d"), from: "2026-11-26", in: house)
    try house.engineTick()
    try WriteNote(NoteEntry(outcome: .connected), on: customer)
      .perform(by: house.id(.zhang), at: house.now, in: other)
    XCTAssertEqual(try house.dues(customer)["note"], "2027-01-05 24:00")
  }

  // MARK: in chunks

  /// The process dies between two chunks. Meanwhile nobody is released, and a restart goes on where it stopped.
  func testItIsTakenUpWhereItStopped() throws {
    let house = try TestHouse(Policy.channel(["capacity": 2000]))
    try house.importRows((0..<1100).map { "苏州潮音\($0)厂,0512-6\(3_000_000 + $0),苏州" }, to: .zhang)
    let last = CustomerID(1100)
    try house.tick(through: "2026-12-26 12:00")
    try adopt(version(note: "25d"), from: "2026-12-26", in: house)
    var chunks = 0
    try ReckonRules(house: house.house).perform(at: house.now) {
      chunks += 1
      return chunks < 2
    }
    XCTAssertEqual(try BaseDump(house.path).value("SELECT reckoned_to FROM rule_version"), "500")
    try house.set("2026-12-27 00:00")
    assertRefused(code: "held") { try house.pick(CustomerID(1), by: .li) }
    assertRefused(code: "held") { try house.pick(last, by: .li) }
    XCTAssertEqual(try house.library(of: .zhang).rows.count, 1100, "the list says the same")
    let other = try house.another()
    try ReckonRules(house: other).perform(at: house.now) { true }
    XCTAssertNil(try BaseDump(house.path).value("SELECT reckoned_to FROM rule_version"))
    XCTAssertNoThrow(try house.pick(last, by: .li), "its due, 2026-12-26 24:00, stood before")
  }

  // MARK: the calendar

  private let holidays = [
    "2026-12-28,off", "2026-12-29,off", "2026-12-30,off", "2026-12-31,off", "2026-12-27,work",
  ]

  /// Running clocks are reckoned anew: direct moves off the new days off.
  func testACalendarReplacesItsYears() throws {
    let house = try TestHouse(try XCTUnwrap(try ShippedPolicy.direct), at: "2026-12-12 10:00")
    let customer = try house.customer(in: .library(of: .zhang))
    let sunday = try house.customer(in: .library(of: .li))
    XCTAssertEqual(try house.due(customer), "2026-12-28 10:00", "Sunday, 2026-12-27 moves to Monday")
    XCTAssertEqual(try adoptCalendar(["2026-12-27,off"] + holidays.dropLast(), in: house), [2026])
    try house.engineTick()
    XCTAssertEqual(try house.due(customer), "2027-01-04 10:00")
    XCTAssertTrue(house.house.rules.calendar.isDeskDay(try XCTUnwrap(Day(iso: "2026-10-01"))), "replaced")
    XCTAssertEqual(try house.due(sunday, as: .li), "2027-01-04 10:00")
    XCTAssertEqual(try house.alerts(of: .zhang).count, 0)
    _ = try adoptCalendar(holidays, in: house)
    try house.engineTick()
    XCTAssertEqual(try house.due(customer), "2026-12-27 10:00", "a make-up workday")
    XCTAssertEqual(try house.alerts(of: .zhang).map(\.kind), [.dueMoved])
  }

  /// The next year's table takes nothing of this year's away.
  func testEachYearKeepsItsOwnTable() throws {
    let house = try TestHouse()
    _ = try adoptCalendar(holidays, in: house)
    try house.engineTick()
    _ = try adoptCalendar((4...8).map { "2027-01-0\($0),off" }, in: house)
    try house.engineTick()
    let calendar = house.house.rules.calendar
    for (day, isDeskDay) in [
      ("2026-12-27", true), ("2026-12-28", false), ("2027-01-04", false), ("2027-01-11", true),
    ] {
      XCTAssertEqual(calendar.isDeskDay(try XCTUnwrap(Day(iso: day))), isDeskDay, day)
    }
  }

  // MARK: the moment of a version

  /// It counts from its moment, whether or not the engine has reckoned it yet: nobody loses by the old rules what the new
  /// ones leave him, and what is reckoned later is held as long as ever.
  func testItCountsFromItsMoment() throws {
    for isEngineBack in [false, true] {
      let house = try TestHouse()
      let customer = try house.customer(in: .library(of: .zhang))
      try house.tick(through: "2026-12-25 12:00")
      try adopt(version(note: "45d"), from: "2026-12-26", in: house)
      try house.set("2026-12-27 00:00")
      if isEngineBack { try house.engineTick() }
      XCTAssertEqual(try house.due(customer), "2027-01-10 24:00")
      assertRefused(code: "held") { try house.pick(customer, by: .li) }
      XCTAssertNoThrow(try house.note(customer, by: .zhang))
    }
  }

  /// A capacity, too; and not before its moment.
  func testEveryFigureCountsFromItsMoment() throws {
    let house = try TestHouse()
    try house.customer(in: .library(of: .zhang))
    try adopt(version(note: "30d", ["capacity": 1]), from: "2026-11-27", in: house)
    XCTAssertNoThrow(try house.customer(in: .library(of: .zhang)))
    try house.set("2026-11-27 00:00")
    assertRefused(.libraryFull(held: 2, capacity: 1)) { try house.customer(in: .library(of: .zhang)) }
  }

  // MARK: a department's policy

  func testADepartmentUsesAnotherPolicy() throws {
    let house = try TestHouse()
    let before = try house.customer(in: .library(of: .zhang))
    try adopt(version(note: "15d", ["name": "site"]), from: "2026-11-27", in: house)
    func use(_ policy: String, in department: String) throws {
      try UsePolicy(policy, in: department).perform(by: house.id(.admin), at: house.now, in: house.house)
    }
    try assertRefused(.invalidField("policy", .unknown), leaves: house) { try use("site", in: "一部") }
    try house.set("2026-11-27 09:00")
    try house.engineTick()
    try assertRefused(.invalidField("department", .unknown), leaves: house) { try use("site", in: "九部") }
    try use("site", in: "一部")
    let after = try house.customer(in: .library(of: .zhang))
    XCTAssertEqual(try house.due(before), "2026-12-26 24:00", "what is open keeps its policy")
    XCTAssertEqual(try house.due(after), "2026-12-12 24:00")
    XCTAssertEqual(try house.due(try house.customer(in: .library(of: .li)), as: .li), "2026-12-27 24:00")
    try use("site", in: "总部")
    let inherited = try house.customer(in: .library(of: .li))
    XCTAssertEqual(try house.due(inherited, as: .li), "2026-12-12 24:00", "those below inherit")
  }
}
