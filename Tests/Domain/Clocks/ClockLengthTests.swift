import Domain
import TestSupport
import XCTest

/// Lengths of clocks as policies write them, and the due days they lead to (R4.5).
final class ClockLengthTests: XCTestCase {
  func testLengthsAreReadAsTheyAreWritten() {
    let lengths: [(String, ClockLength?)] = [
      ("30d", .days(30)), ("2wd", .deskDays(2)), ("6mo", .months(6)), ("1d", .days(1)),
      ("3660d", .days(3660)),
      ("0d", nil), ("-3d", nil), ("3661d", nil), ("30", nil), ("d", nil), ("", nil), ("30 d", nil),
      ("３0d", nil),
      ("1.5d", nil), ("30days", nil), ("99999999999999999999d", nil), ("2w", nil), ("1y", nil),
    ]
    for (text, length) in lengths {
      XCTAssertEqual(ClockLength(text), length, text)
      if let length { XCTAssertEqual(length.text, text) }
    }
  }

  /// Started on day D with 30 days, the due day is D+30; "wd" counts desk days, "mo" is clamped to the month's end.
  func testDueDays() throws {
    let calendar = HouseCalendar.shipped(for: try Policy.channel())
    for (start, length, due) in [
      ("2026-11-26", "30d", "2026-12-26"), ("2026-12-31", "1d", "2027-01-01"),
      ("2028-02-28", "1d", "2028-02-29"),
      ("2026-11-26", "1wd", "2026-11-27"), ("2026-11-27", "1wd", "2026-11-30"),
      ("2026-11-28", "1wd", "2026-11-30"),
      // The week of the National Day is off, 2026-10-10 is a make-up Saturday.
      ("2026-09-30", "1wd", "2026-10-08"), ("2026-09-30", "3wd", "2026-10-10"),
      ("2026-09-30", "4wd", "2026-10-12"),
      ("2026-01-31", "1mo", "2026-02-28"), ("2027-12-31", "2mo", "2028-02-29"),
      ("2026-08-31", "6mo", "2027-02-28"),
      ("2026-11-15", "12mo", "2027-11-15"),
    ] {
      let length = try XCTUnwrap(ClockLength(length))
      let day = try XCTUnwrap(Day(iso: start))
      XCTAssertEqual(length.dueDay(from: day, in: calendar).iso, due, "\(start) + \(length.text)")
    }
  }
}
