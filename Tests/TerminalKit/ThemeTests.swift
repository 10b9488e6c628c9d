import Assets
import TerminalKit
import XCTest

/// Principle 4: styles are meanings, and one file of data says what each looks like.
final class ThemeTests: XCTestCase {
  private let shipped = Asset.text("theme.tsv")

  func testTheThemeThatShipsHasEveryMeaning() throws {
    let theme = try Theme(shipped)
    XCTAssertEqual(theme[.plain].attributes, [])
    let today = theme[.today]
    XCTAssertEqual([today.foreground, today.background], [.white, .red])
    XCTAssertEqual([today.attributes, today.withoutColors], [.bold, [.bold, .reverse]])
  }

  /// It reads on dark and light alike; bold black is grey on many terminals.
  func testABadgeSetsBothItsColorsAndNothingElseSetsAny() throws {
    let theme = try Theme(shipped)
    for style in Style.allCases {
      let entry = theme[style]
      XCTAssertEqual(entry.foreground != nil, style.isBadge, "\(style)")
      XCTAssertEqual(entry.background != nil, style.isBadge, "\(style)")
      if entry.foreground == .black { XCTAssertFalse(entry.attributes.contains(.bold), "\(style)") }
      // M53: what stands out by its colours stands out without them.
      if style.isBadge { XCTAssertNotEqual(entry.withoutColors, [], "\(style)") }
    }
  }

  func testABadFileIsToldInOneLine() {
    let cases: [(from: String, to: String, line: String)] = [
      ("today\twhite", "tonight\twhite", "theme.tsv, line 15: nothing here is called tonight"),
      ("today\twhite", "today\tpink", "theme.tsv, line 15: nothing here is called pink"),
      ("bold,reverse", "bold,loud", "theme.tsv, line 15: nothing here is called loud"),
      ("today\twhite", "error\twhite", "theme.tsv, line 22: error is there already"),
      ("mark\t-\t-", "mark\t-", "theme.tsv, line 14: 5 fields are wanted, there are 4"),
      ("mark\t-\t-\tbold\tbold\n", "", "theme.tsv: mark is missing"),
    ]
    for (from, to, line) in cases {
      guard let place = shipped.range(of: from) else { XCTFail(from); continue }
      XCTAssertThrowsError(try Theme(shipped.replacingCharacters(in: place, with: to)), to) {
        XCTAssertEqual("\($0)", line)
      }
    }
  }
}
