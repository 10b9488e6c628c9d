import Desk
import DeskFixtures
import Domain
import XCTest

/// Support judges in the check what became a collision while it was held (R5.7).
final class CheckJudgementTests: XCTestCase {
  private static let name = "昆山青竹电缆有限公司"

  /// zhang's customer, renamed to what li's is called already.
  static func disputed() throws -> (floor: DeskFloor, mine: CustomerID, other: CustomerID) {
    let floor = try DeskFloor()
    let other = try floor.enter(CheckJudgementTests.name, by: .li, daysAgo: 9)
    let mine = try floor.enter("昆山听雨电缆有限公司", daysAgo: 3)
    try floor.change(mine) { $0.name = CheckJudgementTests.name }
    return (floor, mine, other)
  }

  private func support(_ floor: DeskFloor) throws -> Scenario {
    try Scenario(floor, as: .shen).press("g", "4", "5")
  }

  func testWhatWaitsShowsBothSidesAndUntilWhen() throws {
    let scenario = try support(CheckJudgementTests.disputed().floor)
    XCTAssert(scenario.choices.contains("[5待判撞单]"), scenario.choices)
    let selected = scenario.selected
    for part in ["昆山青竹", "三部 何小满", "一部 江立秋", "11-30 24:00"] {
      XCTAssert(selected.contains(part), "\(part): \(selected)")
    }
    XCTAssert(scenario.message.hasPrefix("+ 归持有人, - 归对方"), scenario.message)
    XCTAssert(
      scenario.shows("11-26 14:32 起, 回执 C") || scenario.shows("今 14:32 起, 回执 C"), "\(scenario.screen)")
  }

  func testWhoDoesNotJudgeHasNoSuchView() throws {
    let scenario = try Scenario(CheckJudgementTests.disputed().floor).press("g", "4", "Esc")
    XCTAssertFalse(scenario.choices.contains("待判撞单"))
    XCTAssert(scenario.press("5").message.contains("没有用"))
  }

  func testEnterOpensTheCustomerAndTabLeadsToTheOther() throws {
    let (floor, mine, other) = try CheckJudgementTests.disputed()
    let scenario = try support(floor).press("Enter")
    XCTAssert(scenario.title.contains(mine.code), scenario.title)
    scenario.press("Esc").press("Tab", "Enter")
    XCTAssert(scenario.title.contains(other.code), scenario.title)
  }

  func testPlusKeepsItForItsHolder() throws {
    let (floor, mine, _) = try CheckJudgementTests.disputed()
    let scenario = try support(floor).press("+")
    XCTAssertEqual(scenario.message, "昆山青竹电缆有限公司 已判: 归持有人")
    XCTAssertNil(try floor.view(mine).dispute)
    XCTAssertEqual(try floor.view(mine).customer.holder, floor.id(.zhang))
    XCTAssertEqual(scenario.wait(600).press("4", "5").message, "没有等判定的撞单")
  }

  func testJudgedAgainstItIsMerged() throws {
    let (floor, mine, other) = try CheckJudgementTests.disputed()
    let scenario = try support(floor).press("-")
    XCTAssertEqual(scenario.choices.trimmed, "1并成一家 2转给对方")
    scenario.press("1").type("同一块牌子").press("Enter")
    XCTAssertEqual(scenario.message, "昆山青竹电缆有限公司 已判: 并成一家")
    XCTAssertEqual(try floor.view(mine, as: .shen).customer.id, other, "the older code stays")
  }

  /// Support may judge without a remark, and may leave it before Enter.
  func testJudgedAgainstItIsHandedOver() throws {
    let (floor, mine, _) = try CheckJudgementTests.disputed()
    let scenario = try support(floor).press("-", "2", "Esc")
    XCTAssertNotNil(try floor.view(mine).dispute)
    scenario.press("-", "2", "Enter")
    XCTAssertEqual(scenario.message, "昆山青竹电缆有限公司 已判: 转给对方")
    XCTAssertEqual(try floor.view(mine, as: .li).customer.holder, floor.id(.li))
  }

  func testOfTheSeaNothingIsHandedOver() throws {
    let (floor, _, other) = try CheckJudgementTests.disputed()
    try floor.release(other, by: .li)
    let scenario = try support(floor).press("-")
    XCTAssertEqual(scenario.choices.trimmed, "1并成一家")
    XCTAssert(scenario.press("2").message.contains("没有用"))
  }

  func testWhoIsSlowerThanAColleagueIsTold() throws {
    let (floor, _, _) = try CheckJudgementTests.disputed()
    let scenario = try support(floor).press("-", "1")
    try support(floor).press("+")
    scenario.press("Enter")
    XCTAssert(scenario.message.contains("没有等判定的撞单"), scenario.message)
  }

  /// What was looked at is settled, and another collision of the same customer waits: that is another judgement.
  func testNothingIsJudgedButWhatWasShown() throws {
    let (floor, mine, _) = try CheckJudgementTests.disputed()
    try floor.enter("昆山望湖电缆有限公司", by: .zhou, daysAgo: 5)
    let scenario = try support(floor).press("-", "1")
    try floor.change(mine) { $0.name = "昆山听雨电缆有限公司" }
    try floor.change(mine) { $0.name = "昆山望湖电缆有限公司" }
    scenario.press("Enter")
    XCTAssertFalse(scenario.message.contains("已判: "), scenario.message)
    XCTAssertEqual(try floor.view(mine).customer.id, mine)
    XCTAssertNotNil(try floor.view(mine).dispute)
  }

  func testItIsReadInEnglishToo() throws {
    let scenario = try Scenario(try CheckJudgementTests.disputed().floor, as: .shen, language: .english)
      .press("g", "4", "5")
    XCTAssert(scenario.choices.contains("[5 to judge]"), scenario.choices)
    XCTAssert(scenario.message.hasSuffix("Tab: the hits"), scenario.message)
    XCTAssert(scenario.shows("Same     昆山") && scenario.shows("receipt C"))
  }
}
