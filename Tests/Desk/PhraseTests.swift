import Desk
import DeskFixtures
import Domain
import Services
import TerminalKit
import XCTest

/// House phrases by one digit, and the script of the stage (R6.7).
final class PhraseTests: XCTestCase {
  private func floor() throws -> DeskFloor {
    let floor = try DeskFloor.example()
    try keep(.phrase, 2, "要样品, 下周寄", on: floor)
    return floor
  }

  private func keep(_ kind: TeamTexts.Kind, _ number: Int, _ text: String, on floor: DeskFloor) throws {
    try KeepTeamText(TeamTexts.Key(kind, number), text)
      .perform(by: floor.id(.lin), at: floor.now, in: floor.open())
  }

  func testADigitBehindItsKeyPutsAPhraseIn() throws {
    let floor = try floor()
    let scenario = try Scenario(floor).press("w", "3")
    XCTAssert(scenario.hints.contains("^R常用语"), scenario.hints)
    scenario.press("^R")
    XCTAssert(scenario.choices.hasPrefix("1对方在~ 2要样品~"), scenario.choices)
    XCTAssert(scenario.shows("2 要样品, 下周寄"), scenario.screen.joined(separator: "\n"))
    scenario.press("2")
    XCTAssert(scenario.choices.contains("[3接通]"), "outcomes again: \(scenario.choices)")
    scenario.type("2盒").press("^R", "9").press("Tab", "^U", "Enter")
    XCTAssertEqual(try floor.view(CustomerID(1)).notes.first?.text, "要样品, 下周寄2盒, 已报价, 等答复")
  }

  /// Whoever is at the outcomes, or in another field, goes on in the text.
  func testAPhraseGoesIntoTheText() throws {
    for way in [["w"], ["w", "3", "Tab"]] {
      let scenario = try Scenario(try floor())
      for key in way { scenario.press(key) }
      XCTAssert(scenario.press("^R", "2").shows("要样品, 下周寄"))
      XCTAssert(scenario.type("x").shows("要样品, 下周寄x"))
    }
  }

  func testAnyOtherKeyIsWhatItIs() throws {
    let scenario = try Scenario(try floor()).press("w", "3")
    XCTAssert(scenario.press("^R", "Esc").title.contains("苏州日东"), "Esc leaves the phrases, not the note")
    XCTAssert(scenario.press("^R").type("x2").shows("x2"))
    XCTAssert(scenario.press("^R", "0").message.contains("没有用"), scenario.message)
    XCTAssert(scenario.press("^R").type("中").shows("x2中"))
    // An input method sends them wide.
    XCTAssert(scenario.press("^R").type("２").shows("x2中, 要样品, 下周寄"))
  }

  /// Before a phrase of one's team is read nothing is put in.
  func testADigitThatIsTooEarlyPutsNothingIn() throws {
    let scenario = try Scenario(try floor()).holdErrands().press("w", "^R")
    XCTAssertFalse(scenario.press("2").shows("要样品"))
    scenario.release()
  }

  // MARK: the script

  /// Whole on a wide screen, as far as there is room on a small one; beside the number and on the note.
  func testTheScriptOfTheStageIsAtHand() throws {
    for (size, isWhole) in [(Size(rows: 40, columns: 120), true), (Size(rows: 24, columns: 80), false)] {
      let scenario = try Scenario(try .example(), size: size).press("g", "2", "Enter")
      XCTAssert(scenario.shows("话术: 电话联系"))
      XCTAssert(scenario.shows("开场: 您好, 我是三部的何小满"), scenario.screen.joined(separator: "\n"))
      XCTAssertEqual(scenario.shows("收口: 重复一句他的原话"), isWhole)
      XCTAssertFalse(scenario.shows("~ ~"), "a line that goes on says so once")
      scenario.press("3")
      XCTAssert(scenario.shows("开场: 您好, 我是三部的何小满"), scenario.screen.joined(separator: "\n"))
      XCTAssertEqual(scenario.shows("收口: 重复一句他的原话"), isWhole)
    }
  }

  /// What there is no room for comes a page further, and behind the last page the first again.
  func testTheScriptIsReadOnPageByPage() throws {
    let scenario = try Scenario(try .example()).press("g", "2", "Enter")
    let (start, end) = ("开场: 您好, 我是三部的何小满", "收口: 重复一句他的原话")
    XCTAssert(scenario.shows("话术: 电话联系  1/3 PgDn"), scenario.screen.joined(separator: "\n"))
    let pages = (1...3).map { _ in [start, end].filter(scenario.press("PgDn").shows) }
    XCTAssertEqual(pages, [[], [end], [start]])
    XCTAssertEqual([start, end].filter(scenario.press("PgUp").shows), [end])
  }

  func testTheScriptFollowsTheStageThatIsChosen() throws {
    let scenario = try Scenario(try .example(), size: Size(rows: 40, columns: 120)).press(
      "w", "3", "Tab", "Tab", "Tab")
    XCTAssert(scenario.press("6").shows("话术: 促成"), scenario.screen.joined(separator: "\n"))
  }

  func testAScriptOfTheTeamTakesThePlaceOfTheShippedOne() throws {
    let floor = try floor()
    try keep(.script, 1, "问: 出口占几成, {nobody}?", on: floor)
    let scenario = try Scenario(floor).press("g", "2", "Enter")
    XCTAssert(scenario.shows("问: 出口占几成, {nobody}?"), "what is no place stays as it is")
    XCTAssertFalse(scenario.shows("开场"))
  }
}
