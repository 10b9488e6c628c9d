import DeskFixtures
import Domain
import Foundation
import Services
import TerminalKit
import XCTest

/// What is done with the selected customer from the palette, and the tabs that show it (R10.1, M1).
final class DeedTests: XCTestCase {
  private let customer = CustomerID(1)

  private func scenario(_ typed: String) throws -> Scenario {
    try Scenario(try .example()).press("Enter", ":").type(typed).press("Enter")
  }

  func testTagsAreNamedAndTakenOff() throws {
    let scenario = try scenario("标签 展会 出口")
    XCTAssertEqual(scenario.message, "已改 苏州日东精密电子有限公司. u 撤销")
    XCTAssert(scenario.shows("标签 出口 展会"))
    scenario.press(":").type("摘 展会").press("Enter")
    XCTAssertEqual(try scenario.floor.view(customer).tags, ["出口"])
    XCTAssertEqual(scenario.press(":").type("摘 展会").press("Enter").message, "没有这样的标签")
  }

  func testAStageIsMovedToAndSaysWhy() throws {
    let scenario = try scenario("阶段 4 见过面了")
    let view = try scenario.floor.view(customer)
    XCTAssertEqual(view.customer.stage, 4)
    XCTAssertEqual(view.stageSteps.last?.why, "见过面了")
    XCTAssert(scenario.press("8").shows("见过面了"))
    XCTAssert(try self.scenario("阶段 四").shows("没有符合的"))
  }

  /// R6.6: a move that was taken back is none.
  func testAStageMoveIsTakenBackWithItsHistory() throws {
    let scenario = try scenario("阶段 4 见过面了")
    scenario.press(":").type("阶段 5").press("Enter", "u")
    let view = try scenario.floor.view(customer)
    XCTAssertEqual(view.customer.stage, 4)
    XCTAssertEqual(view.stageSteps.map(\.stage), [4])
    scenario.press("u")
    XCTAssertEqual(try scenario.floor.view(customer).stageSteps.map(\.stage), [4, 5])
  }

  /// R6.6: the line of the stages, with the days spent in each.
  func testTheFlowIsDrawn() throws {
    let floor = try DeskFloor.example()
    let house = try floor.open()
    for (days, stage) in [(20, 2), (8, 4)] {
      var change = CustomerChange()
      change.stage = StageMove(to: stage)
      try ChangeCustomer(customer, change).perform(
        by: floor.id(.zhang), at: floor.moment(daysAgo: days), in: house)
    }
    let scenario = try Scenario(floor).press("Enter")
    XCTAssert(scenario.shows("1 10天-2 12天-3-[4面谈 8天]-5-6-7"), scenario.screen[10])
    scenario.chrome = .lines
    XCTAssert(scenario.press("j").shows("1 10天─2 12天─3─[4面谈 8天]─5─6─7"), scenario.screen[10])
    let wide = try Scenario(floor, size: Size(rows: 40, columns: 120)).press("Enter")
    XCTAssert(wide.shows("1电话联系 10天-2约见 12天-3电话跟进-[4面谈 8天]-5异议处理-6促成-7签约付款"), wide.screen[10])
  }

  func testACustomerThatIsInvalidByMistakeIsTakenBack() throws {
    let scenario = try scenario("无效").press("u")
    XCTAssertNotEqual(try scenario.floor.view(customer).customer.state, .invalid)
  }

  /// What stands last and is a time is when it is to be done; a subject may end in anything else.
  func testATaskHasItsTime() throws {
    let scenario = try scenario("任务 送样 周五下午3点")
    XCTAssert(scenario.message.hasPrefix("已记任务: 送样  苏州日东精密电子有限公司"))
    XCTAssert(scenario.press("4").shows("未开始 送样"))
    scenario.press(":").type("任务 寄 3 份资料").press("Enter")
    let tasks = try scenario.floor.view(customer).tasks.map(\.content)
    XCTAssertEqual(tasks.map(\.subject), ["寄 3 份资料", "送样"])
    XCTAssertEqual(tasks.map { $0.due == nil }, [true, false])
  }

  /// On its tab a task is ended with a key, and `u` takes that back.
  func testATaskIsEndedByAKey() throws {
    let scenario = try scenario("任务 送样")
    XCTAssertEqual(scenario.press("+").message, "任务在 4: + 做完, - 不做了")
    XCTAssertEqual(scenario.press("4", "+").message, "已改任务 1: 送样, 已完成")
    XCTAssertEqual(scenario.press("+").message, "这里没有没做完的任务")
    scenario.press("u")
    XCTAssertEqual(try scenario.floor.view(customer).tasks.map(\.content.stage), [.open])
    scenario.press("-")
    XCTAssertEqual(try scenario.floor.view(customer).tasks.map(\.content.stage), [.dropped])
  }

