import XCTest

@testable import TerminalKit

/// Principle 6: lines and blocks only where the terminal has said how wide it draws them (M20).
final class ChromeTests: XCTestCase {
  func testAllThatIsNotASCIIWasAskedAbout() {
    var drawn: Set<Unicode.Scalar> = [Chrome.lines.horizontal, Chrome.lines.vertical]
    let charts = Chrome.lines.heights + Chrome.lines.shades + [Chrome.lines.half]
    for part in [Chrome.lines.filled, Chrome.lines.here, Chrome.lines.open] + charts {
      drawn.formUnion(part.unicodeScalars)
    }
    var canvas = Canvas(Size(rows: 8, columns: 130), chrome: .lines)
    Rule("", trailing: "").draw(in: canvas.bounds.line(0), on: &canvas)
    SplitView().draw(in: canvas.bounds, on: &canvas)
    BigDigits("0123456789").draw(in: canvas.bounds.splitTop(2).rest, on: &canvas)
    for line in canvas.lines { drawn.formUnion(line.unicodeScalars) }
    XCTAssertEqual(drawn.filter { !$0.isASCII }, Set(Chrome.doubtful))
  }

  func testWhatIsAskedAboutIsInDoubtAndNarrowHere() {
    for scalar in Chrome.doubtful {
      let glyph = Glyph(base: scalar, columns: 1)
      XCTAssertEqual(TextWidth.of(scalar), 1, "\(scalar)")
      XCTAssertFalse(TextWidth.isBeyondDoubt(glyph), "\(scalar)")
      XCTAssertTrue(Chrome.lines.knows(glyph), "\(scalar)")
      XCTAssertFalse(Chrome.ascii.knows(glyph), "\(scalar)")
    }
    XCTAssertFalse(Chrome.lines.knows(Glyph(base: "·", columns: 1)))
    XCTAssertFalse(Chrome.lines.knows(Glyph(base: "█", mark: "\u{301}", columns: 1)))
  }

  func testUntilThenAllIsASCII() {
    var canvas = Canvas(Size(rows: 8, columns: 130))
    Rule("a", trailing: "b").draw(in: canvas.bounds.line(0), on: &canvas)
    SplitView().draw(in: canvas.bounds, on: &canvas)
    BigDigits("0123456789").draw(in: canvas.bounds.splitTop(2).rest, on: &canvas)
    XCTAssertTrue(canvas.lines.allSatisfy { $0.allSatisfy(\.isASCII) })
  }
}
