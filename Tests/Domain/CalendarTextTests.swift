import Domain
import XCTest

final class CalendarTextTests: XCTestCase {
  private let calendar = HouseCalendar.ofTests

  func testMomentsAreReadInEveryForm() {
    let moment = Instant(seconds: 1_795_674_720)
    let texts = [
      "2026-11-26T14:32:00+08:00", "2026-11-26T06:32:00Z", "2026-11-26 14:32", "2026-11-26t14:32:00",
      "2026-11-26T14:32:00.999+08:00", "2026-11-26T01:02:00-0530", "2026-11-26T06:32z",
    ]
    for text in texts { XCTAssertEqual(calendar.moment(iso8601: text), moment, text) }
    XCTAssertEqual(calendar.moment(iso8601: "2026-11-26"), calendar.start(of: calendar.day(of: moment)))
  }

  func testWhatIsNoMomentIsRefused() {
    let texts = [
      "", "2026", "2026-11", "2026-11-31", "2026-02-29", "2026-+1-05", "2026-1-5", "2026/11/26", "0000-01-01",
      "２０２６-11-26", "2026-11-26T", "2026-11-26T24:00", "2026-11-26T14:60", "2026-11-26T14:32:60",
      "2026-11-26T14", "2026-11-26T14:32:00.", "2026-11-26T14:32.5", "2026-11-26T14:32:00.1.2",
      "2026-11-26T14:3", "2026-11-26T14:32+8", "2026-11-26T14:32+0:800", "2026-11-26T14:32+14:01",
      "2026-11-26T14:32+08:60", "2026-11-26T14:32 +08:00", "2026-11-26T14:32:00Zulu", "2026-11-26X14:32",
      " 2026-11-26", "2026-11-26 ",
    ]
    for text in texts { XCTAssertNil(calendar.moment(iso8601: text), text) }
  }

  func testOffsetsAreRead() {
    XCTAssertEqual(UTCOffset.seconds("+08:00"), 28_800)
    XCTAssertEqual(UTCOffset.seconds("-0330"), -12_600)
    XCTAssertEqual(UTCOffset.seconds("+14:00"), 50_400)
    for text in ["", "+", "08:00", "+8:00", "+0８:00", "+08:0", "+08::00"] {
      XCTAssertNil(UTCOffset.seconds(text), text)
    }
  }

  func testDecimalTakesDigitsAlone() {
    XCTAssertEqual(decimal("0042"), 42)
    let others = ["", "+1", "-1", " 1", "1 ", "１", "99999999999999999999"]
    for text in others { XCTAssertNil(decimal(text), text) }
  }
}
