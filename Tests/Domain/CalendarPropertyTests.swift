import Domain
import TestSupport
import XCTest

/// What must hold for any day and any moment, tried on seeded ones.
final class CalendarPropertyTests: XCTestCase {
  private let calendar = HouseCalendar.ofTests
  private var numbers = Dice(seed: 405)

  private func anyDay() -> Day {
    Day(number: Int.random(in: 19_700...20_900, using: &numbers))  // 2023-12 to 2027-03
  }

  private func anyMoment() -> Instant {
    calendar.start(of: anyDay()) + Int64.random(in: 0..<86_400, using: &numbers)
  }

  func testCivilDatesRoundTripOverAllYears() throws {
    for number in stride(from: -719_162, through: 2_932_896, by: 97) {
      let (year, month, day) = Day(number: number).civil
      XCTAssertEqual(Day(year: year, month: month, day: day)?.number, number)
    }
    XCTAssertEqual(Day(number: -719_162).iso, "0001-01-01")
    XCTAssertEqual(Day(number: 2_932_896).iso, "9999-12-31")
  }

  func testEveryDayIsOneWeekdayAfterTheDayBefore() {
    for number in -800...800 {
      let (before, after) = (Day(number: number - 1).weekday, Day(number: number).weekday)
      XCTAssertEqual(after.rawValue, (before.rawValue + 1) % 7)
    }
  }

  func testDeskDaysAddUp() {
    for _ in 0..<500 {
      let day = anyDay()
      let (first, second) = (Int.random(in: 0...15, using: &numbers), Int.random(in: 0...15, using: &numbers))
      let inTwoSteps = calendar.adding(deskDays: second, to: calendar.adding(deskDays: first, to: day))
      XCTAssertEqual(calendar.adding(deskDays: first + second, to: day), inTwoSteps)
      XCTAssertTrue(first + second == 0 || calendar.isDeskDay(inTwoSteps))
    }
  }

  func testTheNextAndThePreviousDeskDayMeet() {
    for _ in 0..<500 {
      let day = anyDay()
      let next = calendar.deskDay(after: day)
      let last = calendar.isDeskDay(day) ? day : calendar.deskDay(before: day)
      XCTAssertEqual(calendar.deskDay(before: next), last)
      XCTAssertEqual(calendar.deskDay(onOrAfter: next), next)
    }
  }

  func testDeskSecondsAddUp() {
    for _ in 0..<500 {
      let moments = [anyMoment(), anyMoment(), anyMoment()].sorted()
      let morning = calendar.deskSeconds(from: moments[0], to: moments[1])
      let parts = morning + calendar.deskSeconds(from: moments[1], to: moments[2])
      XCTAssertEqual(calendar.deskSeconds(from: moments[0], to: moments[2]), parts)
      XCTAssertLessThanOrEqual(parts, moments[2] - moments[0])
      XCTAssertEqual(calendar.deskSeconds(from: moments[2], to: moments[0]), 0)
    }
  }

  func testMomentsRoundTripThroughTheirText() {
    for offset in [8 * 3600, 0, -9 * 3600 - 1800, 14 * 3600] {
      let calendar = HouseCalendar(utcOffset: offset, deskHours: 540..<1080, exceptions: [:])
      for _ in 0..<200 {
        let moment = anyMoment()
        XCTAssertEqual(calendar.moment(iso8601: calendar.iso8601(moment)), moment)
        XCTAssertEqual(
          calendar.moment(calendar.day(of: moment), minute: calendar.minuteOfDay(moment)).seconds,
          moment.seconds - moment.seconds % 60)
      }
    }
  }

  func testMonthsAreClampedToTheirEnd() throws {
    let cases = [
      ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2026-08-31", 6, "2027-02-28"),
      ("2026-03-31", -1, "2026-02-28"), ("2026-12-15", 1, "2027-01-15"), ("2026-01-15", -1, "2025-12-15"),
      ("9999-12-31", 1, "9999-12-31"), ("0001-01-31", -5, "0001-01-31"), ("2026-05-31", .max, "9999-12-31"),
    ]
    for (start, months, end) in cases {
      XCTAssertEqual(try XCTUnwrap(Day(iso: start)).adding(months: months).iso, end)
    }
  }

  func testAddedMonthsNeverLeaveTheirMonth() {
    for _ in 0..<500 {
      let day = anyDay()
      let months = Int.random(in: -30...30, using: &numbers)
      let (from, to) = (day.civil, day.adding(months: months).civil)
      XCTAssertEqual(to.year * 12 + to.month, from.year * 12 + from.month + months)
      XCTAssertLessThanOrEqual(to.day, from.day)
    }
  }
}
