import Assets
import Domain
import TestSupport
import XCTest

/// R6.2: how people say when, and other programs got wrong.
final class WhenFieldTests: WhenTestCase {
  func testWhatPeopleTyped() throws {
    let rows = try Fixture.rows("field_when.tsv")
    XCTAssertEqual(rows.count, 23)
    for row in rows {
      let phrase = try XCTUnwrap(row["phrase"])
      let read = try resolve(phrase, at: try XCTUnwrap(row["now"])).map {
        String(calendar.iso8601($0.moment).prefix(16))
      }
      XCTAssertEqual(read, .success(try XCTUnwrap(row["expected"])), phrase)
    }
  }

  func testPartsOfTheDay() throws {
    try assertMeans([
      "后天一早": "11-28 09:00", "周三一大早": "12-02 09:00", "三十号一早8点": "11-30 08:00", "明天清早": "11-27 09:00",
      "明晚12点": "11-28 00:00", "今晚十二点半": "11-27 00:30", "今晚1点": "11-27 01:00", "后天24点": "11-29 00:00",
      "周五24:00": "11-28 00:00", "midnight": "11-27 00:00", "tonight at 8": "11-26 20:00",
      "tomorrow morning at 8:30": "11-27 08:30", "明天下午大约3点": "11-27 15:00", "24:00": "11-27 00:00",
      "晚上12点": "11-27 00:00",
    ])
  }

  func testADateWithItsWeekday() throws {
    try assertMeans([
      "11月30日(周一)9点": "11-30 09:00", "周一（11月30日）9点": "11-30 09:00", "monday 7 dec 10am": "12-07 10:00",
      "2026-12-04 周五 10:00": "12-04 10:00", "明天(周五)3点": "11-27 15:00", "下周三12月2日": "12-02 09:00",
    ])
    try assertFails(["12月2日(周四)", "tomorrow monday", "下下周三12月2日"], .noSuchDay)
  }

  /// So many at once: each the moment that was said, or evenly over the stretch that was.
  func testAStretchHoldsManyMoments() throws {
    for (text, count, moments) in [
      ("明天10点", 3, ["11-27 10:00", "11-27 10:00", "11-27 10:00"]),
      ("+2h", 2, ["11-26 16:36", "11-26 16:36"]),
      ("明天", 3, ["11-27 09:00", "11-27 12:00", "11-27 15:00"]), ("明天下午", 2, ["11-27 14:00", "11-27 16:00"]),
      ("明天上午", 2, ["11-27 09:00", "11-27 10:30"]), ("明天2点到4点", 2, ["11-27 14:00", "11-27 15:00"]),
      ("下午2-4点", 2, ["11-27 14:00", "11-27 15:00"]), ("今晚", 2, ["11-26 19:00", "11-26 21:25"]),
      ("明天10点到10点", 2, ["11-27 10:00", "11-27 10:00"]), ("明天", 1, ["11-27 09:00"]), ("明天", 0, []),
    ] {
      let read = try resolve(text).get().moments(count).map { calendar.iso8601($0).prefix(16) }
      XCTAssertEqual(read.map { $0.dropFirst(5).replacingOccurrences(of: "T", with: " ") }, moments, text)
    }
    let many = try resolve("明天").get().moments(1_000)
    XCTAssertEqual(many, many.sorted())
    XCTAssertEqual(many.last.map { calendar.iso8601($0).prefix(16) }, "2026-11-27T17:59")
  }

  func testAStretchIsItsBeginning() throws {
    try assertMeans([
      "周五上午10点到11点": "11-27 10:00", "9:00-10:00": "11-27 09:00", "下午2-4点": "11-27 14:00",
      "2-4pm": "11-27 14:00",
      "下周一到周三": "11-30 09:00", "28号到30号": "11-28 09:00", "between 2pm and 4pm": "11-27 14:00",
      "明天10点至12点": "11-27 10:00", "3点~5点": "11-26 15:00",
    ])
  }

  func testNumbersAndHalves() throws {
    try assertMeans([
      "两百天后": "2027-06-14 09:00", "一百零五天后": "2027-03-11 09:00", "一百二十天后": "2027-03-26 09:00",
      "2小时半后": "11-26 17:06", "一年半后": "2028-05-26 09:00", "两个月半后": "2027-02-10 09:00",
    ])
  }

