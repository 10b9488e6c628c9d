import CNcurses
import XCTest

@testable import TerminalKit

final class TextWidthTests: XCTestCase {
  func testEveryScalarIsAsWideAsTheCLibrarySays() {
    XCTAssertNotNil(setlocale(LC_CTYPE, "C.UTF-8"))
    let wrong = (UInt32(0)...0x10FFFF).filter { value in
      guard let scalar = Unicode.Scalar(value) else { return false }
      return (TextWidth.of(scalar) ?? -1) != Int(wcwidth(wchar_t(value)))
    }
    XCTAssertEqual(wrong, [])
  }

  func testStepsAscend() {
    XCTAssertTrue(zip(WidthTable.steps, WidthTable.steps.dropFirst()).allSatisfy { $0 >> 2 < $1 >> 2 })
  }

  func testTexts() {
    let widths: [(String, Int)] = [
      ("", 0), ("abc", 3), ("中文", 4), ("（苏州）ＡＢＣ", 14), ("e\u{301}", 1), ("𠮷", 2), ("·①…", 3), ("👍🏽", 2),
      ("👨‍👩‍👧", 2), ("❤️", 1), ("🇨🇳", 2), ("a\u{1B}[31mb", 6), ("\u{202E}abc", 3), ("ｶﾞ", 2), ("\t", 1),
    ]
    for (text, width) in widths { XCTAssertEqual(TextWidth.of(text), width, text.debugDescription) }
  }

  func testOnlyGlyphsAllTerminalsAgreeOnAreBeyondDoubt() {
    for text in ["a", "中", "，", "Ａ", "。", "한"] { XCTAssertTrue(isBeyondDoubt(text), text) }
    for text in ["·", "①", "→", "—", "…", "e\u{301}", "👍", "é", "“"] {
      XCTAssertFalse(isBeyondDoubt(text), text)
    }
  }

  private func isBeyondDoubt(_ text: String) -> Bool {
    Glyphs(text).allSatisfy(TextWidth.isBeyondDoubt)
  }
}
