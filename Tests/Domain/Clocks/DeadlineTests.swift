import Domain
import TestSupport
import XCTest

/// Clocks side by side, each with its own start and its own renewal (R4.1, R4.4).
final class DeadlineTests: XCTestCase {
  func testAFreshCustomerCountsFromItsEntry() throws {
    let life = try Life(entered: "2026-11-26 09:30")
    XCTAssertEqual(
      try life.clocks, ["note 2026-12-26 24:00", "visit 2027-01-25 24:00", "signing 2027-05-25 24:00"])
  }

  func testTheHourOfTheStartDoesNotMatter() throws {
    for time in ["00:00", "09:30", "23:59"] {
      XCTAssertEqual(try Life(entered: "2026-11-26 \(time)").due, "2026-12-26 24:00", time)
    }
  }

  /// The day is the house's: 23:30 UTC of the 25th is the morning of the 26th at UTC+08:00.
  func testDaysAreThoseOfTheHouse() throws {
    XCTAssertEqual(try Life(entered: "2026-11-25T23:30:00Z").due, "2026-12-26 24:00")
    XCTAssertEqual(try Life(entered: "2026-11-26T16:00:00Z").due, "2026-12-27 24:00")
    let west = try Life(Policy.channel(["utc_offset": "-05:00"]), entered: "2026-11-26T03:00:00Z")
    XCTAssertEqual(try west.due, "2026-12-25 24:00")
  }

  func testANoteRenewsOnlyWhatANoteRenews() throws {
    var life = try Life(entered: "2026-11-26 09:30")
    try life.note("2026-12-20 10:00")
    XCTAssertEqual(
      try life.clocks, ["note 2027-01-19 24:00", "visit 2027-01-25 24:00", "signing 2027-05-25 24:00"])
  }

  func testAVisitIsANoteToo() throws {
    var life = try Life(entered: "2026-11-26 09:30")
    try life.visit("2026-12-20 10:00")
    XCTAssertEqual(
      try life.clocks, ["note 2027-01-19 24:00", "visit 2027-02-18 24:00", "signing 2027-05-25 24:00"])
  }

  func testNothingRenewsTheSigningClock() throws {
    var life = try Life(entered: "2026-11-26 09:30")
    for month in 1...5 { try life.visit("2027-0\(month)-20 10:00") }
    XCTAssertEqual(
      try life.clocks, ["signing 2027-05-25 24:00", "note 2027-06-19 24:00", "visit 2027-07-19 24:00"])
  }

  /// Several at one moment: the first in the policy is the headline, all of them are reasons (R4.4).
  func testClocksOfOneMomentAreAllReasons() throws {
    var life = try Life(entered: "2026-11-26 09:30")
    try life.note("2026-12-26 10:00")
    XCTAssertEqual(try life.clocks.prefix(2), ["note 2027-01-25 24:00", "visit 2027-01-25 24:00"])
    XCTAssertEqual(try life.standing.rulingClocks, ["note", "visit"])
    XCTAssertEqual(try life.standing.ruling.clock.name, "note")
  }

  func testTheOrderOfThePolicyDecidesTheHeadline() throws {
    let policy = try Policy.channel(["clocks": [.clock("visit", "30d"), .clock("note", "30d")]])
    XCTAssertEqual(try Life(policy, entered: "2026-11-26 09:30").standing.rulingClocks, ["visit", "note"])
  }

  /// Whether (a) repeats is one key of the policy: else the first note stops it for good (R4.1).
  func testAClockThatDoesNotRepeatIsStoppedByTheFirstNote() throws {
    let policy = try Policy.channel([
      "clocks": [.clock("note", "30d", repeats: false), .clock("visit", "60d")]
    ])
    var life = try Life(policy, entered: "2026-11-26 09:30")
    XCTAssertEqual(try life.clocks, ["note 2026-12-26 24:00", "visit 2027-01-25 24:00"])
    try life.note("2026-12-20 10:00")
    XCTAssertEqual(try life.clocks, ["visit 2027-01-25 24:00"])
  }

  func testWhereNoClockRunsNothingIsEverDue() throws {
    let policy = try Policy.channel(["clocks": [.clock("note", "30d", repeats: false)]])
    var life = try Life(policy, entered: "2026-11-26 09:30")
    try life.note("2026-12-20 10:00")
    XCTAssertNil(policy.standing(of: life.opportunity, warnings: [], in: life.calendar))
  }

  // MARK: the moment of release (R4.5)

  func testTheMomentOfReleaseIsThePolicys() throws {
    // 2026-12-26 is a Saturday, 2026-12-28 a Monday; 2027-01-01 a public holiday, a Friday.
    for (moment, restDay, entered, due) in [
      ("24:00", "keep", "2026-11-26", "2026-12-26 24:00"),
      ("24:00", "move", "2026-11-26", "2026-12-28 24:00"),
      ("10:00", "keep", "2026-11-26", "2026-12-26 10:00"),
      ("10:00", "move", "2026-11-26", "2026-12-28 10:00"),
      ("10:00", "move", "2026-12-02", "2027-01-04 10:00"),
      ("10:00", "move", "2026-12-01", "2026-12-31 10:00"),
      // The National Day: a release on any of its days moves to the day after them.
      ("10:00", "move", "2026-09-02", "2026-10-08 10:00"),
      ("10:00", "move", "2026-09-10", "2026-10-10 10:00"),
    ] {
      let policy = try Policy.channel(["release": .release(moment, restDay: restDay)])
      XCTAssertEqual(try Life(policy, entered: "\(entered) 09:30").due, due, "\(moment) \(restDay)")
    }
  }

  func testTheDueMomentIsTheLastThatCounts() throws {
    var life = try Life(entered: "2026-11-26 09:30")
    XCTAssertEqual(try life.tick("2026-12-25 00:00"), "warned 1")
    XCTAssertFalse(try life.standing.isOver(at: try life.calendar.time("2026-12-26T23:59:59")))
    XCTAssertTrue(try life.standing.isOver(at: try life.calendar.time("2026-12-27T00:00:00")))
  }

  /// 24:00 belongs to the day that ends (R3.6).
  func testMidnightBelongsToTheDayThatEnds() throws {
    let life = try Life(entered: "2026-11-26 09:30")
    XCTAssertEqual(life.calendar.dueDay(of: try life.calendar.time("2026-12-27 00:00")).iso, "2026-12-26")
    XCTAssertEqual(life.calendar.dueDay(of: try life.calendar.time("2026-12-27 10:00")).iso, "2026-12-27")
  }

  /// Clocks in desk days and in months beside one in days (R4.5).
  func testUnitsSideBySide() throws {
    let policy = try Policy.channel([
      "clocks": [.clock("note", "2wd"), .clock("visit", "1mo"), .clock("signing", "40d", repeats: false)],
      "warnings": [1],
    ])
    XCTAssertEqual(
      try Life(policy, entered: "2026-09-30 09:30").clocks,
      ["note 2026-10-09 24:00", "visit 2026-10-30 24:00", "signing 2026-11-09 24:00"])
    XCTAssertEqual(
      try Life(policy, entered: "2026-10-31 09:30").clocks,
      ["note 2026-11-03 24:00", "visit 2026-11-30 24:00", "signing 2026-12-10 24:00"])
  }
}
