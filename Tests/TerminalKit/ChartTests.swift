import XCTest

@testable import TerminalKit

/// Charts (principle 6): blocks where they are drawn narrow, ASCII else, and nothing where the screen is read aloud.
final class ChartTests: XCTestCase {
  private func lines(_ chrome: Chrome, rows: Int, columns: Int, _ draw: (Rect, inout Canvas) -> Void)
    -> [String]
  {
    var canvas = Canvas(Size(rows: rows, columns: columns), chrome: chrome)
    draw(canvas.bounds, &canvas)
    return canvas.lines
  }

  func testABarIsAsLongAsItsShare() {
    XCTAssertEqual(
      [0, 1, 5, 10, 12].map { Bar.text($0, of: 10, columns: 10, .ascii).count }, [0, 1, 5, 10, 10])
    XCTAssertEqual(Bar.text(5, of: 10, columns: 10, .lines), "█████")
    XCTAssertEqual(Bar.text(1, of: 1_000, columns: 10, .ascii), "=", "what is there is seen")
    XCTAssertEqual(Bar.text(4, of: 10, columns: 10, isCentred: true, .ascii), "   ====")
    XCTAssertEqual(Bar.text(5, of: 10, columns: 10, .plain), "")
    XCTAssertEqual(Bar.text(5, of: 0, columns: 10, .ascii), "")
  }

  func testASparklineTellsNothingFromALittle() {
    XCTAssertEqual(Sparkline.text([0, 1, 5, 9], columns: 9, .ascii), " .:#")
    XCTAssertEqual(Sparkline.text([0, 1, 5, 9], columns: 9, .lines), " .▄█")
    XCTAssertEqual(Sparkline.text([0, 0], columns: 9, .ascii), "  ")
    XCTAssertEqual(Sparkline.text([1, 2], columns: 9, .plain), "")
  }

  /// More than there is room for are taken together: none is cut.
  func testMoreThanThereIsRoomFor() {
    XCTAssertEqual(Sparkline.text([1, 0, 0, 0, 9], columns: 3, .ascii), ". #")
    XCTAssertEqual(Sparkline.text(Array(repeating: 1, count: 90), columns: 40, .ascii).count, 30)
  }

  /// A column a week, a row a weekday; what lies before the first day and after the last stays blank.
  func testACalendar() {
    let map = HeatMap([4, 0, 1, 2, 4, 3, 0, 4], firstWeekday: 5)
    let names = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]
    let drawn = lines(.ascii, rows: 7, columns: 20) { map.draw(names: names, in: $0, on: &$1) }
    XCTAssertEqual(drawn, ["Mo   -", "Tu   +", "We   #", "Th   x", "Fr   .", "Sa # #", "Su ."])
    let narrow = lines(.ascii, rows: 7, columns: 5) { map.draw(names: names, in: $0, on: &$1) }
    XCTAssertEqual(narrow[0], "Mo -", "the last weeks")
    XCTAssertEqual(
      lines(.plain, rows: 7, columns: 20) { map.draw(names: names, in: $0, on: &$1) },
      Array(repeating: "", count: 7))
  }

  func testColumnsByHalfRows() {
    let chart = ColumnChart([0, 1, 2, 3, 4])
    XCTAssertEqual(lines(.lines, rows: 2, columns: 9) { chart.draw(in: $0, on: &$1) }, ["   ▄█", " ▄███"])
    XCTAssertEqual(lines(.ascii, rows: 2, columns: 9) { chart.draw(in: $0, on: &$1) }, ["   .=", " .==="])
    XCTAssertEqual(lines(.lines, rows: 2, columns: 9) { ColumnChart([]).draw(in: $0, on: &$1) }, ["", ""])
  }
}
