import Assets
import TestSupport
import XCTest

@testable import Domain

final class FoldingTests: XCTestCase {
  private let folding = TextTables.folding

  /// R5.2
  func testWidthCaseFormsAndTraditionalAreFolded() {
    let cases = [
      ("深圳市ＡＢＣ电子有限公司", "深圳市abc电子有限公司"),
      ("㈱日東　電工", "株日东电工"), ("（株）日東", "株日东"),
      ("⑫号 ㎡ Ⅱ期", "12号m2ii期"), ("Straße", "strasse"),
      ("Nestlé S.A.", "nestlesa"), ("Nestle\u{301}", "nestle"),
      ("ﾊﾟﾅｿﾆｯｸ", "パナソニック"), ("か\u{3099}", "が"), ("開平市開電電力設計有限公司", "开平市开电电力设计有限公司"),
      ("河南 卓普\u{200B}·“智能”（科技）", "河南卓普智能科技"), ("薴", "苎"), ("Ａ＋Ｂ", "ab"), ("", ""),
    ]
    for (text, folded) in cases { XCTAssertEqual(folding.folded(text), folded, text) }
  }

  func testFoldingTwiceIsFoldingOnce() {
    var generator = Dice(seed: 52)
    for _ in 0..<3000 {
      let text = randomText(upTo: 40, using: &generator)
      let once = folding.folded(text)
      XCTAssertEqual(folding.folded(once), once, text)
    }
  }

  /// The oracle is Foundation's NFKC and lower case.
  func testCompatibilityFormsAgreeWithFoundation() {
    for code in [0x3231, 0x32A8, 0x33A1, 0x2460, 0x24B6, 0xFB01, 0x2F00, 0xFF76, 0x1D400] as [UInt32] {
      guard let scalar = Unicode.Scalar(code) else { continue }
      let oracle = String(Character(scalar)).precomposedStringWithCompatibilityMapping.lowercased()
      let folded = folding.folded(String(Character(scalar)))
      XCTAssertEqual(folded, folding.folded(oracle), String(code, radix: 16))
    }
  }

  func testGramsArePairsOnceInOrder() {
    XCTAssertEqual(folding.grams(of: "日东 日東A"), ["日东", "东日", "东a"])
    XCTAssertEqual(folding.grams(of: "王"), ["王"])
    XCTAssertEqual(folding.grams(of: " ・ "), [])
    XCTAssertEqual(folding.grams(of: String(repeating: "哈", count: 10_000)), ["哈哈"])
  }
}
