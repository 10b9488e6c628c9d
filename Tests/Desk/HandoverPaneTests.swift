import DeskFixtures
import Domain
import XCTest

@testable import Desk

/// A manager gives customers away on the screens, and sees before what would come of it (R2.6).
final class HandoverPaneTests: XCTestCase {
  private func evening() throws -> Scenario { try Scenario(try .evening(of: 2), as: .lin).press("g", "7") }

  /// `:jj`, the login, `2`, `0`: a leaver is dealt over his team.
  func testALeaverIsHandedOver() throws {
    let scenario = try evening().press(":").type("jj ")
    XCTAssert(scenario.shows("wang 方夏至"), "\(scenario.screen)")
    XCTAssertFalse(scenario.shows("li 江立秋"), "of another department")
    scenario.type("zhang").press("Enter")
    XCTAssert(scenario.title.hasPrefix("交接 何小满 "), scenario.title)
    scenario.press("2")
    XCTAssert(scenario.shows("+1"), "what each would get: \(scenario.screen)")
    XCTAssert(scenario.message.hasPrefix("3 家都能给 全组"), scenario.message)
    let customers = try ["溪山", "暮云", "晚照"].map(scenario.floor.customer)
    func holders() throws -> Set<PersonID?> {
      Set(try customers.map { try scenario.floor.view($0, as: .lin).holder?.id })
    }
    XCTAssertEqual(try holders(), [scenario.floor.id(.zhang)], "a plan does nothing")
    scenario.press("0")
    XCTAssertEqual(scenario.message, "已交给 全组 3 家. u 收回")
    XCTAssertFalse(try holders().contains(scenario.floor.id(.zhang)))
    XCTAssert(scenario.title.hasPrefix("今天到现在"), scenario.title)
    scenario.press("u")
    XCTAssertEqual(scenario.message, "交接已收回: 3 家回到原来的人手里")
    XCTAssertEqual(try holders(), [scenario.floor.id(.zhang)])
    XCTAssertEqual(scenario.press("u").message, "已收回. 要再交, 请重新来一遍")
    XCTAssertEqual(try holders(), [scenario.floor.id(.zhang)], "a key pressed twice gives nothing away")
  }

  /// `T` on a person of the evening, on a customer, and on marked ones.
  func testTGivesWhatItStandsOn() throws {
    let all = try evening().press("1", "T")
    XCTAssert(all.title.hasPrefix("交接 "), all.title)
    let toSea = all.press("3").message
    XCTAssert(toSea.contains("家都能放回公海"), toSea)
    XCTAssert(all.press("0").message.hasPrefix("已放回公海 "), all.message)
    let scenario = try evening()
    let customer = try scenario.floor.customer("溪山")
    scenario.press("g", "4").type("溪山").press("Esc", "Enter", "T")
    XCTAssert(scenario.title.hasPrefix("转出 1 家 "), scenario.title)
    scenario.press("f").type("方夏至").press("Enter")
    XCTAssertEqual(scenario.message, "1 家都能给 方夏至. 按 0 交, 交后 u 可收回")
    scenario.press("0")
    XCTAssertEqual(scenario.message, "已把 常熟溪山电缆有限公司 转给 方夏至")
    XCTAssertEqual(try scenario.floor.view(customer, as: .lin).holder?.id, scenario.floor.id(.wang))
    XCTAssertEqual(scenario.press("u").message, "常熟溪山电缆有限公司 已收回给原来的人, 计时接着走")
    XCTAssertEqual(try scenario.floor.view(customer, as: .lin).holder?.id, scenario.floor.id(.zhang))
  }

  /// What can't go is said before, with why; and nothing is done where none can.
  func testWhatCannotGoIsSaidBefore() throws {
    let scenario = try evening()
    try scenario.floor.setCapacity(4, of: .wang)
    scenario.press(":").type("jj zhang").press("Enter", "f").type("方夏至").press("Enter")
    XCTAssertEqual(scenario.message, "3 家都能给 方夏至. 按 0 交, 交后 u 可收回")
    scenario.press("Esc", "Esc")
    try scenario.floor.setCapacity(2, of: .wang)
    scenario.press(":").type("jj zhang").press("Enter", "f").type("方夏至").press("Enter")
    XCTAssert(scenario.message.hasPrefix("能给 方夏至 1 家, 2 家不动: "), scenario.message)
    try scenario.floor.setCapacity(1, of: .wang)
    scenario.press("Esc", "Esc", ":").type("jj zhang").press("Enter", "f").type("方夏至").press("Enter", "0")
    XCTAssertEqual(scenario.message, "一家都走不了, 原因在下面一行")
  }

  func testWhoMayNotIsToldSo() throws {
    let scenario = try Scenario(try .example())
    let told = scenario.press("T").message
    XCTAssertFalse(told.isEmpty)
    XCTAssertFalse(scenario.title.hasPrefix("转出"))
    XCTAssert(try Scenario(try .example()).press(":").type("交接").shows("(:交接)"))
  }

  /// R2.4: the screens of who was deactivated close at their next look at the base, and say why.
  func testTheScreensOfALeaverClose() throws {
    let scenario = try Scenario(try .example())
    try scenario.floor.deactivate(.wang)
    scenario.wait(1_000)
    XCTAssertFalse(scenario.hasQuit, "another's")
    try scenario.floor.deactivate(.zhang)
    scenario.wait(1_000)
    XCTAssertTrue(scenario.hasQuit)
    XCTAssertEqual(scenario.farewell, "这个工号已停用, 画面关了. 没写完的都在草稿里; 有疑问找管理员")
  }
}
