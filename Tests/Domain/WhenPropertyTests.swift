import Assets
import Domain
import TestSupport
import XCTest

/// Whatever is typed, whenever: an answer, and only moments that are ahead and near enough.
final class WhenPropertyTests: WhenTestCase {
  private let pieces = [
    "明", "天", "今", "后", "大后天", "下", "周", "五", "星期", "日", "月", "号", "底", "点", "半", "刻", "上午", "下午", "晚",
    "个", "小时", "分钟", "+", "-", "/", ":", ".", " ", "3", "15", "30", "28", "2026", "9999", "00", "0", "h", "d",
    "wd", "mo", "fri", "next", "in", "tomorrow", "nov", "pm", "am", "eod", "十", "二", "零", "前", "年", "工作日",
    "過", "Ｘ",
  ]

  func testAnyHeapOfPiecesIsAnswered() throws {
    var numbers = Dice(seed: 62)
    var readable = 0
    for _ in 0..<20_000 {
      let count = Int.random(in: 1...6, using: &numbers)
      let text = (0..<count).map { _ in pieces.randomElement(using: &numbers) ?? "" }.joined()
      let now = Instant(seconds: Int64.random(in: 1_700_000_000...1_850_000_000, using: &numbers))
      let answer = WhenPhrase.resolve(text, now: now, calendar: calendar, defaults: .ofTests)
      guard case .success(let resolved) = answer else { continue }
      readable += 1
      XCTAssertGreaterThan(resolved.moment, now, text)
      XCTAssertLessThan(resolved.moment - now, 732 * 86_400, text)
      XCTAssertEqual(resolved.isRestDay, !calendar.isDeskDay(calendar.day(of: resolved.moment)), text)
      XCTAssertEqual((resolved.moment - calendar.start(of: calendar.day(of: resolved.moment))) % 60, 0, text)
    }
    XCTAssertGreaterThan(readable, 500)
  }

  /// Words of the table in any order, with numbers between them.
  func testAnyRowOfWordsIsAnswered() throws {
    let words = Table("tables/when_words.tsv").rows.flatMap { $0[0].split(separator: "|").map(String.init) }
    let numbers = ["1", "2", "5", "12", "28", "31", "三", "十", "两三", "2027", "1530", "0", "-", ":", "/", "."]
    var dice = Dice(seed: 65)
    var readable = 0
    for _ in 0..<20_000 {
      let count = Int.random(in: 1...4, using: &dice)
      let pieces = (0..<count).map { _ in
        (Bool.random(using: &dice) ? words : numbers).randomElement(using: &dice) ?? ""
      }
      let text = pieces.joined(separator: Bool.random(using: &dice) ? " " : "")
      let now = Instant(seconds: Int64.random(in: 1_700_000_000...1_850_000_000, using: &dice))
      switch WhenPhrase.resolve(text, now: now, calendar: calendar, defaults: .ofTests) {
      case .success(let resolved):
        readable += 1
        XCTAssertGreaterThan(resolved.moment, now, text)
      case .failure(.past(let moment, let next)):
        XCTAssertLessThanOrEqual(moment, now, text)
        XCTAssertGreaterThan(next, now, text)
      case .failure: break
      }
    }
    XCTAssertGreaterThan(readable, 2_000)
  }

  /// However the program tells a moment, typed back it is that moment, in both languages.
  func testWhatIsToldIsRead() throws {
    var dice = Dice(seed: 64)
    let wordings = [Language.chinese, .english].map { Wording(Words($0), calendar: calendar) }
    for _ in 0..<1_000 {
      let now = Instant(seconds: Int64.random(in: 1_700_000_000...1_850_000_000, using: &dice) / 60 * 60)
      let moment = now + Int64.random(in: 1...1_000_000, using: &dice) * 60
      for wording in wordings {
        for text in [
          wording.moment(moment, at: now), wording.short(moment, at: now), wording.due(moment, at: now),
        ] {
          let answer = WhenPhrase.resolve(text, now: now, calendar: calendar, defaults: .ofTests)
          XCTAssertEqual(answer.map(\.moment), .success(moment), "\(text) at \(calendar.iso8601(now))")
        }
      }
    }
  }

  /// A moment written in full is that moment, on any day and in any of the three forms.
  func testMomentsWrittenInFullAreRead() throws {
    var numbers = Dice(seed: 63)
    let now = try XCTUnwrap(calendar.moment(iso8601: "2026-11-26T14:36"))
    for _ in 0..<1_000 {
      let moment = now + Int64.random(in: 1...1_000_000, using: &numbers) * 60
      let (day, minute) = (calendar.day(of: moment), calendar.minuteOfDay(moment))
      let (year, month, date) = day.civil
      let time = "\(padded(minute / 60, to: 2)):\(padded(minute % 60, to: 2))"
      for text in [
        "\(day.iso) \(time)", "\(year)年\(month)月\(date)日\(time)", "\(year)/\(month)/\(date) \(time)",
      ] {
        let answer = WhenPhrase.resolve(text, now: now, calendar: calendar, defaults: .ofTests)
        XCTAssertEqual(answer.map(\.moment), .success(moment), text)
      }
    }
  }
}
