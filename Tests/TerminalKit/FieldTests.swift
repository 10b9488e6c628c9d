import TestSupport
import XCTest

@testable import TerminalKit

final class FieldTests: XCTestCase {
  func testTheCaretStandsBehindWideCharacters() {
    var canvas = Canvas(Size(rows: 1, columns: 10))
    TextField().draw(EditBuffer("宏远"), hasFocus: true, in: canvas.bounds, on: &canvas)
    XCTAssertEqual(canvas.lines, ["宏远"])
    XCTAssertEqual(canvas.caret, Position(row: 0, column: 4))
  }

  func testASecretShowsItsLengthOnly() {
    var canvas = Canvas(Size(rows: 1, columns: 10))
    TextField(isSecret: true).draw(EditBuffer("a中b"), hasFocus: false, in: canvas.bounds, on: &canvas)
    XCTAssertEqual(canvas.lines, ["***"])
    XCTAssertNil(canvas.caret)
  }

  func testTheCaretIsAlwaysInView() {
    for seed in 0..<300 {
      var random = Dice(seed: UInt64(seed))
      var canvas = Canvas(Size(rows: 4, columns: Int.random(in: 1...15, using: &random)))
      var buffer = TextArea.buffer(random.text(upTo: 60))
      buffer.moveCaret(to: .random(in: 0...60, using: &random))
      let area = TextArea(columns: canvas.size.columns)
      if Bool.random(using: &random) {
        TextField().draw(buffer, hasFocus: true, in: canvas.bounds, on: &canvas)
      } else {
        area.handle(.key(Bool.random(using: &random) ? .up : .down), in: &buffer)
        area.draw(buffer, hasFocus: true, in: canvas.bounds, on: &canvas)
      }
      XCTAssertTrue(canvas.caret.map(canvas.size.contains) ?? false, "seed \(seed)")
    }
  }

  func testUpAndDownGoOverWrappedLines() {
    let area = TextArea(columns: 7)
    var buffer = TextArea.buffer("一二三四五六七\nab")
    area.handle(.key(.up), in: &buffer)
    XCTAssertEqual(buffer.caret, 7)
    area.handle(.key(.up), in: &buffer)
    XCTAssertEqual(buffer.caret, 4)
    area.handle(.key(.down), in: &buffer)
    XCTAssertEqual(buffer.caret, 7)
    XCTAssertEqual(area.lineCount(of: buffer), 4)
  }

  func testAFormGoesRoundAndPassesOverWhatIsFixed() {
    let fields = [
      FormField("name", label: "姓名", isReadOnly: true), FormField("mail", label: "邮箱"),
      FormField("word", label: "新密码", isSecret: true),
    ]
    var state = FormState(fields, values: ["name": "何小满"])
    XCTAssertEqual(state.focus, "mail")
    XCTAssertEqual(state.handle(.key("x")), .edited("mail"))
    XCTAssertEqual(state.handle(.key(.tab)), .moved)
    XCTAssertEqual(state.handle(.text("密")), .edited("word"))
    XCTAssertEqual(state.handle(.key(.tab)), .moved)
    XCTAssertEqual(state.focus, "mail")
    XCTAssertEqual(state.handle(.key(.enter)), .ignored)
    var canvas = Canvas(Size(rows: 3, columns: 30))
    Form(fields, valueColumns: 10).draw(state, in: canvas.bounds, on: &canvas) { $0 == "mail" ? "不对" : "" }
    XCTAssertEqual(canvas.lines, ["姓名   何小满", "邮箱   x          不对", "新密码 *"])
    XCTAssertEqual(canvas.caret, Position(row: 1, column: 8))
  }

  func testThePaletteFindsByWordAndByKey() {
    let rows = [
      PaletteRow(keys: "r 1", text: "申请延期", searchTerms: "sqyq"),
      PaletteRow(keys: "X ^X", text: "开出到公海", section: "本屏的键"), PaletteRow(keys: "g3", text: "去公海"),
    ]
    let found: [(String, [Int])] = [
      ("", [0, 1, 2]), ("公海", [1, 2]), ("^x", [1]), ("YQ", [0]), ("公海 去", [2]), ("无", []),
    ]
    for (query, indices) in found {
      XCTAssertEqual(PaletteState(rows, query: query).list.rows, indices, query)
    }
    var state = PaletteState(rows)
    state.handle(.key(.down))
    XCTAssertEqual(state.selectedIndex, 1)
    var canvas = Canvas(Size(rows: 6, columns: 30))
    Palette(prompt: "查", advice: "打字即查", empty: "没有").draw(state, in: canvas.bounds, on: &canvas)
    XCTAssertEqual(
      canvas.lines,
      [
        "查", "   打字即查", "  r 1         申请延期", "-- 本屏的键 ------------------", "> X ^X        开出到公海",
        "  g3          去公海",
      ])
    XCTAssertEqual(canvas.caret, Position(row: 0, column: 3))
  }
}
