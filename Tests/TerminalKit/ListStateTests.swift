import TestSupport
import XCTest

@testable import TerminalKit

final class ListStateTests: XCTestCase {
  func testTheSelectionStaysWithItsRowAndTheRowWhereItIs() {
    var list = ListState(rows: Array(0..<100))
    list.select(50)
    XCTAssertEqual(list.scroll(toShow: 10), 45..<55)
    list.update(rows: [-3, -2, -1] + Array(0..<100))
    XCTAssertEqual(list.selection, 50)
    XCTAssertEqual(list.visibleRows(height: 10), 48..<58)
  }

  func testWhenTheSelectedRowGoesTheNextIsSelected() {
    var list = ListState(rows: [1, 2, 3])
    list.select(2)
    list.update(rows: [1, 3])
    XCTAssertEqual(list.selection, 3)
    list.update(rows: [1])
    XCTAssertEqual(list.selection, 1)
    list.update(rows: [])
    XCTAssertNil(list.selection)
    list.update(rows: [7, 8])
    XCTAssertEqual(list.selection, 7)
  }

  func testMovingStopsAtTheEnds() {
    var list = ListState(rows: Array(0..<30))
    XCTAssertFalse(list.move(by: -1))
    XCTAssertTrue(list.page(by: 1, height: 10))
    XCTAssertEqual(list.selection, 9)
    list.moveToLast()
    XCTAssertFalse(list.move(by: 1))
    XCTAssertEqual(list.visibleRows(height: 10), 20..<30)
  }

  func testMarksOutliveTheRowsAndTheSelection() {
    var list = ListState(rows: ["a", "b", "c"])
    list.toggleMarkAndStep()
    XCTAssertEqual(list.selection, "b")
    list.update(rows: ["c"])
    XCTAssertEqual(list.marks, ["a"])
    list.toggleMarks(of: ["c"])
    list.toggleMarks(of: ["c"])
    XCTAssertEqual(list.marks, ["a"])
  }

  /// Rows come and go while others work: a range that was begun goes on, unless its start has gone.
  func testARangeOutlivesWhatOthersDo() {
    var list = ListState(rows: [1, 2, 3, 4, 5])
    list.toggleRange()
    list.unmark([Int]())
    list.unmark([5])
    list.move(by: 2)
    XCTAssertEqual(list.marks, [1, 2, 3])
    list.unmark([1])
    list.move(by: 1)
    XCTAssertEqual(list.marks, [2, 3])
  }

  func testWhomAnActOnSeveralIsAbout() {
    var list = ListState(rows: [5, 4, 3, 2, 1])
    XCTAssertEqual(list.chosen, [5])
    list.toggleMarks(of: [1, 2, 4])
    list.update(rows: [5, 4, 3])
    XCTAssertEqual(list.chosen, [4, 1, 2], "those in view first, and none that is out of sight forgotten")
  }

  func testARangeFollowsTheSelectionBothWays() {
    var list = ListState(rows: Array(0..<10))
    list.toggleMarks(of: [9])
    list.select(4)
    list.toggleRange()
    list.move(by: 2)
    XCTAssertEqual(list.marks, [4, 5, 6, 9])
    list.move(by: -3)
    XCTAssertEqual(list.marks, [3, 4, 9])
    list.toggleRange()
    list.move(by: 3)
    XCTAssertEqual(list.marks, [3, 4, 9])
    list.markAndMove(by: 1)
    XCTAssertEqual(list.marks, [3, 4, 6, 7, 9])
  }

  func testRandomHistoriesKeepTheSelectionInView() {
    for seed in 0..<300 {
      var random = Dice(seed: UInt64(seed))
      var list = ListState<Int>()
      for _ in 0..<40 { act(on: &list, with: &random) }
      let height = Int.random(in: 0...8, using: &random)
      let visible = list.scroll(toShow: height)
      XCTAssertEqual(list.selectedIndex == nil, list.rows.isEmpty)
      XCTAssertEqual(visible.count, min(height, list.rows.count), "seed \(seed)")
      if let index = list.selectedIndex, height > 0 { XCTAssertTrue(visible.contains(index), "seed \(seed)") }
    }
  }

  private func act(on list: inout ListState<Int>, with random: inout Dice) {
    switch Int.random(in: 0...6, using: &random) {
    case 0: list.update(rows: (0..<20).filter { _ in Bool.random(using: &random) }.shuffled(using: &random))
    case 1: list.move(by: .random(in: -5...5, using: &random))
    case 2: list.page(by: Bool.random(using: &random) ? 1 : -1, height: .random(in: 0...6, using: &random))
    case 3: list.toggleMarkAndStep()
    case 4: list.toggleRange()
    case 5: _ = list.scroll(toShow: .random(in: 0...6, using: &random))
    default: list.moveToLast()
    }
  }
}
