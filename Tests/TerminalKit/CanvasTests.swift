import TestSupport
import XCTest

@testable import TerminalKit

final class CanvasTests: XCTestCase {
  func testTextIsCutAtTheEdge() {
    var canvas = Canvas(Size(rows: 1, columns: 6))
    XCTAssertEqual(canvas.put("苏州日东", at: Position(row: 0, column: 1)), 5)
    XCTAssertEqual(canvas.lines, [" 苏州~"])
  }

  func testDrawingOverHalfAWideCharacterBlanksTheOther() {
    var canvas = Canvas(Size(rows: 1, columns: 4))
    canvas.put("中文", at: Position(row: 0, column: 0))
    canvas.put("x", at: Position(row: 0, column: 1))
    XCTAssertEqual(canvas.lines, [" x文"])
    canvas.put("国", at: Position(row: 0, column: 1))
    XCTAssertEqual(canvas.lines, [" 国"])
  }

  func testNothingIsDrawnOutsideTheClip() {
    var canvas = Canvas(Size(rows: 2, columns: 8))
    canvas.clipped(to: Rect(row: 0, column: 3, rows: 1, columns: 3)) { canvas in
      canvas.put("中文中文", at: Position(row: 0, column: 0))
      canvas.put("x", at: Position(row: 1, column: 4))
      canvas.fill(Rect(row: 1, column: 0, rows: 1, columns: 8), with: "#")
    }
    XCTAssertEqual(canvas.lines, ["    ~", ""])
  }

  func testBothHalvesChangeTheirLookTogether() {
    var canvas = Canvas(Size(rows: 1, columns: 4))
    canvas.put("中文", at: Position(row: 0, column: 0))
    canvas.restyle(Rect(row: 0, column: 1, rows: 1, columns: 2)) { _ in .strong }
    XCTAssertEqual(canvas.cells(ofRow: 0).map(\.style), [.strong, .strong, .strong, .strong])
  }

  func testACellIsSmall() {
    XCTAssertEqual(MemoryLayout<Cell>.stride, 12)
  }

  func testRandomDrawingNeverLeavesHalfACharacter() {
    for seed in 0..<300 {
      var random = Dice(seed: UInt64(seed))
      var canvas = Canvas(Size(rows: 3, columns: Int.random(in: 0...12, using: &random)))
      for _ in 0..<30 { scribble(on: &canvas, with: &random) }
      for row in 0..<3 { XCTAssertTrue(isWhole(canvas.cells(ofRow: row)), "seed \(seed)") }
    }
  }

  private func scribble(on canvas: inout Canvas, with random: inout Dice) {
    let rect = Rect(
      row: .random(in: -1...3, using: &random), column: .random(in: -3...13, using: &random),
      rows: .random(in: 0...3, using: &random), columns: .random(in: 0...9, using: &random))
    let text = random.text(upTo: 12)
    let place = Position(row: rect.row, column: .random(in: -4...13, using: &random))
    let kind = Int.random(in: 0...3, using: &random)
    let outside = canvas
    canvas.clipped(to: rect) { canvas in
      switch kind {
      case 0: canvas.fill(rect, with: "#")
      case 1: canvas.restyle(rect) { _ in .strong }
      case 2: canvas.put(text, in: rect, alignment: .trailing)
      default: canvas.put(text, at: place, style: .heading)
      }
    }
    XCTAssertTrue(isUntouched(canvas, outside, beyond: rect))
  }

  private func isWhole(_ cells: ArraySlice<Cell>) -> Bool {
    cells.indices.allSatisfy { index in
      switch cells[index].width {
      case 2: index + 1 < cells.endIndex && cells[index + 1].isTail
      case 0: index > cells.startIndex && cells[index - 1].width == 2
      default: true
      }
    }
  }

  /// Outside the clip only the other half of a character that was cut may change.
  private func isUntouched(_ new: Canvas, _ old: Canvas, beyond rect: Rect) -> Bool {
    (0..<new.size.rows).allSatisfy { row in
      (0..<new.size.columns).allSatisfy { column in
        let place = Position(row: row, column: column)
        let isNear = rect.contains(place) || column == rect.column - 1 || column == rect.endColumn
        return isNear || new[place] == old[place]
      }
    }
  }
}
