import Assets
import DeskFixtures
import Domain
import Services
import XCTest

@testable import Desk

/// The first minute of a new person, as SCREENS.md draws it.
final class FirstMinuteTests: XCTestCase {
  private func arrive(in language: Language = .chinese) throws -> Scenario {
    try Scenario(try .example(), language: language, isFirstTime: true)
  }

  private func likes(_ scenario: Scenario) throws -> Preferences {
    try Reading.preferences(of: scenario.floor.id(.zhang), in: try scenario.floor.open())
  }

  func testItShowsTheLanguageTheScreenAndThreeSentences() throws {
    let scenario = try arrive()
    XCTAssert(scenario.title.hasPrefix("第一次来  何小满  三部"))
    XCTAssertEqual(scenario.choices, "[1中文] 2English 3竖线是直的 4竖线是歪的")
    XCTAssert(scenario.shows("-- 三句话 --"))
    XCTAssert(scenario.shows("数字选第 2 行里带这个号的"))
  }

  /// The bars stand in one column, whatever is before them.
  func testTheBarsStandStraight() throws {
    let scenario = try arrive()
    let rows = scenario.screen.indices.filter { scenario.screen[$0].hasSuffix("|") }
    XCTAssertEqual(rows.count, 3)
    for row in rows { XCTAssertEqual(scenario.canvas.cells(ofRow: row).count { $0.glyph?.base == "|" }, 1) }
    let columns = rows.map { scenario.canvas.cells(ofRow: $0).prefix { $0.glyph?.base != "|" }.count }
    XCTAssertEqual(Set(columns), [36])
  }

  /// What is chosen holds at once, and is kept as an act with its event.
  func testTheLanguageHoldsAtOnceAndIsKept() throws {
    let scenario = try arrive().press("2")
    XCTAssert(scenario.title.hasPrefix("Your first time"))
    XCTAssertEqual(try likes(scenario), Preferences(language: "en", wasShownRound: true))
    XCTAssert(scenario.press("Enter").title.hasPrefix("My opportunities"))
    scenario.press("4")
    XCTAssertNil(try likes(scenario).drawsLines, "a digit means what row 2 says again")
  }

  func testBarsThatAreCrookedAreNoted() throws {
    let scenario = try arrive()
    XCTAssert(scenario.press("4").message.hasPrefix("记下了: 下次打开起只用 ASCII 画线"))
    XCTAssert(scenario.choices.contains("[4竖线是歪的]"))
    XCTAssertEqual(try likes(scenario).drawsLines, false)
    XCTAssertEqual(try likes(scenario.press("3")).drawsLines, true)
  }

  func testAControlKeyIsHeard() throws {
    let scenario = try arrive()
    XCTAssert(scenario.shows("(等着)"))
    XCTAssert(scenario.type("好").message.hasPrefix("中文输入法开着"))
    XCTAssert(scenario.press("^G").shows("收到了, 开着输入法也能用快捷键."))
  }

  func testItIsShownOnceAndFoundAgain() throws {
    let scenario = try arrive()
    XCTAssertFalse(try likes(scenario).wasShownRound)
    XCTAssert(scenario.press("Esc").title.hasPrefix("我的机会"))
    XCTAssertTrue(try likes(scenario).wasShownRound)
    XCTAssert(scenario.press("?").type("第一次").press("Enter").title.hasPrefix("第一次来"))
    XCTAssert(scenario.press("Esc").title.hasPrefix("我的机会"))
  }

  /// Principle 7: nothing takes keys that are meant for the work.
  func testAnyOtherKeyPutsItAsideAndWorks() throws {
    XCTAssert(try arrive().press("g", "3").title.hasPrefix("公海"))
    XCTAssert(try arrive().press("j", "w").shows("-- 写小计"))
    let scenario = try arrive().press("?")
    XCTAssert(scenario.title.hasPrefix("帮助与命令  我的机会"))
    XCTAssertTrue(try likes(scenario).wasShownRound)
  }

  func testWhoeverLeavesAtOnceHasSeenIt() throws {
    let scenario = try arrive()
    scenario.hangUp()
    XCTAssertTrue(try likes(scenario).wasShownRound)
  }
}
