import Domain
import XCTest

final class WhenErrorTests: WhenTestCase {
  func testNothing() throws {
    try assertFails(["", " ", "　", "\t\n", String(repeating: " ", count: 10_000)], .empty)
  }

  func testDaysAndTimesThatAreNone() throws {
    try assertFails(
      ["2-30", "11-31", "2月30日", "13-1", "0-5", "2026-2-29", "明年2月29日", "32号", "0号", "nov 31"], .noSuchDay)
    try assertFails(
      ["24:01", "25:00", "9:60", "明天24点半", "明25", "上午15点", "中午9点", "13am", "晚上9点75分", "tomorrow 2460"],
      .noSuchTime)
  }

  func testThePast() throws {
    let past = try XCTUnwrap(calendar.moment(iso8601: "2026-11-26T10:00"))
    try assertFails(
      ["今天10点", "today 10:00", "11-26 10:00", "2026-11-26 10:00", "26号10点"],
      .past(past, next: past + 86_400))
    let cases = [
      "今天", "昨天", "前天10点", "上周五", "这周一", "2025-11-28", "今天14:36", "+0m", "3天前", "2 hours ago", "去年底",
      "5 desk days ago", "本月5号", "今年3月1号", "last week",
    ]
    for text in cases {
      guard case .failure(.past(let moment, _)) = try resolve(text) else { return XCTFail(text) }
      XCTAssertLessThanOrEqual(calendar.iso8601(moment), "2026-11-26T14:36:52+08:00", text)
    }
  }

  /// R6.2: a moment just past is refused, and what may have been meant is named.
  func testTheNextReadingOfAMomentThatIsOver() throws {
    for (text, past, next) in [
      ("10.30", "2026-11-26T10:30", "2026-11-27T10:30"), ("9.15", "2026-11-26T09:15", "2026-11-27T09:15"),
      ("14.29", "2026-11-26T14:29", "2026-11-27T14:29"), ("今天10点", "2026-11-26T10:00", "2026-11-27T10:00"),
      ("昨天16点", "2026-11-25T16:00", "2026-11-26T16:00"),
      ("2025-12-03", "2025-12-03T09:00", "2026-12-03T09:00"),
      ("2024-02-29 8:00", "2024-02-29T08:00", "2027-02-28T08:00"),
      ("这周三", "2026-11-25T09:00", "2026-12-02T09:00"), ("上周五3点", "2026-11-20T15:00", "2026-11-27T15:00"),
      ("本月5号", "2026-11-05T09:00", "2026-12-05T09:00"), ("上个月", "2026-10-01T09:00", "2026-12-01T09:00"),
      ("今年3月1号", "2026-03-01T09:00", "2027-03-01T09:00"), ("去年底", "2025-12-31T09:00", "2026-12-31T09:00"),
      ("3天前", "2026-11-23T09:00", "2026-11-27T09:00"), ("2小时前", "2026-11-26T12:30", "2026-11-27T12:30"),
    ] {
      let past = try XCTUnwrap(calendar.moment(iso8601: past))
      let next = try XCTUnwrap(calendar.moment(iso8601: next))
      try assertFails([text], .past(past, next: next), at: "2026-11-26T14:30:00")
    }
  }

  func testBeyondTwoYears() throws {
    try assertFails(
      ["2028-11-27", "+732d", "+9999mo", "9999年后", "9999-12-31", "+9999wd", "+9999w"], .tooFar)
    try assertMeans([
      "2028-11-26": "2028-11-26 09:00", "+24mo": "2028-11-26 09:00", "两年后": "2028-11-26 09:00",
    ])
  }

  func testTheWordNobodyCanReadIsNamed() throws {
    let cases: KeyValuePairs = [
      "明天 abc": "abc", "blah": "blah", "明天打电话": "打电话", "周": "周", "下": "下", "11-": "11", "30": "30",
      "明天 10点 20点": "点", "明天后天": "后天", "后3天": "3", "明天后3": "后", "+2h 10:00": "10", "10:00 +2h": "+",
      "10:0": "10", "12345": "12345",
      "明天😀": "😀", "m": "m", "的": "的", "+3": "+", "fri\u{0}": "\u{0}", "半天后": "半", "2-3-4": "-",
      "9:00-fri": "-", "10:00到": "到", "第": "第", "十十": "十十", "months": "months", "5:00 next": "next",
      "am": "am",
    ]
    for (text, word) in cases { try assertFails([text], .unreadable(word)) }
  }

  func testLongTextsAreCutShort() throws {
    let long = String(repeating: "明天", count: 5_000)
    try assertFails([long], .unreadable(String(long.prefix(24))))
    try assertFails([String(repeating: "x", count: 50)], .unreadable(String(repeating: "x", count: 24)))
  }

  func testWhatWasGivenAndWhatWasDefaulted() throws {
    let given = ["明天10点", "明3", "+2h", "3pm", "下班前", "noon", "fri 15", "+3d 10:00"]
    let defaulted = ["明天", "+3d", "周五", "明天下午", "今晚", "月底", "11-28"]
    for text in given { XCTAssertTrue(try resolve(text).get().isTimeGiven, text) }
    for text in defaulted { XCTAssertFalse(try resolve(text).get().isTimeGiven, text) }
  }

  func testARestDayOffersTheNextDeskDay() throws {
    let saturday = try resolve("11-28 10:15").get()
    XCTAssertTrue(saturday.isRestDay)
    XCTAssertEqual(saturday.nextDeskMoment, calendar.moment(iso8601: "2026-11-30T10:15"))
    XCTAssertNil(try resolve("周五下午3点").get().nextDeskMoment)
    let festival = try resolve("10-1 9:00", at: "2026-09-28T10:00:00").get()
    XCTAssertEqual(festival.nextDeskMoment, calendar.moment(iso8601: "2026-10-08T09:00"))
    let makeUpSunday = try resolve("9-20", at: "2026-09-18T10:00:00").get()
    XCTAssertFalse(makeUpSunday.isRestDay)
  }
}
