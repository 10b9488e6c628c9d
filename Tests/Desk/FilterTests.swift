import Assets
import DeskFixtures
import Domain
import Services
import TerminalKit
import XCTest

@testable import Desk

/// Every list is narrowed by what its rows show (principle 2 of the key map: `f`).
final class FilterTests: XCTestCase {
  /// Each list, and where its first row stands.
  private func lists() throws -> [(name: String, open: () throws -> Scenario)] {
    [
      ("library", { try Scenario(try .example()) }),
      ("today", { try Scenario(try .example()).press("g", "2") }),
      ("tomorrow", { try Scenario(try .tomorrow()).press("g", "5", "+") }),
      ("evening", { try Scenario(try .evening(of: 2), as: .lin).press("g", "7") }),
      ("approvals", { try Scenario(try .requests(), as: .lin).press("g", "8") }),
      ("lost", { try Scenario(try .losses()).press("7") }),
      ("swap", { try Scenario(try .sea(["capacity": 4])).press("g", "3", "p") }),
    ]
  }

  /// The words of the row the cursor stands on, its signs left out.
  private func words(of row: String) -> [String] {
    row.dropFirst(5).split(separator: " ").map(String.init).filter { !$0.contains("~") && $0.count > 1 }
  }

  func testEveryWordOfARowFindsIt() throws {
    for (name, open) in try lists() {
      let scenario = try open()
      let words = words(of: scenario.selected)
      XCTAssertGreaterThan(words.count, 2, "\(name): \(scenario.selected)")
      let first = words[0]
      for word in words {
        scenario.press("f", "^U").type(word)
        XCTAssert(scenario.screen.dropFirst(3).contains { $0.contains(first) }, "\(name): \(word)")
        XCTAssertFalse(scenario.message.contains("看不懂"), "\(name): \(word)")
        scenario.press("Esc")
      }
    }
  }

  /// Principle 13: beside marks and a filter, and with counts over 99, every digit of row 2 is there and nothing is cut.
  func testRowTwoIsWholeBesideMarksAndAFilter() throws {
    for language in Language.allCases {
      let scenario = try Scenario(try .example(), language: language).press("*", "f").type("精密 苏州").press(
        "Enter")
      let row = scenario.choices
      XCTAssert(row.contains("精密 苏州"), row)
      for digit in 1...7 { XCTAssert(row.contains(String(digit)), row) }
      XCTAssertFalse(row.contains("~"), row)
    }
    for (name, open) in try lists() {
      let scenario = try open()
      let digits = scenario.choices.split(separator: " ").compactMap { $0.first { $0 != "[" } }.filter(
        { $0.isNumber && $0 != "0" })
      scenario.press("f").type("很长的筛选词 再来一个").press("Enter")
      let row = scenario.choices
      XCTAssert(digits.allSatisfy(row.contains), "\(name): \(row)")
      XCTAssert(row.contains("很长的筛选词"), "\(name): \(row)")
    }
  }

  func testAnItemSaysAsMuchAsThereIsRoomFor() {
    let names: [(String, String?, Int?)] = [("全部", nil, 297), ("快流失", "流失", 138), ("流走的", "流走", nil)]
    let items = names.enumerated().map { index, item in
      var view = ViewItem(index + 1, name: item.0, short: item.1)
      (view.count, view.isInForce) = (item.2, index == 0)
      return view
    }
    for (beside, expected) in [
      (0, "[1全部297] 2快流失138 3流走的"), (11, "[1全部297] 2快流失138 3流走的"),
      (12, "[1全部297] 2流失138 3流走"), (16, "[1全部297] 2流失 3流走"), (19, "[1全部297] 2流失 3"),
      (60, "[1全部297] 2流失 3"),
    ] {
      let choices = ViewItem.fitted(
        items, beside: String(repeating: "x", count: beside), in: 41, isEnglish: false)
      XCTAssertEqual(choices.map(label).joined(separator: " "), expected, "\(beside)")
    }
    let english = ViewItem.fitted(items, beside: "", in: 80, isEnglish: true)
    XCTAssertEqual(english.map(label).joined(separator: " "), "[1 全部 297] 2 快流失 138 3 流走的")
  }

  private func label(_ choice: Choice) -> String { choice.isInForce ? "[\(choice.text)]" : choice.text }

  func testAWordThatNoRowHasLeavesNone() throws {
    for (name, open) in try lists() {
      let scenario = try open()
      let first = try XCTUnwrap(words(of: scenario.selected).first)
      scenario.press("f").type("zzzz")
      XCTAssertFalse(scenario.screen.dropFirst(3).contains { $0.contains(first) }, name)
      XCTAssert(scenario.shows("筛选没有符合的"), name)
      XCTAssert(scenario.press("Esc").shows(first), name)
    }
  }

  func testAFieldThatIsNotUnderstoodIsSaidInEveryList() throws {
    for (name, open) in try lists() {
      let scenario = try open()
      let first = try XCTUnwrap(words(of: scenario.selected).first)
      XCTAssert(scenario.press("f").type("颜色:红").message.contains("看不懂「颜色:红」"), name)
      XCTAssert(scenario.shows(first), "\(name): it narrows nothing")
    }
  }

  /// Its area code is shown, and its place.
  func testALibraryIsFoundByAnAreaCode() throws {
    let scenario = try Scenario(try .example()).press("f").type("0512")
    XCTAssert(scenario.shows("苏州日东"))
  }

  /// R11.8, R6.1: those for whom nothing is planned, those with whom something is agreed, those we call by ourselves.
  func testPlansAreFilteredFor() throws {
    let floor = try DeskFloor()
    for name in ["苏州无约", "苏州预约", "苏州回访"] { try floor.enter("\(name)电子有限公司", daysAgo: 3) }
    let house = try floor.open()
    for (name, isAgreed) in [("预约", true), ("回访", false)] {
      try PlanContact(floor.now + 86_400, isAgreed: isAgreed, with: try floor.customer(name)).perform(
        by: floor.id(.zhang), at: floor.now, in: house)
    }
    let scenario = try Scenario(floor)
    for (typed, name) in [
      ("约:无", "无约"), ("plan:none", "无约"), ("约:约", "预约"), ("plan:agreed", "预约"), ("下次:回访", "回访"),
      ("plan:ours", "回访"),
    ] {
      scenario.press("f", "^U").type(typed)
      let shown = ["无约", "预约", "回访"].filter { name in
        scenario.screen[3..<10].contains { $0.contains("苏州\(name)") }
      }
      XCTAssertEqual(shown, [name], typed)
      scenario.press("Enter")
    }
    XCTAssert(scenario.press("f", "^U").type("约:乱").message.contains("看不懂「约:乱」"))
    XCTAssert(scenario.shows("苏州无约"))
  }
}
