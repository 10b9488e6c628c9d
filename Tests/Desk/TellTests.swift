import Desk
import DeskFixtures
import Domain
import XCTest

/// What an agent learned of somebody else's customer goes to its holder with one key (R5.3).
final class TellTests: XCTestCase {
  private func floor() throws -> DeskFloor {
    let floor = try DeskFloor.sea()
    try floor.enter("昆山青竹电缆有限公司", by: .li, daysAgo: 3)
    return floor
  }

  private func met(_ floor: DeskFloor) throws -> Scenario {
    try Scenario(floor).press("g", "4").type("昆山青竹电缆有限公司").press("Tab")
  }

  func testTheTypedNumbersAreCarriedOver() throws {
    let floor = try floor()
    let scenario = try met(floor).type("0512-69990041").press("Tab").type("无").press("Esc", "w")
    XCTAssert(scenario.shows("转告 0512-69990041,"), "\(scenario.screen)")
    XCTAssertFalse(scenario.shows("无, "), "none tells nothing")
    XCTAssert(scenario.shows("一部 江立秋 会在消息里看到"))
    scenario.type("采购换成孙经理").press("Enter")
    XCTAssertEqual(scenario.message, "已转告 昆山青竹电缆有限公司 的持有人")
    XCTAssert(scenario.title.hasPrefix("撞单"), "the check is as it was")
    let holder = try Scenario(floor, as: .li).press("g", "6")
    XCTAssert(holder.shows("转告"), "\(holder.screen)")
    holder.press("Enter")
    XCTAssert(holder.shows("0512-69990041, 采购换成孙经理"), "\(holder.screen)")
  }

  func testEscAndAnEmptyLineTellNothing() throws {
    let floor = try floor()
    let scenario = try met(floor).press("Esc", "w", "Enter")
    XCTAssert(scenario.message.hasPrefix("写一句再送"))
    XCTAssert(scenario.press("Esc").title.hasPrefix("撞单"))
    XCTAssertFalse(try Scenario(floor, as: .li).press("g", "6").shows("青竹"))
  }

  func testWhereNobodyElseHasItTheKeySaysWhyNot() throws {
    let floor = try floor()
    let sea = try Scenario(floor).press("g", "4").type("苏州澄明精密电子有限公司").press("Esc", "w")
    XCTAssert(sea.message.contains("这家没有持有人"), sea.message)
    let own = try Scenario(floor).press("g", "4").type("太仓烟渚建材有限公司").press("Esc", "w")
    XCTAssert(own.message.contains("这家就在你的库里"), own.message)
  }
}
