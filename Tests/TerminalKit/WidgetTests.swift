import XCTest

@testable import TerminalKit

final class WidgetTests: XCTestCase {
  private let columns = [
    Column("客户", minimum: 10, ideal: 26, shrinkPriority: 1, isEssential: true), Column("级", ideal: 2),
    Column("阶段", ideal: 8),
    Column("上次", ideal: 6, shrinkPriority: 2), Column("下次联系", ideal: 12), Column("到期", ideal: 10),
    Column("因", ideal: 4),
  ]
  private let row = TableRow(
    ["苏州日东精密电子有限公司", "0", "电话联系", "无", "11-28 10:00!", "今 24:00", "小计"],
    gutter: Gutter(isSelected: true, isMarked: true, sign: "!!"))

  func testATableStandsAsItWasDrawn() {
    let lines = draw(rows: 2, columns: 80) {
      Table(columns: columns).draw(0..<1, in: $0.bounds, on: &$0) { _ in row }
    }
    XCTAssertEqual(lines[0], "     客户                       级 阶段     上次   下次联系     到期       因")
    XCTAssertEqual(lines[1], ">*!! 苏州日东精密电子有限公司   0  电话联系 无     11-28 10:00! 今 24:00   小计")
  }

  /// Principle 3: a bar over gutter and name, in which a badge keeps its look.
  func testTheRowOneIsOnIsABar() {
    let signs: [(sign: String, style: Style, drawn: [Style])] = [
      ("!!", .today, [.today, .today]), ("!", .soon, [.soon, .soon]), (".", .week, [.selected, .selected]),
      ("", .soon, [.selected, .selected]),
    ]
    for (sign, style, drawn) in signs {
      for isSelected in [true, false] {
        var canvas = Canvas(Size(rows: 2, columns: 80))
        let gutter = Gutter(isSelected: isSelected, isMarked: true, sign: sign, signStyle: style)
        Table(columns: columns).draw(0..<1, in: canvas.bounds, on: &canvas) { _ in
          TableRow(row.cells, gutter: gutter)
        }
        let styles = canvas.cells(ofRow: 1).map(\.style)
        guard isSelected else {
          XCTAssertFalse(styles.contains(.selected), sign)
          continue
        }
        XCTAssertEqual(Array(styles[..<5]), [.selected, .selected] + drawn + [.selected], sign)
        XCTAssertEqual(Set(styles[5..<31]), [.selected], sign)
        XCTAssertEqual(Set(styles[31...]), [.plain], sign)
      }
    }
  }

  /// Where the name stands further right, the bar is in two parts.
  func testTheBarIsOverTheColumnOfTheName() {
    var canvas = Canvas(Size(rows: 2, columns: 80))
    Table(columns: columns, nameColumn: 2).draw(0..<1, in: canvas.bounds, on: &canvas) { _ in row }
    let selected = canvas.cells(ofRow: 1).indices.filter { canvas.cells(ofRow: 1)[$0].style == .selected }
    XCTAssertEqual(selected.map { $0 - 80 }, Array(0..<5) + Array(35..<43))
  }

  func testPartsOfATextMeanSomethingOfTheirOwn() {
    let text = StyledText("提醒").marking("2", as: .today) + StyledText("12", style: .today) + StyledText(" 周四")
    var canvas = Canvas(Size(rows: 1, columns: 12))
    XCTAssertEqual(canvas.put(text, in: canvas.bounds, alignment: .trailing), 11)
    let styles = canvas.cells(ofRow: 0).map(\.style)
    XCTAssertEqual(
      styles, Array(repeating: .plain, count: 5) + [.today, .today] + Array(repeating: .plain, count: 5))
    canvas = Canvas(Size(rows: 1, columns: 5))
    XCTAssertEqual(canvas.put(text, in: canvas.bounds), 5)
    XCTAssertEqual(canvas.lines, ["提醒~"])
    XCTAssertEqual(canvas.cells(ofRow: 0).map(\.style), [.plain, .plain, .plain, .plain, .today])
    XCTAssertEqual(["", "a", "", StyledText("b", style: .key)].joined(by: " ").text, "a b")
  }

  func testWhatToPressStandsOut() {
    func styles(_ draw: (inout Canvas) -> Void) -> String {
      var canvas = Canvas(Size(rows: 1, columns: 30))
      draw(&canvas)
      let letters: [Style: Character] = [.plain: ".", .key: "k", .muted: "d", .current: "c"]
      return String(canvas.cells(ofRow: 0).map { letters[$0.style] ?? "?" })
    }
    let hints = HintLine(
      [Hint(key: "Tab", text: "下"), Hint(key: "p", text: "挑", isDisabled: true)], help: "?")
    XCTAssertEqual(styles { hints.draw(in: $0.bounds, on: &$0) }.prefix(11), "kkk...ddddd")
    let row = ChoiceRow([Choice("1全", isInForce: true), Choice("12快3"), Choice("3超", isDisabled: true)])
    XCTAssertEqual(styles { row.draw(in: $0.bounds, on: &$0) }.prefix(17), "ccccc.kk....ddddd")
  }