  func testAFileIsKeptOrOneLineSaysWhyNot() throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).txt")
    try Data("报价".utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let scenario = try scenario("文件 \(file.path)")
    XCTAssert(scenario.message.hasPrefix("已存"))
    XCTAssert(scenario.press("9").shows("SHA-256"))
    XCTAssertEqual(try scenario.floor.view(customer).documents.map(\.size), [6])
    XCTAssertEqual(
      scenario.press(":").type("文件 /dev/null").press("Enter").message, "/dev/null 不是普通文件 (是目录, 管道或设备)")
  }

  func testACustomerIsInvalidForNowAndRevived() throws {
    let scenario = try scenario("无效")
    XCTAssert(scenario.shows("状态 无效"))
    scenario.press(":").type("恢复").press("Enter")
    XCTAssertNotEqual(try scenario.floor.view(customer).customer.state, .invalid)
  }

  /// Principle 8: `u` takes back the last act or nothing, and never the one before it.
  func testAnActThatStaysLeavesNothingOlderToTakeBack() throws {
    let scenario = try Scenario(try .example()).press("X", "1", "j")
    scenario.press(":").type("任务 送样").press("Enter")
    XCTAssertEqual(scenario.press("u").message, "没有可以撤销的")
    XCTAssertNil(try scenario.floor.view(customer, as: .lin).holder, "the release before it stays")
  }

  /// The list below has its own customer selected; where none is, nothing is done.
  func testItIsDoneWithTheSelectedCustomer() throws {
    let scenario = try Scenario(try .example()).press("j", ":").type("标签 展会").press("Enter")
    XCTAssertEqual(try scenario.floor.view(CustomerID(2)).tags, ["展会"])
    XCTAssertEqual(try scenario.floor.view(customer).tags, [])
    let away = try Scenario(try .example()).press("f").type("没有这家").press("Enter", ":").type("标签 展会")
      .press("Enter")
    XCTAssertEqual(away.message, "先选中一个客户, 再打这个命令")
  }

  /// R6.5: the last note that counts is put right; its old text stays.
  func testTheLastNoteIsPutRight() throws {
    let scenario = try Scenario(try .example()).press("w", "3").type("要两套").press("Enter", "k")
    scenario.press(":").type("更正 要三套").press("Enter")
    XCTAssertEqual(scenario.message, "已更正 苏州日东精密电子有限公司 的小计; 原来的留着")
    let note = try XCTUnwrap(try scenario.floor.view(customer).notes.first)
    XCTAssertEqual([note.text, note.corrected], ["要两套", "要三套"])
    let silent = try DeskFloor.example()
    let unheard = try silent.enter("昆山白鹭包装有限公司", daysAgo: 0)
    let quiet = try Scenario(silent).press(":").type("客户 \(unheard.code)").press("Enter", ":")
    XCTAssertEqual(quiet.type("更正 补一句").press("Enter").message, "还缺: 小计")
  }

  /// R3.11: two records become one by support alone, and only when it is asked a second time.
  func testRecordsAreMergedBySupport() throws {
    XCTAssertEqual(try scenario("合并 K000002").message, "要销售支持来合并")
    let support = try Scenario(try .example(), as: .shen)
    func merge(_ key: String) -> String {
      support.press(":").type("客户 K000002").press("Enter", ":").type("合并 K000001").press("Enter")
      return support.press(key).message
    }
    XCTAssertEqual(merge("y"), "没有合并")
    XCTAssertEqual(merge("Y"), "K000002 已并入 K000001")
    XCTAssertEqual(try support.floor.view(CustomerID(2), as: .shen).customer.id, customer)
  }

  /// R3.12: managers keep the blocked names, and `u` takes it back.
  func testANameIsBlocked() throws {
    XCTAssertEqual(try scenario("禁入").message, "要经理来管禁入名单")
    let manager = try Scenario(try .example(), as: .lin)
    func type(_ command: String) -> String {
      manager.press(":").type("客户 K000001").press("Enter", ":").type(command).press("Enter").message
    }
    XCTAssertEqual(type("禁入"), "已列入禁入名单: 苏州日东精密电子有限公司. u 撤销")
    XCTAssertEqual(type("禁入"), "这家在禁入名单上, 不能挑入也不能录入")
    XCTAssertEqual(manager.press("u").message, "已移出禁入名单: 苏州日东精密电子有限公司. u 撤销")
    XCTAssertEqual(type("自留"), "要总监来定自留客户")
  }

  /// R3.12: a director names house accounts, and `u` takes it back.
  func testAHouseAccountIsNamed() throws {
    let floor = try DeskFloor.example()
    try floor.hire(.gu)
    let director = try Scenario(floor, as: .gu).press(":").type("客户 K000001").press("Enter", ":")
    XCTAssertEqual(
      director.type("自留").press("Enter").message, "苏州日东精密电子有限公司 是自留客户了, 不再流回. u 撤销")
    XCTAssert(try floor.view(customer).customer.isHouseAccount)
    director.press("u")
    XCTAssertFalse(try floor.view(customer).customer.isHouseAccount)
    director.press(":").type("自留").press("Enter", ":").type("取消自留").press("Enter")
    XCTAssertEqual(director.message, "苏州日东精密电子有限公司 不再是自留客户, 计时照走. u 撤销")
  }
}
