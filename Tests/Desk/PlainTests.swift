import Assets
import DeskFixtures
import TerminalKit
import XCTest

@testable import Desk

/// What holds in every pane: that the screen can be read aloud (S65), and that an input method left on is told (M12).
final class PlainTests: XCTestCase {
  /// Nothing is drawn but words, and the cursor is where one is.
  func testEveryPaneIsWordsAlone() throws {
    for pane in CheatSheet.pages.map(\.pane) {
      let scenario = try PaneDoors.open(pane, manner: Manner(isPlain: true))
      for row in scenario.screen {
        XCTAssertFalse(["--", "|_", " | "].contains(where: row.contains), "\(pane): \(row)")
        XCTAssert(row.unicodeScalars.allSatisfy { !(0x2500...0x259F).contains($0.value) }, "\(pane): \(row)")
      }
      let caret = try XCTUnwrap(scenario.canvas.caret, "\(pane)")
      let isTyping = scenario.hints.hasSuffix("F1帮助")
      if !isTyping, let row = scenario.screen.firstIndex(where: { $0.hasPrefix(">") }) {
        XCTAssertEqual(caret, Position(row: row, column: 0), "\(pane)")
      }
    }
  }

  /// On a wide terminal nothing stands beside anything else.
  func testWideScreensAreOneColumn() throws {
    let size = Size(rows: 40, columns: 160)
    let plain = try Scenario(try .example(), size: size, manner: Manner(isPlain: true))
    XCTAssertFalse(plain.shows("K000001"))
    XCTAssert(try Scenario(try .example(), size: size).shows("K000001"))
  }

  /// Nobody who hears the screen looks up at its first rows.
  func testWhatChangesThereIsSaid() throws {
    let scenario = try Scenario(try .example(), manner: Manner(isPlain: true))
    XCTAssert(scenario.press("2").message.contains("2快流失"), scenario.message)
    XCTAssert(scenario.press("g", "3").message.hasPrefix("公海"), scenario.message)
    XCTAssert(scenario.press("g", "1", "Space").message.contains("标记1"), scenario.message)
    XCTAssert(scenario.press("X").message.hasPrefix("为什么开出"), "a question goes first")
    XCTAssert(scenario.press("Esc", "u").message.contains("没有可以撤销的"), "news goes first")
  }

  func testThePlainThemeHasNoPatches() throws {
    let theme = try Theme(Asset.text("theme.tsv")).plain
    for style in Style.allCases {
      XCTAssertNil(theme[style].background)
      XCTAssertFalse(theme[style].attributes.contains(.reverse))
      XCTAssertFalse(theme[style].withoutColors.contains(.reverse))
    }
    XCTAssert(theme[.strong].attributes.contains(.bold))
  }

  // MARK: the input method (W8)

  /// A Chinese text is typed where one types, and told where one does not; it is never taken for nothing.
  func testAChineseTextIsTypedOrTold() throws {
    for pane in CheatSheet.pages.map(\.pane) {
      let scenario = try PaneDoors.open(pane).type("潮")
      let isTold = scenario.message == "中文输入法开着. 切到英文, 或按住 Ctrl 再按字母"
      XCTAssert(isTold || scenario.screen.contains { $0.contains("潮") }, "\(pane): \(scenario.screen)")
    }
  }

  /// Where a form has one choose, nothing is typed.
  func testAChoiceInAFormTellsTooThatTheInputMethodIsOn() throws {
    let note = try Scenario(try .example()).press("w", "3")
    for field in ["next", "level", "stage"] {
      note.press("Tab")
      if field != "next" { XCTAssert(note.type("高").message.hasPrefix("中文输入法开着"), field) }
    }
    let form = try Scenario(try .example()).press("e", "Shift-Tab")
    XCTAssert(form.type("好").message.hasPrefix("中文输入法开着"))
  }

  /// M11: what an input method makes of the keys is the keys, in every pane; so it is with the marks of Chinese.
  func testFullWidthKeysAreTheKeys() throws {
    let folded: [(String, Key)] = [("、", "/"), ("。", "."), ("【", "["), ("】", "]"), ("　", " "), ("￥", "$")]
    for (text, key) in folded { XCTAssertEqual(CommandInput.commands(in: .text(text)), [.key(key)], text) }
    let bound = Set(CheatSheet.pages.flatMap { $0.pane.characters })
    XCTAssertGreaterThan(bound.count, 25)
    for character in bound {
      guard let scalar = character.unicodeScalars.first, scalar.value > 0x20, scalar.isASCII else { continue }
      let wide = Unicode.Scalar(scalar.value + 0xFEE0).map(String.init) ?? ""
      XCTAssertEqual(CommandInput.commands(in: .text(wide)), [.key(Key(.character(character)))], wide)
    }
    XCTAssert(try Scenario(try .example()).type("、").type("日东").shows("苏州日东"))
    XCTAssert(try Scenario(try .example()).type("ｇ３").title.hasPrefix("公海"))
  }
}

extension Pane {
  /// Those that are keys of it.
  fileprivate static var characters: [Character] { keymap.bindings.flatMap(\.keys).compactMap(\.character) }
}