  func testColumnsShrinkAndThenGo() {
    let lines = draw(rows: 2, columns: 50) {
      Table(columns: columns).draw(0..<1, in: $0.bounds, on: &$0) { _ in row }
    }
    XCTAssertEqual(lines[1], ">*!! 苏州日东精密电子有~  0  电话联系 11-28 10:00!")
    XCTAssertFalse(lines[0].contains("上次"))
  }

  func testTheCursorStandsOnTheSelectedRow() {
    var canvas = Canvas(Size(rows: 2, columns: 20))
    Table(columns: columns).draw(0..<1, in: canvas.bounds, on: &canvas) { _ in row }
    XCTAssertEqual(canvas.caret, Position(row: 1, column: 0))
  }

  func testChoices() {
    let choices = ["1全部87", "2快流失8", "3超期4"].enumerated().map { Choice($1, isInForce: $0 == 0) }
    let row = ChoiceRow(choices, trailing: StyledText("标记2  筛选:无"))
    XCTAssertEqual(
      draw(rows: 1, columns: 50) { row.draw(in: $0.bounds, on: &$0) },
      [
        "[1全部87] 2快流失8 3超期4           标记2  筛选:无"
      ])
    let last = ChoiceRow(["1全部87", "2快流失8", "3超期4"].enumerated().map { Choice($1, isInForce: $0 == 2) })
    XCTAssertEqual(draw(rows: 1, columns: 18) { last.draw(in: $0.bounds, on: &$0) }, ["2快流失8 [3超期4]"])
  }

  func testHelpIsNeverCut() {
    let hints = HintLine(
      [Hint(key: "d", text: "拨号"), Hint(key: "p", text: "挑入", isDisabled: true)], help: "?帮助")
    XCTAssertEqual(draw(rows: 1, columns: 24) { hints.draw(in: $0.bounds, on: &$0) }, ["d拨号 (p挑入)      ?帮助"])
    XCTAssertEqual(draw(rows: 1, columns: 12) { hints.draw(in: $0.bounds, on: &$0) }, ["d拨号  ?帮助"])
    XCTAssertEqual(draw(rows: 1, columns: 5) { hints.draw(in: $0.bounds, on: &$0) }, ["?帮助"])
  }

  func testHeadlineAndRule() {
    let line = Headline(left: "我的机会 87/300  何小满", right: "周四 14:32")
    XCTAssertEqual(draw(rows: 1, columns: 24) { line.draw(in: $0.bounds, on: &$0) }, ["我的机会 87/~ 周四 14:32"])
    let rule = Rule("最近", trailing: "14:38 已存")
    XCTAssertEqual(
      draw(rows: 1, columns: 30) { rule.draw(in: $0.bounds, on: &$0) }, ["-- 最近 ----------- 14:38 已存"])
  }

  func testAWideScreenHasTwoParts() {
    let split = SplitView(minimumColumns: 20, masterColumns: 10)
    XCTAssertNil(split.parts(of: Rect(row: 0, column: 0, rows: 5, columns: 19)).detail)
    let parts = split.parts(of: Rect(row: 2, column: 0, rows: 5, columns: 30))
    XCTAssertEqual(parts.master, Rect(row: 2, column: 0, rows: 5, columns: 10))
    XCTAssertEqual(parts.detail, Rect(row: 2, column: 12, rows: 5, columns: 18))
    XCTAssertEqual(draw(rows: 1, columns: 20) { split.draw(in: $0.bounds, on: &$0) }, ["          |"])
  }

  func testBigDigitsAreWholeOrNotThere() {
    let digits = BigDigits("05 1")
    let lines = draw(rows: 3, columns: 20) { digits.draw(in: $0.bounds, on: &$0) }
    XCTAssertEqual(lines, [" _   _", "| | |_       |", "|_|  _|      |"])
    XCTAssertEqual(draw(rows: 3, columns: 9) { digits.draw(in: $0.bounds, on: &$0) }, ["", "", ""])
  }

  private func draw(rows: Int, columns: Int, _ draw: (inout Canvas) -> Void) -> [String] {
    var canvas = Canvas(Size(rows: rows, columns: columns))
    draw(&canvas)
    return canvas.lines
  }
}