  /// Two or three is told as two, in words and in figures, of days as of hours.
  func testTwoOrThree() throws {
    try assertMeans([
      "两三天后": "11-28 09:00", "三五天后": "11-29 09:00", "一两周后": "12-03 09:00", "3-5天后": "11-29 09:00",
      "2~3天": "11-28 09:00", "in 2-3 days": "11-28 09:00", "两三点": "11-27 14:00", "明天七八点": "11-27 19:00",
      "三天或五天后": "11-29 09:00", "周五或周六": "11-27 09:00", "明后天": "11-27 09:00",
      "tomorrow or friday": "11-27 09:00",
      "二六年12月3日": "12-03 09:00", "in a couple of days": "11-28 09:00",
    ])
    try assertFails(["十二三天后"], .unreadable("十二三天后"))
  }

  /// What must be done within a time is told as its end.
  func testWithinATime() throws {
    try assertMeans([
      "三天内": "11-29 09:00", "两小时之内": "11-26 16:36", "5个工作日内": "12-03 09:00", "within 3 days": "11-29 09:00",
      "本周内": "11-27 09:00", "下周内": "12-04 09:00", "eow": "11-27 09:00", "end of next week": "12-04 09:00",
      "本月内": "11-30 09:00", "年内": "12-31 09:00", "三月之前": "2027-03-01 09:00",
    ])
    try assertMeans(["本周内": "10-10 09:00"], at: "2026-10-08T08:00:00")  // the make-up Saturday
  }

  func testPartsOfTheWeekAndTheQuarter() throws {
    try assertMeans([
      "下周初": "11-30 09:00", "下周中": "12-02 09:00", "start of next week": "11-30 09:00",
      "mid next week": "12-02 09:00",
      "wednesday of next week": "12-02 09:00", "下季度": "2027-01-01 09:00", "季度末": "12-31 09:00",
      "三季度": "2027-07-01 09:00", "2季度末": "2027-06-30 09:00", "明年第二季度": "2027-04-01 09:00",
      "end of next quarter": "2027-03-31 09:00", "eoq": "12-31 09:00", "q3": "2027-07-01 09:00",
      "下半年": "2027-07-01 09:00", "年中": "2027-07-01 09:00", "下个月第一周": "12-01 09:00",
      "the 5th of next month": "12-05 09:00", "first of december": "12-01 09:00",
      "last friday of december": "12-25 09:00", "明年": "2027-01-01 09:00", "2027年": "2027-01-01 09:00",
      "early next year": "2027-01-01 09:00", "明年下半年": "2027-07-01 09:00",
    ])
    try assertFails(
      ["last friday"], .past(try moment("2026-11-20T09:00"), next: try moment("2026-11-27T09:00")))
  }

  private func moment(_ text: String) throws -> Instant { try XCTUnwrap(calendar.moment(iso8601: text)) }

  func testTheSameTime() throws {
    try assertMeans([
      "明天这个时候": "11-27 14:36", "下周这个时候": "12-03 14:36", "明年此时": "2027-11-26 14:36",
      "下周三同一时间": "12-02 14:36", "tomorrow same time": "11-27 14:36", "一个月后的今天": "12-26 09:00",
      "下个月这个时候": "12-26 14:36",
    ])
  }

  func testTimesRoundTheDesk() throws {
    try assertMeans([
      "下班后": "11-26 18:00", "明天上班前": "11-27 09:00", "fri after work": "11-27 18:00", "饭后": "11-27 14:00",
      "午饭前": "11-27 11:30", "晚饭后": "11-26 19:00", "half past three": "11-26 15:30",
      "quarter to 4": "11-26 15:45",
      "quarter to one": "11-27 12:45", "1530": "11-26 15:30", "1530h": "11-26 15:30", "三点多": "11-26 15:00",
      "下午两点到三点之间": "11-27 14:00",
    ])
    for year in ["1999", "2027", "2059"] { try assertFails([year], .unreadable(year)) }
  }

  /// What is said around a time and says nothing of it.
  func testWhatIsSaidAround() throws {
    try assertMeans([
      "明天吧": "11-27 09:00", "明天？": "11-27 09:00", "那就周五下午吧！": "11-27 14:00", "约在后天3点": "11-28 15:00",
      "3点吧": "11-26 15:00",
    ])
  }

  func testPartsOfMonthsAndYears() throws {
    try assertMeans([
      "明年3月": "2027-03-01 09:00", "后年2月": "2028-02-01 09:00", "12月份": "12-01 09:00",
      "五月的最后一天": "2027-05-31 09:00", "下个月第一个周一": "12-07 09:00", "12月的第二个工作日": "12-02 09:00",
      "一月月初": "2027-01-01 09:00", "下月中旬": "12-15 09:00", "年初": "2027-01-01 09:00",
      "first monday of january": "2027-01-04 09:00", "end of december": "12-31 09:00",
      "in march": "2027-03-01 09:00", "the last day of next month": "12-31 09:00",
      "下下下个月5号": "2027-02-05 09:00",
      "下下下下周五": "12-25 09:00", "明年今天": "2027-11-26 09:00", "下周今天": "12-03 09:00",
    ])
  }

