import Domain
import XCTest

final class WhenEnglishTests: WhenTestCase {
  func testDistances() throws {
    try assertMeans([
      "+2h": "11-26 16:36", "+3d": "11-29 09:00", "+30m": "11-26 15:06", "+1w": "12-03 09:00",
      "+2wd": "11-30 09:00", "+1h30m": "11-26 16:06", "+ 2 H": "11-26 16:36", "+3d 10:00": "11-29 10:00",
      "+2wd 3pm": "11-30 15:00", "in 2 hours": "11-26 16:36", "in 3 days": "11-29 09:00",
      "in an hour": "11-26 15:36",
      "half an hour": "11-26 15:06", "in half an hour": "11-26 15:06", "two weeks later": "12-10 09:00",
      "3 days from now": "11-29 09:00", "in 2 desk days": "11-30 09:00", "+1mo": "12-26 09:00",
      "1.5h": "11-26 16:06", "in 20 mins": "11-26 14:56", "in 3 days at 10": "11-29 10:00",
    ])
  }

  func testDays() throws {
    try assertMeans([
      "tomorrow 10:00": "11-27 10:00", "tmr": "11-27 09:00", "tomorrow 3pm": "11-27 15:00",
      "Tomorrow at 3 PM": "11-27 15:00", "TMR 9AM": "11-27 09:00", "day after tomorrow": "11-28 09:00",
      "day  after  tomorrow 10:00": "11-28 10:00", "today 4pm": "11-26 16:00", "tonight": "11-26 19:00",
      "tomorrow morning": "11-27 09:00", "tomorrow afternoon": "11-27 14:00", "3pm tomorrow": "11-27 15:00",
      "tomorrow, 3": "11-27 15:00", "tomorrow 1530": "11-27 15:30", "8 in the evening": "11-26 20:00",
      "fri 15:30": "11-27 15:30", "fri 15": "11-27 15:00", "Friday at 9am": "11-27 09:00",
      "next tue 9am": "12-01 09:00", "this fri": "11-27 09:00", "next week": "11-30 09:00",
      "next week tue": "12-01 09:00", "mon": "11-30 09:00", "thu 3pm": "11-26 15:00", "thu": "12-03 09:00",
      "weekend": "11-28 09:00",
    ])
  }

  func testDates() throws {
    try assertMeans([
      "11-28 9:00": "11-28 09:00", "2026-11-28 9:00": "11-28 09:00", "2026/11/28": "11-28 09:00",
      "11/28": "11-28 09:00", "11.28 9:00": "11-28 09:00", "nov 28 9:00": "11-28 09:00",
      "28 nov": "11-28 09:00",
      "November 28th, 10am": "11-28 10:00", "the 28th of november 2027": "2027-11-28 09:00",
      "nov 28, 2027 9:00": "2027-11-28 09:00", "28th 2pm": "11-28 14:00", "dec 1": "12-01 09:00",
      "jan 5": "2027-01-05 09:00", "next month": "12-01 09:00", "eom": "11-30 09:00",
      "may 3": "2027-05-03 09:00",
      "2026-11-26 15:00": "11-26 15:00", "11-26 15:00": "11-26 15:00", "11-25": "2027-11-25 09:00",
    ])
  }

  func testTimes() throws {
    try assertMeans([
      "noon": "11-27 12:00", "eod": "11-26 17:30", "tomorrow noon": "11-27 12:00", "3pm": "11-26 15:00",
      "12am": "11-27 00:00", "12pm": "11-27 12:00", "3:30pm": "11-26 15:30", "9:00 fri": "11-27 09:00",
      "tomorrow 8:05 a.m.": "11-27 08:05", "eod fri": "11-27 17:30", "end of day": "11-26 17:30",
    ])
  }
}
