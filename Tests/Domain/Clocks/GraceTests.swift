import Domain
import TestSupport
import XCTest

/// Nobody is released unwarned, however long engine or house were down (R4.7).
final class GraceTests: XCTestCase {
  // Due on Saturday, 2026-12-26 24:00: the last desk hours before are those of Friday the 25th.
  private let entered = "2026-11-26 09:30"

  func testWarnedInTimeIsEightDeskHoursBefore() throws {
    for (warned, due) in [
      // Friday, 10:00 to 18:00, are eight hours.
      ("2026-12-25 09:59", "2026-12-26 24:00"), ("2026-12-25 10:00", "2026-12-26 24:00"),
      ("2026-12-25 10:01", "2026-12-28 24:00"), ("2026-12-25 18:00", "2026-12-28 24:00"),
      // The rest of the day before fills up what Friday lacks.
      ("2026-12-24 17:59", "2026-12-26 24:00"), ("2026-12-26 12:00", "2026-12-28 24:00"),
    ] {
      var life = try Life(entered: entered)
      _ = try life.tick(warned)
      XCTAssertEqual(try life.due, due, "warned \(warned)")
    }
  }

  /// To the first release hour at or after the end of the next desk day following the first warning.
  func testGraceEndsWithTheNextDeskDay() throws {
    for (warned, graceEnd) in [
      ("2026-12-27 09:00", "2026-12-28 24:00"), ("2026-12-28 00:00", "2026-12-29 24:00"),
      ("2026-12-28 23:59", "2026-12-29 24:00"), ("2026-12-31 10:00", "2027-01-04 24:00"),
      ("2027-02-04 10:00", "2027-02-11 24:00"),
    ] {
      var life = try Life(entered: entered)
      XCTAssertEqual(try life.tick(warned), "warned 1")
      XCTAssertEqual(try life.due, graceEnd, "warned \(warned)")
    }
  }

  func testGraceEndsAtTheHourOfThePolicy() throws {
    // At the end of the next desk day 10:00 has passed: it is 10:00 of the day after, a desk day.
    for (restDay, warned, graceEnd) in [
      ("move", "2026-12-28 10:00", "2026-12-30 10:00"), ("keep", "2026-12-30 11:00", "2027-01-01 10:00"),
      ("move", "2026-12-30 11:00", "2027-01-04 10:00"), ("move", "2026-12-24 11:00", "2026-12-28 10:00"),
    ] {
      let policy = try Policy.channel(["release": .release("10:00", restDay: restDay)])
      var life = try Life(policy, entered: "2026-11-20 09:30")
      _ = try life.tick(warned)
      XCTAssertEqual(try life.due, graceEnd, "\(restDay), warned \(warned)")
    }
  }

  /// Late by more than the grace: still never earlier than a desk day after the warning.
  func testTheLateTickWarnsAndDoesNotRelease() throws {
    var life = try Life(entered: entered)
    XCTAssertEqual(try life.tick("2027-03-01 10:00"), "warned 1")
    XCTAssertEqual(try life.tick("2027-03-02 23:59"), "")
    XCTAssertEqual(try life.tick("2027-03-03 00:00"), "released")
  }

  func testTheEngineStoppedOverAHoliday() throws {
    // Due on 2026-10-03; the engine stops on Wednesday evening, before the holiday, having warned of nothing.
    var life = try Life(entered: "2026-09-03 10:00")
    XCTAssertEqual(try life.tick("2026-10-08 09:00"), "warned 1")
    XCTAssertEqual(try life.due, "2026-10-09 24:00")
    XCTAssertEqual(try life.tick("2026-10-09 23:59"), "")
    XCTAssertEqual(try life.tick("2026-10-10 00:00"), "released")
  }

  func testOneWhoWasWarnedBeforeTheOutageHasHadHisNotice() throws {
    var life = try Life(entered: "2026-09-03 10:00")
    XCTAssertEqual(try life.tick("2026-09-26 10:00"), "warned 7")
    XCTAssertEqual(try life.tick("2026-10-08 09:00"), "warned 1, released")
  }

  /// Once per period: further warnings do not put it off again.
  func testGraceIsGrantedOnce() throws {
    var life = try Life(entered: entered)
    XCTAssertEqual(try life.tick("2026-12-26 10:00"), "warned 1")
    let due = try life.due
    for at in ["2026-12-27 10:00", "2026-12-28 10:00", "2026-12-28 23:59"] {
      XCTAssertEqual(try life.tick(at), "")
      XCTAssertEqual(try life.due, due)
    }
  }

  func testTheLastLevelIsNotSaidAgainForTheNewDue() throws {
    var life = try Life(entered: "2026-09-04 10:00")  // due 2026-10-04, within the holiday
    XCTAssertEqual(try life.tick("2026-10-01 10:00"), "warned 1")
    XCTAssertEqual(try life.due, "2026-10-08 24:00")
    XCTAssertEqual(try life.warningsAhead, [])
    XCTAssertEqual(life.text(try life.standing.wakesAt), "2026-10-09 00:00")
  }

  func testANoteEndsTheGrace() throws {
    var life = try Life(entered: entered)
    _ = try life.tick("2026-12-26 10:00")
    try life.note("2026-12-28 10:00")
    XCTAssertEqual(try life.clocks.first, "visit 2027-01-25 24:00")
    XCTAssertNil(try life.standing.firstWarning)
  }

  /// Fresh customers of a clock shorter than its first warning are warned at once, with all of their time left.
  func testAClockAsShortAsItsWarningWarnsFromTheStart() throws {
    let policy = try Policy.channel(["clocks": [.clock("note", "1wd")], "warnings": [1]])
    // Due on Friday, 24:00: nine desk hours and a half are left.
    var life = try Life(policy, entered: "2026-11-26 17:30")
    XCTAssertEqual(try life.tick("2026-11-26 17:30"), "warned 1")
    XCTAssertEqual(try life.due, "2026-11-27 24:00")
  }
}
