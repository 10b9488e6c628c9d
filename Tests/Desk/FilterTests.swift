import Desk
import DeskFixtures
import Domain
import Services
import XCTest

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
