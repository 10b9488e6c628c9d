import Assets
import Domain
import XCTest

extension WhenDefaults {
  static let ofTests = WhenDefaults(
    dayMinute: 540, smallHours: 1...7, morning: Span(start: 540, minutes: 0...720),
    noon: Span(start: 720, minutes: 660...839), afternoon: Span(start: 840, minutes: 720...1199),
    evening: Span(start: 1140, minutes: 1020...1439), beforeClosing: 30, furthestMonths: 24,
    vocabulary: .standard)
}

/// What phrases mean on Thursday 2026-11-26 at 14:36:52 in the house, unless said otherwise.
class WhenTestCase: XCTestCase {
  let calendar = HouseCalendar.ofTests

  func resolve(_ text: String, at now: String = "2026-11-26T14:36:52") throws
    -> Result<WhenPhrase.Resolved, WhenError>
  {
    let now = try XCTUnwrap(calendar.moment(iso8601: now))
    return WhenPhrase.resolve(text, now: now, calendar: calendar, defaults: .ofTests)
  }

  /// Each phrase with the moment it means, as `11-27 15:00` of 2026 or with a year.
  func assertMeans(
    _ cases: KeyValuePairs<String, String>, at now: String = "2026-11-26T14:36:52",
    file: StaticString = #filePath, line: UInt = #line
  ) throws {
    for (text, meant) in cases {
      let full = meant.count == 11 ? "2026-" + meant : meant
      let read = try resolve(text, at: now).map { String(calendar.iso8601($0.moment).prefix(16)) }
      let expected = full.replacingOccurrences(of: " ", with: "T")
      XCTAssertEqual(read, .success(expected), text, file: file, line: line)
    }
  }

  func assertFails(
    _ texts: [String], _ error: WhenError, at now: String = "2026-11-26T14:36:52",
    file: StaticString = #filePath, line: UInt = #line
  ) throws {
    for text in texts {
      XCTAssertEqual(try resolve(text, at: now), .failure(error), text, file: file, line: line)
    }
  }
}
