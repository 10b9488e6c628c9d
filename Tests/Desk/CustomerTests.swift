import Desk
import DeskFixtures
import Domain
import XCTest

final class CustomerTests: XCTestCase {
  func testNextAndPreviousGoThroughTheListItCameFrom() throws {
    let scenario = try Scenario(try .example()).press("2", "Enter")
    XCTAssert(scenario.title.contains("1/4"))
    XCTAssert(scenario.press("n").title.contains("昆山青苇"))
    XCTAssert(scenario.title.contains("2/4"))
    XCTAssert(scenario.press("N", "N").message.contains("没有下一家"))
    XCTAssert(scenario.press("n", "n", "Esc").selected.contains("无锡拾光"))
  }

  func testTabsByDigitAndTheSelectedLineWhole() throws {
    let scenario = try Scenario(try .example()).press("Enter", "2")
    XCTAssert(scenario.choices.contains("[2小计1]"))
    XCTAssert(scenario.shows("全文 采购钱先生: 比价中"))
    XCTAssert(scenario.press("3").shows("钱先生  采购 主联系人"))
    XCTAssert(scenario.press("7").shows("周谷雨"))
  }

  func testTabTakesTheNumberThatIsDialled() throws {
    let scenario = try Scenario(try .example()).press("Enter", "Tab", "d")
    XCTAssertEqual(scenario.dialled, ["13900000012"])
  }

  func testAQuickOutcomeBringsTheNextCustomer() throws {
    let scenario = try Scenario(try .example()).press("Enter", "d", "2")
    XCTAssert(scenario.title.contains("昆山青苇"))
    XCTAssert(scenario.message.contains("占线"))
  }

  func testReleasedFromHereItCanBeTakenBack() throws {
    let scenario = try Scenario(try .example()).press("Enter", "X", "1")
    XCTAssert(scenario.title.contains("公海"))
    XCTAssert(scenario.press("d").message.contains("不在你的库里"))
    XCTAssert(scenario.press("u").title.contains("私海 何小满"))
  }

  func testWhyNamesEveryClock() throws {
    let scenario = try Scenario(try .example()).press("=")
    XCTAssert(scenario.shows("小计钟  今 24:00  最早, 以它为准"))
    XCTAssert(scenario.shows("从 10-27 周二 10:05 挑入 起, 30天"))
    XCTAssert(scenario.shows("上门钟  12-26 24:00"))
    XCTAssert(scenario.shows("这一轮最早提醒在 11-19"))
    XCTAssert(scenario.press("Esc").title.hasPrefix("我的机会"))
  }

  /// Numbers for which there is no room are counted, and the one that would be dialled stands there.
  func testNoNumberIsCut() throws {
    let floor = try DeskFloor.example()
    try floor.change(CustomerID(1)) { $0.phones = ["0512-60009001", "0512-60009002", "0512-60009003"] }
    let scenario = try Scenario(floor).press("Enter")
    for _ in 1...5 {
      let row = try XCTUnwrap(scenario.screen.first { $0.hasPrefix("电话") })
      XCTAssertFalse(row.contains("~"), row)
      XCTAssert(row.contains("["), row)
      XCTAssertNotNil(row.firstMatch(of: /\ \+\d$/), row)
      scenario.press("Tab")
    }
  }
}
