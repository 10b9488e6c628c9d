import Assets
import TestSupport
import XCTest

@testable import Domain

/// R5.3
final class PhoneNumberTests: XCTestCase {
  private func all(_ text: String, area: String? = nil) -> [PhoneNumber] {
    PhoneNumber.all(in: text, areaCode: area, with: .standard)
  }

  private func keys(_ text: String, area: String? = nil) -> [String?] {
    all(text, area: area).map(\.collisionKey)
  }

  func testOneLandlineHoweverItIsWritten() {
    let ways = [
      "0512-60000001", "(0512)6000-0001", "０５１２－６０００ ０００１", "+86 512 60000001", "+86-0512-60000001",
      "0086-512-60000001", "8651260000001", "512-60000001", "+86 (0)512 60000001", "0512.6000.0001",
      "Tel：0512—60000001（总机）", "\u{202D}0512-60000001\u{202C}", "传真:0512-60000001", "0512-60000001转8001",
      "0512-60000001-8001", "0512-60000001 ext. 8001", "0512-60000001总机转8001", "0512-60000001（转8001）",
      "0512-60000001x8001", "0512-60000001#8001", "0512-60000001*8001", "0512/60000001",
      "0 5 1 2 6 0 0 0 0 0 0 1",
    ]
    for text in ways { XCTAssertEqual(keys(text), ["+8651260000001"], text) }
    XCTAssertEqual(keys("60000001", area: "0512"), ["+8651260000001"])
  }

  func testExtensions() {
    for mark in ["-", "转 ", " 分機號", " Ext", "（转", "#", "－"] {
      let text = "0512-60000001\(mark)7013"
      XCTAssertEqual(all(text).map(\.extensionDigits), ["7013"], text)
    }
  }

  func testSeveralInOneField() {
    let landlineAndMobile = ["+8651260000001", "+8613900000012"]
    for joint in ["、", "/", ",", "；", " ", "\n", " 手机"] {
      XCTAssertEqual(keys("0512-60000001\(joint)13900000012"), landlineAndMobile, joint)
    }
    XCTAssertEqual(keys("139 0000 0012 138 0000 0034"), ["+8613900000012", "+8613800000034"])
    XCTAssertEqual(keys("0512-60000001/60000002"), ["+8651260000001", "+8651260000002"])
    XCTAssertEqual(keys("13900000012李总2楼"), ["+8613900000012"])
  }

  func testFaxIsALandlineUnderItsLabel() {
    let numbers = all("电话0512-60000001 传真0512-60000002 手机13900000012")
    XCTAssertEqual(numbers.map(\.kind), [.landline, .fax, .mobile])
    XCTAssertEqual(all("电话/传真：0512-60000001").map(\.kind), [.fax])
    XCTAssertEqual(all("Fax:60000001", area: "0512").map(\.kind), [.fax])
  }

  func testKinds() {
    let kinds: [(String, PhoneNumber.Kind)] = [
      ("400-000-0001", .tollfree), ("8000000001", .tollfree), ("95588", .hotline), ("110", .hotline),
      ("0512-12345", .hotline), ("+852 2123 4567", .foreign), ("0081-3-1234-5678", .foreign),
      ("60000001", .local), ("12", .invalid), ("1380013800000", .invalid), ("0512-6666666666", .invalid),
      ("0999-0000000", .invalid), ("0000-12345678", .invalid), ("1234567890", .invalid),
      ("12013800138", .invalid), ("+86", .invalid),
    ]
    for (text, kind) in kinds { XCTAssertEqual(all(text).map(\.kind), [kind], text) }
    XCTAssertEqual(
      ["95588", "4000000001", "13900000012"].map { all($0).first?.isService }, [true, true, false])
  }

  func testALocalNumberWithoutAreaIsMarked() {
    let number = all("6000 0001").first
    XCTAssertNil(number?.e164)
    XCTAssertEqual(number?.collisionKey, "?60000001")
    XCTAssertEqual(number?.isAreaGuessed, false)
    XCTAssertEqual(all("6000 0001", area: "0512").first?.isAreaGuessed, true)
  }

