import Assets
import Desk
import DeskFixtures
import Domain
import XCTest

/// Signed customers on everything about one customer (R9.1, R8.7).
final class AxisTests: XCTestCase {
  /// The first customer of the example, signed by an order that opened on this day.
  private func scenario(opened: String?, expires: String? = nil, _ language: Language = .chinese) throws
    -> (Scenario, DeskFloor)
  {
    let floor = try DeskFloor()
    let customer = try floor.enter("苏州日东精密电子有限公司", daysAgo: 30)
    try floor.sign(customer, opened: opened, expires: expires)
    let scenario = try Scenario(floor, language: language)
    scenario.press("Enter")
    return (scenario, floor)
  }

  func testTheLastLineOfTheHeadIsTheAxisWithTodaysMark() throws {
    for (opened, line) in [
      ("2026-11-26", "|服务 1-8 ^       |续签 9-12     |保护 13-24             |2月法则"),
      ("2026-07-26", "|服务 1-8 ====^   |续签 9-12     |保护 13-24             |2月法则"),
      ("2026-03-26", "|服务 1-8 ========|续签 9-12 ^   |保护 13-24             |2月法则"),
      ("2025-11-27", "|服务 1-8 ========|续签 9-12 ===^|保护 13-24             |2月法则"),
      ("2025-11-26", "|服务 1-8 ========|续签 9-12 ====|保护 13-24 ^           |2月法则"),
      ("2024-11-26", "|服务 1-8 ========|续签 9-12 ====|保护 13-24 ============|2月法则 ^"),
    ] {
      let (scenario, _) = try scenario(opened: opened)
      XCTAssert(scenario.shows(line), "\(opened): \(scenario.screen)")
    }
  }

  /// Where the terminal draws blocks one column wide (principle 6).
  func testTheAxisInBlocks() throws {
    for (opened, line) in [
      ("2026-07-26", "│服务 1-8 ████▌░░░│续签 9-12 ░░░░│保护 13-24 ░░░░░░░░░░░░│2月法则"),
      ("2024-11-26", "│服务 1-8 ████████│续签 9-12 ████│保护 13-24 ████████████│2月法则 ▌"),
    ] {
      let (scenario, _) = try scenario(opened: opened)
      scenario.chrome = .lines
      XCTAssert(scenario.shows(line), "\(opened): \(scenario.screen)")
      XCTAssert(scenario.press("=").shows(line), "\(opened): \(scenario.screen)")
    }
  }

  func testAnotherTermIsDrawnByItsMonths() throws {
    let (short, _) = try scenario(opened: "2026-11-01", expires: "2027-01-31")
    XCTAssert(short.shows("|续签 1-3 ^  |保护 4-15"), "\(short.screen)")
    let (long, _) = try scenario(opened: "2026-11-01", expires: "2031-10-31", .english)
    XCTAssert(long.shows("|service 1-56 ^"), "\(long.screen)")
    XCTAssert(long.shows("|2-month rule"), "all of it fits the line")
  }

  func testWhatTheDueWasIsWhereItStands() throws {
    let (scenario, _) = try scenario(opened: "2026-03-26")
    XCTAssert(scenario.shows("到期 续签期 第 9 月: 2026-03-26 开通, 2027-03-25 到期"))
    XCTAssert(scenario.shows("录入   没有约下次"))
    XCTAssert(scenario.shows("已成交"))
    let (unopened, _) = try self.scenario(opened: nil)
    XCTAssert(unopened.shows("已到单, 还没开通"))
  }

  func testWhyExplainsEverySegment() throws {
    let (scenario, _) = try scenario(opened: "2026-03-26")
    scenario.press("=")
    for line in [
      "续签期 第 9 月", "服务期: 2026-03-26 到 2026-11-25", "续签期: 2026-11-26 到 2027-03-25",
      "续签保护期: 2027-03-26 到 2028-03-25",
      "2月法则: 2028-03-26 起, 持有满 2 个月又 2 个月没有有效联系的, 别人可申请跟",
      "已成交: 不流公海, 不占名额",
    ] {
      XCTAssert(scenario.shows(line), line)
    }
  }

  func testTheTabOfOrders() throws {
    let (scenario, _) = try scenario(opened: "2026-03-26")
    XCTAssert(scenario.choices.contains("订单1"))
    scenario.press(String(scenario.choices.prefix { $0 != "订" }.suffix(1)))
    XCTAssert(scenario.shows("已开通 何小满 1  12,800.00 元"), "\(scenario.screen)")
    XCTAssert(scenario.shows("全文 算提成: 11-26 周四 14:32 到单时, 客户在 何小满 的库里"))
    XCTAssert(scenario.press("1").shows("到单"))
  }

  func testTheListSaysThatItIsSigned() throws {
    let (scenario, _) = try scenario(opened: "2026-03-26")
    XCTAssert(scenario.press("Esc").selected.contains("已成交"), scenario.selected)
    XCTAssert(scenario.shows("依据 续签期 第 9 月"))
    scenario.resize(rows: 40, columns: 120)
    XCTAssert(scenario.shows("2026-03-26 开通, 2027-03-25"), "wrapped beside the list: \(scenario.screen)")
  }

  func testInEnglish() throws {
    let (scenario, _) = try scenario(opened: "2026-03-26", .english)
    XCTAssert(scenario.shows("|service 1-8 ====|renewal 9-12 ^"), "\(scenario.screen)")
    XCTAssert(scenario.shows("renewal, month 9: opened 2026-03-26, expires 2027-03-25"))
  }
}
