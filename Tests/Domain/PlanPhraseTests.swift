import Domain
import XCTest

/// A moment with a word of what it is for behind it (R6.2, R11.8).
final class PlanPhraseTests: WhenTestCase {
  private func plan(_ text: String) throws -> Result<[String], WhenError> {
    let now = try XCTUnwrap(calendar.moment(iso8601: "2026-11-26T14:36:52"))
    return WhenPhrase.resolvePlan(text, now: now, calendar: calendar, defaults: .ofTests).map {
      [String(calendar.iso8601($0.moment.moment).dropFirst(5).prefix(11)), $0.purpose]
    }
  }

  func testWhatIsNotUnderstoodBehindABlankIsWhatItIsFor() throws {
    for (text, moment, purpose) in [
      ("明天10点 送样", "11-27T10:00", "送样"), ("明3 谈价 带合同", "11-27T15:00", "谈价 带合同"),
      ("周五 下午 3点  看 设备", "11-27T15:00", "看 设备"), ("fri 15:30 send samples", "11-27T15:30", "send samples"),
      ("+2h 报价", "11-26T16:36", "报价"), ("明天10点", "11-27T10:00", ""), (" 明天 10点 ", "11-27T10:00", ""),
      ("12-2 Q3 合同", "12-02T09:00", "Q3 合同"),
    ] { XCTAssertEqual(try plan(text), .success([moment, purpose]), text) }
  }

  /// A slip in the moment is no purpose.
  func testWhatIsWrongIsSaid() throws {
    for (text, error) in [
      ("2月31日 送样", WhenError.noSuchDay), ("明天25点 送样", .noSuchTime), ("送样", .unreadable("送样")),
      ("明天 10点 3x", .unreadable("x")), ("", .empty), ("  ", .empty), ("送样 明天10点", .unreadable("送样")),
      ("31 february samples", .noSuchDay),
    ] {
      guard case .failure(let found) = try plan(text) else {
        XCTFail("\(text): \(try plan(text))")
        continue
      }
      XCTAssertEqual(found, error, text)
    }
  }

  func testWhoseItIsCanBeSaid() throws {
    for (text, isAgreed) in [
      ("约明天10点", true), ("明天10点约好", true), ("appt fri 10", true), ("回访 明天", false),
      ("callback tomorrow", false),
      ("明天10点", nil),
    ] as [(String, Bool?)] {
      XCTAssertEqual(try resolve(text).get().isAgreed, isAgreed, text)
    }
    XCTAssertThrowsError(try resolve("回访").get())
  }
}