  func testByADay() throws {
    try assertMeans([
      "下周三之前": "12-02 09:00", "下月底前": "12-31 09:00", "by friday": "11-27 09:00", "30号以前": "11-30 09:00",
      "before tuesday": "12-01 09:00",
    ])
  }

  func testADotIsADateOrATime() throws {
    try assertMeans([
      "明天10.15": "11-27 10:15", "上午9.30": "11-27 09:30", "9.45 tomorrow": "11-27 09:45",
      "9.30pm": "11-26 21:30",
      "12.5": "12-05 09:00", "12.15 9:00": "12-15 09:00", "15.45": "11-26 15:45", "3.40": "11-26 15:40",
      "周五 8.30": "11-27 08:30",
    ])
  }

  func testMomentsAsProgramsWriteThem() throws {
    try assertMeans([
      "2026/12/3 15:00:00": "12-03 15:00", "2026-12-05T09:30:00Z": "12-05 17:30",
      "20261203 15:00": "12-03 15:00",
      "2026-12-03T15:00:59": "12-03 15:00", "2026-12-03 08:00:00.000": "12-03 08:00",
    ])
  }

  /// The days come from the calendar of the house: behind the days off, before the first of them.
  func testFestivals() throws {
    try assertMeans([
      "元旦前": "12-31 09:00", "节后": "2027-01-04 09:00", "年后": "2027-02-11 09:00", "年前": "2027-02-04 09:00",
      "春节后下午": "2027-02-11 14:00", "过完年": "2027-02-11 09:00", "国庆节后第二天": "2027-10-07 09:00",
      "五一后3天": "2027-05-08 09:00", "after new year": "2027-01-04 09:00",
      "after the holidays": "2027-01-04 09:00",
      "中秋节": "2027-09-15 09:00", "十一点": "11-27 11:00", "一年后": "2027-11-26 09:00",
    ])
    try assertMeans(
      ["国庆后": "10-08 09:00", "节后10点": "10-08 10:00", "after national day": "10-08 09:00"],
      at: "2026-09-28T10:00:00")
    try assertMeans(["国庆后": "10-08 09:00", "节后": "10-08 09:00"], at: "2026-10-03T10:00:00")
    try assertMeans([
      "明年春节后": "2027-02-11 09:00", "2027年五一后": "2027-05-05 09:00", "国庆前一天": "2027-09-30 09:00",
      "春节前一周": "2027-01-30 09:00", "年后第一个工作日": "2027-02-11 09:00", "春节后第二周": "2027-02-18 09:00",
      "before the holiday": "12-31 09:00", "收假后": "2027-01-04 09:00",
    ])
  }

  /// They bring no days off, and are no 节 of 节后.
  func testFeasts() throws {
    try assertMeans([
      "圣诞节": "12-25 09:00", "after christmas": "12-28 09:00", "双十一": "2027-11-11 09:00",
      "除夕": "2027-02-05 09:00",
      "元宵节后": "2027-02-22 09:00", "双十二": "12-12 09:00", "节后": "2027-01-04 09:00",
    ])
  }

  /// A slip in the table would make a word say less in silence.
  func testEveryWordOfTheTableSaysSomething() {
    let rows = Table("tables/when_words.tsv").rows
    XCTAssertGreaterThan(rows.count, 80)
    for row in rows { XCTAssertTrue(WhenVocabulary.isKnown(meaning: String(row[1])), "\(row)") }
    let words = rows.flatMap { $0[0].split(separator: "|") }
    XCTAssertEqual(Set(words).count, words.count)
  }

  /// Whatever the number of days, in figures and in Chinese, it is the same day.
  func testDaysInFiguresAndInWords() throws {
    var dice = Dice(seed: 611)
    for _ in 0..<200 {
      let count = Int.random(in: 1...700, using: &dice)
      XCTAssertEqual(try resolve("\(chinese(count))天后"), try resolve("\(count)天后"), "\(count)")
    }
  }

  private func chinese(_ number: Int) -> String {
    let digits = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    let (hundreds, tens, ones) = (number / 100, number / 10 % 10, number % 10)
    var text = hundreds > 0 ? digits[hundreds] + "百" : ""
    if tens > 0 { text += (number < 20 ? "" : digits[tens]) + "十" }
    if hundreds > 0, tens == 0, ones > 0 { text += "零" }
    return text + (ones > 0 ? digits[ones] : "")
  }
}
