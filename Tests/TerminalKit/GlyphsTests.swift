import TestSupport
import XCTest

@testable import TerminalKit

final class GlyphsTests: XCTestCase {
  func testWhatIsShownOfATextThatMeansHarm() {
    let cases: [(String, String)] = [
      ("a\u{1B}[2Jb", "a[2Jb"), ("a\u{9B}31mb", "a31mb"), ("a\tb\r\nc", "a b  c"),
      ("\u{202E}abc\u{202C}", "abc"),
      ("\u{2066}x\u{2069}", "x"), ("👨‍👩‍👧!", "👨!"), ("❤️", "❤"), ("👍🏽", "👍"), ("🇨🇳🇯🇵", "CNJP"),
      ("🏴\u{E0067}\u{E0062}\u{E007F}", "🏴"), ("\u{FFFF}\u{378}", "??"), ("e\u{301}\u{302}", "e\u{301}"),
      ("\u{301}e", "e"), ("a\u{200D}b", "ab"), ("zero\u{200B}width", "zerowidth"), ("\u{7F}x", "x"),
      ("👩\u{200D}", "👩"), ("line\u{2028}end", "line end"),
    ]
    for (text, shown) in cases {
      XCTAssertEqual(text.cut(to: 80).unicodeScalars.map(\.value), shown.unicodeScalars.map(\.value), text)
    }
  }

  func testAHugeTextIsReadOnlyAsFarAsItIsShown() {
    let text = String(repeating: "长文本 with words. ", count: 300_000)
    repeatOften { XCTAssertEqual(text.cut(to: 80).last, "~") }
  }

  func testRandomTextsNeverShowWhatATerminalWouldObey() {
    for seed in 0..<300 {
      var random = Dice(seed: UInt64(seed))
      for scalar in random.text(upTo: 60).cut(to: 1_000).unicodeScalars {
        XCTAssertNotNil(TextWidth.of(scalar), "seed \(seed)")
        XCTAssertFalse(scalar.value < 0x20 || 0x7F...0x9F ~= scalar.value, "seed \(seed)")
      }
    }
  }

  /// Runs a thousand times: were the whole text read each time, the test would not end.
  private func repeatOften(_ work: () -> Void) {
    for _ in 0..<1_000 { work() }
  }
}
