import Assets
import TestSupport
import XCTest

@testable import Domain

/// R5.3: how people fill fields of numbers, and other programs got wrong.
final class PhoneNumberFieldTests: XCTestCase {
  private func read(_ text: String, area: String? = "0512") -> String {
    let numbers = PhoneNumber.all(in: text, areaCode: area, with: .standard).filter(\.isValid)
    if numbers.isEmpty { return "(none)" }
    return numbers.map { ($0.e164 ?? "?") + ($0.extensionDigits.map { " x" + $0 } ?? "") }.joined(
      separator: "|")
  }

  func testWhatPeopleFilledIn() throws {
    let rows = try Fixture.rows("field_numbers.tsv")
    XCTAssertEqual(rows.count, 19)
    for row in rows { XCTAssertEqual(read(row["text"] ?? "", area: row["area"]), row["expected"], "\(row)") }
  }

  func testOnlyWhatIsWrittenAsANumberIsOne() {
    let mobile = "+8613900139222"
    for text in [
      "13900139222 8:30~17:30", "13900139222 周一至周五9点-18点", "13900139222 员工号7654321", "QQ 7654321 13900139222",
      "13900139222 20240229", "20240229 13900139222", "13900139222，2024-05-06到期", "13900139222(2025)",
      "13900139222（12层）", "13900139222(8小时内回)", "微信同号13900139222", "手机/微信:13900139222", "13900139222.00",
      "tel:13900139222 qq:87654321@qq.com", "邮编215000 13900139222", "13900139222 2024.5.6",
      "13900139222 订单号 6543210",
    ] { XCTAssertEqual(read(text), mobile, text) }
    XCTAssertEqual(read("20240229"), "+8651220240229")
    XCTAssertEqual(read("139 0013 9222周经理"), mobile)
    XCTAssertEqual(read("0512-6201 0001号"), "+8651262010001")
  }

  func testNoFragmentIsANumber() {
    for text in ["800 820 12345", "400 810 999", "400-8000-12345", "1390013 92222"] {
      XCTAssertEqual(read(text), "(none)", text)
    }
  }

  func testAreasPartedBySlash() {
    for text in ["021/62010001", "021、62010001", "(021)/6201 0001", "021 / 62010001", "０２１／６２０１０００１"] {
      XCTAssertEqual(read(text), "+862162010001", text)
    }
    XCTAssertEqual(read("0755/13900139222"), "+8613900139222")
    XCTAssertEqual(read("0755/0755-88888888"), "+8675588888888")
  }

  func testNeighboursWithoutPlus() {
    XCTAssertEqual(read("852-31239999"), "+85231239999")
    XCTAssertEqual(read("(853)28123456"), "+85328123456")
    XCTAssertEqual(read("886-2-23456789"), "+886223456789")
    XCTAssertEqual(read("0852-21234567"), "+8685221234567", "an area of the mainland has its zero")
  }

  func testTheCountryBeforeThePlus() {
    for text in ["86+13900139222", "0086 + 139 0013 9222", "86+86 13900139222"] {
      XCTAssertEqual(read(text), "+8613900139222", text)
    }
    XCTAssertEqual(read("86+021-62010001"), "+862162010001")
  }

  func testExtensionsAheadAndOtherEnds() {
    XCTAssertEqual(read("分机8012 021-62010001"), "+862162010001 x8012")
    XCTAssertEqual(read("转801 0512-62010001"), "+8651262010001 x801")
    XCTAssertEqual(read("021-62010001/12/23"), "+862162010001|+862162010012|+862162010023")
    XCTAssertEqual(read("62010001、2、3"), "+8651262010001|+8651262010002|+8651262010003")
    XCTAssertEqual(read("0512-62010009/8"), "+8651262010009", "it counts down")
    XCTAssertEqual(read("0512-62010001/801"), "+8651262010001", "three digits are rather an extension")
  }

  /// R5.3: what a spreadsheet made of a number is read as it was meant, or refused.
  func testNumbersAsDecimals() {
    XCTAssertEqual(read("13900139222.0"), "+8613900139222")
    XCTAssertEqual(read("1.3900139222E10"), "+8613900139222")
    XCTAssertEqual(read("1.39001392220e+10"), "+8613900139222")
    for text in ["1.39E+10", "-13900139222", "4.000001", "1.39001392225E10", "-13900139222.0", "0.5"] {
      XCTAssertEqual(read(text), "(none)", text)
    }
    XCTAssertEqual(read("021.62010001"), "+862162010001", "written with dots for dashes")
  }

  /// A mobile in every spelling, with anything beside it that is no number, is that mobile.
  func testAMobileInEverySpelling() {
    var dice = Dice(seed: 612)
    let before = ["", "+86", "86+", "0086 ", "86-", "手机:", "M ", "0", "(", "QQ 7654321 "]
    let behind = ["", " 9:00-18:00", "(24小时)", " 工号7001234", "（2026年）", ".0", " 2026-11-27", "李总", " 3楼"]
    for _ in 0..<1000 {
      let digits = "139" + padded(Int.random(in: 0..<100_000_000, using: &dice), to: 8)
      let (head, rest) = (digits.prefix(3), digits.dropFirst(3))
      let joint = ["", " ", "-"].randomElement(using: &dice) ?? ""
      let spelled = head + joint + rest.prefix(4) + joint + rest.dropFirst(4)
      let text =
        (before.randomElement(using: &dice) ?? "") + spelled + (behind.randomElement(using: &dice) ?? "")
      XCTAssertEqual(read(text), "+86" + digits, text)
    }
  }

  func testInvisibleCharactersAreNoPartOfANumber() {
    for mark in [
      "\u{3164}", "\u{FFA0}", "\u{2800}", "\u{FFFC}", "\u{E000}", "\u{200B}", "\u{AD}", "\u{E0020}",
    ] {
      XCTAssertEqual(read("139\(mark)00139222"), "+8613900139222", mark.unicodeScalars.description)
    }
  }
}
