import Domain
import TestSupport
import XCTest

/// When who is warned (R4.7).
final class WarningTests: XCTestCase {
  // Due on Saturday, 2026-12-26 24:00.
  private let entered = "2026-11-26 09:30"

  func testALevelFiresAtMidnightOfItsDay() throws {
    // 2026-12-19 is a Saturday: the warning comes on the last desk day before, at the opening hour.
    XCTAssertEqual(
      try Life(entered: entered).warningsAhead,
      ["7 2026-12-18 09:00", "3 2026-12-23 00:00", "1 2026-12-25 00:00"])
  }

  func testLevelsOnRestDaysFireOnTheDeskDayBefore() throws {
    // Due on Monday, 2026-10-05, within the holiday that begins on Thursday the 1st.
    XCTAssertEqual(
      try Life(entered: "2026-09-05 10:00").warningsAhead,
      ["7 2026-09-28 00:00", "3 2026-09-30 09:00", "1 2026-09-30 09:00"])
  }

  func testAMakeUpSaturdayIsADayForWarnings() throws {
    // Due on Sunday, 2026-10-11; the day before it is worked.
    XCTAssertEqual(try Life(entered: "2026-09-11 10:00").warningsAhead.last, "1 2026-10-10 00:00")
  }

  func testEachLevelIsSaidOnceAPeriod() throws {
    var life = try Life(entered: entered)
    for (at, done) in [
      ("2026-12-18 08:59", ""), ("2026-12-18 09:00", "warned 7"), ("2026-12-18 09:00", ""),
      ("2026-12-22 23:59", ""), ("2026-12-23 00:00", "warned 3"), ("2026-12-24 12:00", ""),
      ("2026-12-25 00:00", "warned 1"), ("2026-12-26 23:59", ""), ("2026-12-27 00:00", "released"),
    ] {
      XCTAssertEqual(try life.tick(at), done, at)
    }
  }

  func testOfSeveralLevelsThatCameUpTheNearestIsSaid() throws {
    var life = try Life(entered: entered)
    XCTAssertEqual(try life.tick("2026-12-23 10:00"), "warned 3")
    XCTAssertEqual(try life.tick("2026-12-23 10:00"), "")
    XCTAssertEqual(try life.warningsAhead, ["1 2026-12-25 00:00"])
  }

  func testANewPeriodWarnsAnew() throws {
    var life = try Life(entered: entered)
    XCTAssertEqual(try life.tick("2026-12-23 10:00"), "warned 3")
    try life.note("2026-12-24 10:00")  // due 2027-01-23, a Saturday
    XCTAssertNil(try life.standing.firstWarning)
    XCTAssertEqual(try life.tick("2026-12-24 10:01"), "")
    XCTAssertEqual(try life.tick("2027-01-18 00:00"), "warned 7")
  }

  func testAnotherClockHasAPeriodOfItsOwn() throws {
    var life = try Life(entered: entered)
    try life.note("2026-12-26 10:00")  // note and visit are both due on 2027-01-25
    XCTAssertEqual(try life.tick("2027-01-18 10:00"), "warned 7")
    try life.note("2027-01-19 10:00")  // now the visit alone rules, from its own start
    XCTAssertEqual(try life.standing.ruling.clock.name, "visit")
    XCTAssertEqual(try life.tick("2027-01-19 10:01"), "warned 7")
    XCTAssertEqual(life.warnings.map(\.clock), ["note", "visit"])
  }

  func testTheWarningNamesItsClockAndPeriod() throws {
    var life = try Life(entered: entered)
    try life.note("2026-11-30 10:00")
    let now = try life.calendar.time("2026-12-29 00:00")
    XCTAssertEqual(
      try life.standing.warningDue(at: now),
      Warning(clock: "note", periodStart: try life.calendar.time("2026-11-30 10:00"), level: 1, at: now))
  }

  /// The engine sleeps until there is something to do: warn, or release (R4.12).
  func testTheEngineWakesForTheNextWarningOrTheRelease() throws {
    var life = try Life(entered: entered)
    for (wake, done) in [
      ("2026-12-18 09:00", "warned 7"), ("2026-12-23 00:00", "warned 3"), ("2026-12-25 00:00", "warned 1"),
      ("2026-12-27 00:00", "released"),
    ] {
      XCTAssertEqual(life.text(try life.standing.wakesAt), wake)
      XCTAssertEqual(try life.tick(wake), done)
    }
  }

  func testDaysLeftAreDaysToTheDueDay() throws {
    let life = try Life(entered: entered)
    let dueDay = life.calendar.dueDay(of: try life.standing.effectiveDue)
    XCTAssertEqual(dueDay - life.calendar.day(of: try life.calendar.time("2026-12-26 23:59")), 0)
    XCTAssertEqual(dueDay - life.calendar.day(of: try life.calendar.time("2026-12-19 00:00")), 7)
  }
}