  /// R2.2, R7.2
  func testHowANumberIsShown() {
    let shown = [
      ("051260000088", "0512-6000 0088", "0512-6****88", "051260000088"),
      ("02423456789-12", "024-2345 6789 转 12", "024-2****89", "02423456789"),
      ("04586123456", "0458-612 3456", "0458-6****56", "04586123456"),
      ("13800001234", "138 0000 1234", "138****1234", "13800001234"),
      ("4000000001", "400-000-0001", "400-000-0001", "4000000001"),
      ("+85221234567", "+85221234567", "+852****67", "0085221234567"),
      ("60000088", "6000 0088", "6****88", "60000088"), ("12", "12", "****", "12"),
    ]
    for (text, display, masked, plain) in shown {
      let number = all(text).first
      XCTAssertEqual([number?.display, number?.masked, number?.plain], [display, masked, plain], text)
    }
  }

  func testAShownNumberReadsAsItself() {
    var generator = Dice(seed: 53)
    let areas = ["010", "021", "0512", "0755", "0991", "0898"]
    for round in 0..<2000 {
      let first = Int.random(in: 2...9, using: &generator)
      let digits =
        "\(first)\(padded(Int.random(in: 0..<1_000_000, using: &generator), to: 6 + round / 2 % 2))"
      let area = areas[round % areas.count]
      let isMobile = round % 2 == 0
      let mobile = "138" + padded(Int.random(in: 0..<100_000_000, using: &generator), to: 8)
      let typed = (isMobile ? mobile : area + digits) + (round % 3 == 0 ? "转\(round)" : "")
      let number = all(typed).first
      XCTAssertEqual(number?.isValid, true, typed)
      XCTAssertEqual(all(number?.display ?? ""), number.map { [$0] } ?? [], typed)
      XCTAssertEqual(all(number?.e164 ?? "").first?.collisionKey, number?.collisionKey, typed)
    }
  }

  func testOddFields() {
    for text in ["", "无", "abc", "😀😀", "---", "+", "#*x", String(repeating: "转", count: 10_000)] {
      XCTAssertEqual(all(text), [], text)
    }
    for text in [String(repeating: "7", count: 30), String(repeating: "1 ", count: 5000), "3楼"] {
      XCTAssertTrue(all(text).allSatisfy { !$0.isValid }, text)
    }
    var generator = Dice(seed: 54)
    let pieces = [
      "0512", "-", "6000", "0001", "13900000012", "转", "+86", "(", ")", "、", " ", "传真", "x", "８", "😀",
    ]
    for _ in 0..<3000 {
      let text = (0..<12).compactMap { _ in pieces.randomElement(using: &generator) }.joined()
      for number in all(text) where number.isValid { XCTAssertNotNil(number.collisionKey, text) }
    }
  }

  func testTheAreaOfAnAddress() {
    let areas = [
      "江苏省苏州市工业园区星湖街1号": "0512", "昆山市玉山镇": "0512", "北京市朝阳区长江路81号": "010",
      "地址：深圳南山区": "0755", "黔南布依族苗族自治州都匀市人民路": "0854", "湖北省仙桃市": "0728",
      "惠州市博罗县": "0752", "吴江市盛泽镇": "0512", "海南省三亚市": "0898",
    ]
    for (address, area) in areas {
      XCTAssertEqual(PhoneTables.standard.areaCode(ofAddress: address), area, address)
    }
    for address in ["", "江苏省", "江北区建设大道", "人民路1号", String(repeating: "路", count: 10_000)] {
      XCTAssertNil(PhoneTables.standard.areaCode(ofAddress: address), address)
    }
  }

  func testAWeChatIdIsComparedWithoutCaseWidthAndBlanks() {
    XCTAssertEqual(WeChatID.normalised(" Ｗxid_Ab-12\u{200B} "), "wxid_ab-12")
  }
}
