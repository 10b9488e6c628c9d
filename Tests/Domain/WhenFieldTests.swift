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
