import Domain
import TestSupport
import XCTest

/// When to try again (R6.3): another time of day, spread, never when the desk is closed or in quiet hours.
final class NextTryTests: XCTestCase {
  private static let policy = try? Policy.channel([
    "calling": ["quiet_hours": ["12:00-13:30", "17:30-09:30"], "daily_tries": 3]
  ])

  private func next(
    _ phrase: String, at now: String, of customer: Int64 = 1, tried: [String] = []
  ) throws -> Instant {
    let policy = try XCTUnwrap(NextTryTests.policy)
    let calendar = HouseCalendar.shipped(for: policy)
    let resolved = try WhenPhrase.resolve(
      phrase, now: calendar.time(now), calendar: calendar, defaults: policy.when
    ).get()
    let times = try ([now] + tried).map(calendar.time)
    return NextTry(CustomerID(customer), tried: times, by: policy.calling, in: calendar).moment(resolved)
  }

  private func text(_ moment: Instant) throws -> String {
    HouseCalendar.shipped(for: try XCTUnwrap(NextTryTests.policy)).iso8601(moment)
  }

  /// The times of day of a hundred customers who were all tried at the same moment.
  private func times(_ phrase: String, at now: String, tried: [String] = []) throws -> [String] {
    try (1...100).map {
      String(try text(next(phrase, at: now, of: $0, tried: tried)).dropFirst(5).prefix(11))
    }
  }

  func testAShortWhileIsThatWhile() throws {
    XCTAssertEqual(try text(next("+2h", at: "2026-11-26 14:32")).prefix(16), "2026-11-26T16:32")
    XCTAssertEqual(try text(next("明天15点", at: "2026-11-26 14:32")).prefix(16), "2026-11-27T15:00")
  }

  /// Never at nine for all: the hours of the desk are used, and none has more than a fair part.
  func testAnotherDayIsSpreadOverTheDay() throws {
    for phrase in ["+1d", "明天"] {
      let times = try times(phrase, at: "2026-11-26 10:00")
      XCTAssertEqual(Set(times.map { $0.prefix(5) }), ["11-27"])
      let hours = Dictionary(grouping: times) { $0.dropFirst(6).prefix(2) }
      XCTAssertGreaterThanOrEqual(hours.count, 5, "\(hours.keys.sorted())")
      XCTAssertLessThan(hours.values.map(\.count).max() ?? 0, 40, "\(hours.mapValues(\.count))")
      for time in times {
        XCTAssert("09:30"..."17:30" ~= String(time.suffix(5)) && !("12:00"..<"13:30" ~= time.suffix(5)), time)
      }
    }
  }

  /// A quarter of the desk's day lies between it and each try, as long as there is room.
  func testItIsAnotherTimeOfDay() throws {
    func minute(_ time: some StringProtocol) -> Int {
      (Int(time.prefix(2)) ?? 0) * 60 + (Int(time.suffix(2)) ?? 0)
    }
    for (now, tried) in [("14:00", []), ("10:00", ["15:00"])] as [(String, [String])] {
      let times = try times("+1d", at: "2026-11-26 \(now)", tried: tried.map { "2026-11-25 \($0)" })
      for time in times {
        for before in [now] + tried {
          XCTAssertGreaterThanOrEqual(abs(minute(time.suffix(5)) - minute(before)), 135, "\(time) \(before)")
        }
      }
    }
    let everywhere = (9...17).map { "2026-11-25 \($0 < 10 ? "0" : "")\($0):00" }
    XCTAssertGreaterThan(Set(try times("+1d", at: "2026-11-26 10:00", tried: everywhere)).count, 5)
  }

  /// What falls into quiet hours is put off to the hour after them; what falls behind the desk's day, to the next.
  func testWhatCanNotBeThenIsSoonAfter() throws {
    let noon = try times("+2h", at: "2026-11-26 10:15")
    XCTAssert(noon.allSatisfy { "11-26T13:30"..."11-26T14:20" ~= $0 }, "\(noon)")
    XCTAssertGreaterThan(Set(noon).count, 3)
    let evening = try times("+2h", at: "2026-11-27 16:00")
    XCTAssertEqual(Set(evening.map { $0.prefix(5) }), ["11-30"], "over the weekend")
    XCTAssertGreaterThan(Set(evening).count, 5)
  }

  /// The same to the screen that shows it and to the note that stores it.
  func testItIsTheSameWheneverItIsAsked() throws {
    XCTAssertEqual(try times("+3d", at: "2026-11-26 14:32"), try times("+3d", at: "2026-11-26 14:32"))
  }

  /// R6.3: attempts count over all agents, since somebody was reached.
  func testTriesAreThoseSinceTheLastContact() throws {
    let rules = try XCTUnwrap(NextTryTests.policy).notes
    for (outcomes, count) in [
      ([], 0), ([.noAnswer], 1), ([.busy, .noAnswer, .connected, .noAnswer], 2), ([.connected, .busy], 0),
      ([.noAnswer, .wrongNumber, .deadNumber, .busy, .refused], 2),
    ] as [([Outcome], Int)] {
      let contacts = outcomes.enumerated().map { ($1, Instant(seconds: Int64(1_000 - $0))) }
      XCTAssertEqual(rules.tries(in: contacts).count, count, "\(outcomes)")
    }
  }
}
