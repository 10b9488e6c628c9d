import DeskFixtures
import TerminalKit
import XCTest

@testable import Desk

/// Whatever is pasted into whichever field: one line says what was not taken, what was there stays, and the screen is whole
/// (R12.5, M48).
final class PasteTests: XCTestCase {
  private static let pastes: [(name: String, text: String)] = [
    ("10,000 lines", String(repeating: "第一行 q\n", count: 10_000)),
    ("controls", "\u{1B}[31m红\u{1B}]52;c;AAAA\u{07}\u{0}\u{08}\u{9B}2J\u{7F}"),
    ("line ends", "甲\r\n乙\r丙\n\n丁\u{2028}戊\t己"),
    ("unseen marks", "\u{202E}右\u{200B}\u{2066}左\u{FEFF}\u{200F}"),
    ("no UTF-8", String(decoding: [0xFF, 0xFE, 0xC3, 0x28, 0x41], as: UTF8.self)),
  ]
  private static let huge = String(repeating: "五百万字节的粘贴", count: 210_000)

  /// Each pane with a field in it, ready to be typed into.
  private func doors() throws -> [(name: String, scenario: Scenario)] {
    try CheatSheet.pages.map(\.pane).compactMap { pane in
      let scenario = try PaneDoors.open(pane)
      if !isTyping(scenario) { scenario.press(pane == CheckPane.self ? "e" : "f") }
      return isTyping(scenario) ? ("\(pane)", scenario) : nil
    }
  }

  private func isTyping(_ scenario: Scenario) -> Bool { scenario.hints.hasSuffix("F1帮助") }

  func testAnythingIntoAnyField() throws {
    let doors = try doors()
    XCTAssertGreaterThan(doors.count, 15)
    for (name, scenario) in doors {
      var places: Set<Position> = []
      // Tab leads round all fields of a pane.
      while let place = scenario.canvas.caret, places.insert(place).inserted, places.count < 40 {
        for paste in PasteTests.pastes { try self.paste(paste, into: scenario, "\(name) \(places.count)") }
        scenario.press("Home", "^K", "Tab")
      }
      try paste(("huge", PasteTests.huge), into: scenario, name)
    }
  }

  private func paste(_ paste: (name: String, text: String), into scenario: Scenario, _ field: String) throws {
    let name = "\(paste.name) into \(field)"
    scenario.type("x").paste(paste.text)
    assertWhole(scenario, name)
    let isLong = paste.text.count > 1_000
    if isLong || ["controls", "unseen marks"].contains(paste.name) {
      XCTAssertFalse(scenario.message.isEmpty, name)
    }
    if isLong {
      let isTold = ["最多", "没有写进去", "这里不收"].contains { scenario.message.contains($0) }
      XCTAssert(isTold, "\(name): \(scenario.message)")
    }
    scenario.press("End", "^U", "^K")
  }

  /// No control byte and nothing unseen is in a cell, and the frame stands.
  private func assertWhole(_ scenario: Scenario, _ name: String) {
    let canvas = scenario.canvas
    for row in 0..<canvas.size.rows {
      for glyph in canvas.cells(ofRow: row).compactMap(\.glyph) {
        let scalars = [glyph.base, glyph.mark].compactMap { $0 }
        XCTAssert(scalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }, name)
        XCTAssert(scalars.allSatisfy { !(0x200B...0x200F).contains($0.value) }, name)
        XCTAssert(scalars.allSatisfy { !(0x202A...0x202E).contains($0.value) }, name)
        XCTAssert(scalars.allSatisfy { !(0x2060...0x206F).contains($0.value) }, name)
      }
    }
    XCTAssertFalse(scenario.title.isEmpty, name)
    XCTAssert(scenario.hints.hasSuffix("帮助"), name)
  }

  /// What was there stays: a line takes the beginning of what is pasted behind it, a text takes nothing.
  func testWhatWasThereStays() throws {
    let scenario = try Scenario(try .example()).press("w", "3").type("前半句").paste(PasteTests.huge)
    XCTAssert(scenario.shows("内容 前半句"))
    XCTAssert(scenario.message.contains("没有写进去, 已写的都在"))
    let filter = try Scenario(try .example()).press("f").type("日东").paste(PasteTests.huge).press("Home")
    XCTAssert(filter.choices.contains("日东五百万字节"))
  }

  func testALineEndIsOneHoweverItIsWritten() throws {
    let scenario = try Scenario(try .example()).press("w", "3").paste("甲\r\n乙\r丙\n丁")
    let lines = ["甲", "乙", "丙", "丁"]
    // The text has three rows; the caret is in the last line.
    let rows = scenario.screen.map { row in lines.filter(row.contains).joined() }.filter { !$0.isEmpty }
    XCTAssertEqual(rows, ["乙", "丙", "丁"])
  }

  // MARK: a next contact that is none (R6.2)

  func testANextContactThatIsNoneSaysWhyAndNothingIsLost() throws {
    for (typed, why) in [
      ("昨天10点", "已经过去"), ("2月31日", "没有这一天"), ("胡说", "看不懂「胡说」"), ("25点", "没有这个时间"), ("2020-01-01", "已经过去"),
    ] {
      let plan = try Scenario(try .example()).press("t", "^U").type(typed).press("Enter")
      XCTAssert(plan.message.contains(why), "\(typed): \(plan.message)")
      XCTAssert(plan.shows(typed), "it stays to be mended")
      let note = try Scenario(try .example()).press("w", "3").type("要样品").press("Tab", "^U").type(typed)
      XCTAssert(note.press("Enter").message.contains(why), "\(typed): \(note.message)")
      XCTAssert(note.shows("要样品"))
      let palette = try Scenario(try .example()).press(":").type("改约 \(typed)").press("Enter")
      XCTAssert(palette.message.contains(why), "\(typed): \(palette.message)")
    }
  }

  /// Ctrl-L is no text: the screen is painted anew wherever one types.
  func testTheScreenIsPaintedAnewFromAnyField() throws {
    for (name, scenario) in try doors() {
      let before = scenario.repaints
      XCTAssertEqual(scenario.press("^L").repaints, before + 1, name)
    }
  }
}
