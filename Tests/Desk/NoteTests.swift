import Desk
import DeskFixtures
import Domain
import XCTest

final class NoteTests: XCTestCase {
  private func writing(_ floor: DeskFloor) throws -> Scenario {
    try Scenario(floor).press("w", "3").type("采购钱先生接: 要报价")
  }

  func testTheDraftIsInTheBaseHalfASecondAfterTheLastKey() throws {
    let floor = try DeskFloor.example()
    let scenario = try writing(floor).wait(400)
    XCTAssertEqual(try floor.drafts().count, 0)
    scenario.wait(200)
    XCTAssert(try XCTUnwrap(floor.drafts().first).entry.contains("要报价"))
    XCTAssert(scenario.shows("草稿 14:32 已存"))
  }

  /// R6.4: whoever types without a pause loses no more than a second either.
  func testSteadyTypingIsNeverASecondBehind() throws {
    let floor = try DeskFloor.example()
    let scenario = try Scenario(floor).press("w", "3")
    for typed in 1...42 {
      scenario.type("字").wait(100)
      let kept = try floor.drafts().first?.entry.filter { $0 == "字" }.count ?? 0
      XCTAssertGreaterThan(kept, typed - 9, "\(typed) keys")
    }
  }

  func testEscapeKeepsTheDraftAndTheNoteGoesOnFromIt() throws {
    let floor = try DeskFloor.example()
    let scenario = try writing(floor).press("Esc")
    XCTAssert(scenario.title.hasPrefix("我的机会"))
    XCTAssertEqual(try floor.drafts().count, 1)
    XCTAssert(scenario.press("w").shows("采购钱先生接: 要报价"))
    scenario.press("Enter")
    XCTAssertEqual(try floor.drafts().count, 0)
  }

  /// One goes on where one was: in the text, with an outcome or without.
  func testAReopenedDraftIsEditedInItsText() throws {
    for keys in [["w"], ["w", "3"]] {
      let scenario = try Scenario(try .example())
      for key in keys { scenario.press(key) }
      scenario.type("要报价单").press("Esc", "w", "Backspace").type("表")
      XCTAssert(scenario.shows("内容 要报价表"), "\(keys)")
      XCTAssert(scenario.selected.contains("内容 要报价表"), "\(keys): the caret is there")
    }
    let scenario = try Scenario(try .example()).press("w").type("要报价单").press("Esc", "w")
    XCTAssert(scenario.message.hasPrefix("还没选结果: 写完按 Enter"))
    XCTAssert(scenario.type("4").shows("内容 要报价单4"), "text where text is typed")
    XCTAssert(scenario.press("Enter", "4").choices.contains("[4有意向]"))
  }

  /// R6.4: that the draft is kept is said once it is, and by which key one goes on.
  func testLeavingSaysThatTheDraftIsKept() throws {
    let floor = try DeskFloor.example()
    let scenario = try writing(floor).press("Esc")
    XCTAssertEqual(scenario.message, "苏州日东精密电子有限公司 的小计草稿已存, 在这家按 w 接着写")
    XCTAssertEqual(scenario.press("w").wait(600).press("Esc").message, "苏州日东精密电子有限公司 的小计草稿已存, 在这家按 w 接着写")
    XCTAssertFalse(scenario.press("j", "w", "Esc").message.contains("草稿"))
    scenario.failure = .locked
    XCTAssert(scenario.press("w", "3").type("要样品").press("Esc").message.contains("存在本机文件"))
  }

  /// A draft is seen where its customer is.
  func testListsMarkACustomerWithADraft() throws {
    let floor = try DeskFloor.example()
    let scenario = try writing(floor).press("Esc")
    XCTAssert(scenario.selected.contains("稿: 苏州日东"))
    XCTAssertFalse(scenario.row(4).contains("稿"), "the next has none")
    XCTAssert(scenario.press("f", "Esc").message.contains("没写完的小计"))
    XCTAssert(scenario.press("Enter").shows("稿: 今 14:32, w 接着写"))
    XCTAssert(scenario.press("Esc", "g", "2").shows("稿: 苏州日东"))
    XCTAssert(scenario.press("g", "1", "w", "Enter").message.hasPrefix("已记"))
    XCTAssertFalse(scenario.shows("稿:"))
  }

  /// Its size shows once little room is left; what does not fit is not taken, and it is said so.
  func testANoteSaysHowMuchItHolds() throws {
    let scenario = try Scenario(try .example()).press("w", "3").paste(String(repeating: "谈", count: 5_000))
    XCTAssertFalse(scenario.shows("还能写"))
    scenario.paste(String(repeating: "价", count: 1_600))
    XCTAssert(scenario.shows("还能写 66 字"))
    scenario.paste(String(repeating: "多", count: 67))
    XCTAssertEqual(scenario.message, "放不下: 这 67 字没有写进去, 已写的都在")
    XCTAssertFalse(scenario.shows("多"))
    XCTAssert(scenario.paste(String(repeating: "够", count: 66)).shows("还能写 0 字"))
    XCTAssert(scenario.type("x").shows("还能写 0 字"), "two bytes are left")
    XCTAssert(scenario.press("Enter").message.hasPrefix("已记"))
  }

  func testUnseenMarksOfAPasteAreSaid() throws {
    let scenario = try Scenario(try .example()).press("w", "3").paste("\u{202E}报\u{200B}价")
    XCTAssert(scenario.shows("内容 报价"))
    XCTAssertEqual(scenario.message, "粘贴里有 2 个看不见的控制字符, 已经去掉")
  }

  /// W13: before Tab moves the day off, the hint row says that it does.
  func testTabSaysBeforeItMovesADayOff() throws {
    let scenario = try Scenario(try .example()).press("w", "3", "Tab").type("+2d")
    XCTAssert(scenario.hints.contains("Tab改到 11-30 周一"), scenario.hints)
    XCTAssertEqual(scenario.press("Tab").message, "已改到 11-30 周一. 再按 Tab 到下一项")
    XCTAssert(scenario.hints.contains("Tab下一项"))
  }

  func testAHangUpKeepsWhatWasTyped() throws {
    let floor = try DeskFloor.example()
    try writing(floor).hangUp()
    XCTAssert(try XCTUnwrap(floor.drafts().first).entry.contains("要报价"))
  }

  func testOnReturnTheDraftIsOffered() throws {
    let floor = try DeskFloor.example()
    try writing(floor).hangUp()
    let scenario = try Scenario(floor)
    XCTAssertEqual(scenario.message, "有一份没写完的小计: 苏州日东精密电子有限公司, 今 14:32. Enter 接着写, Esc 先留着")
    XCTAssert(scenario.press("Enter").shows("采购钱先生接: 要报价"))
    XCTAssert(try Scenario(floor).press("Esc", "Enter").shows("全部动态") == false)
  }

  func testEnterSavesOnceAndWhatFollowsIsShownBefore() throws {
    let floor = try DeskFloor.example()
    let scenario = try writing(floor)
    XCTAssert(scenario.shows("存后 小计: 今 24:00 > 12-26 24:00"))
    scenario.press("Enter")
    XCTAssert(scenario.message.contains("到期 今 24:00 > 12-26."))
    XCTAssertEqual(try floor.view(CustomerID(1)).notes.count, 2)
  }

  func testANoteNeedsAnOutcome() throws {
    let scenario = try Scenario(try .example()).press("w").type("先写了内容").press("Enter")
    XCTAssert(scenario.message.contains("先选结果"))
    XCTAssert(scenario.press("4").choices.contains("[4有意向]"))
  }

  func testAPasteIsOneEditAndNeverSaves() throws {
    let scenario = try Scenario(try .example()).press("w", "3").paste("第一行\nq第二行\n")
    XCTAssert(scenario.shows("内容 第一行"))
    XCTAssert(scenario.shows("q第二行"))
  }

  func testTheNextContactIsReadAsItIsTyped() throws {
    let scenario = try Scenario(try .example()).press("w", "3", "Tab").type("明3")
    XCTAssert(scenario.shows("= 11-27 周五 15:00  工作日, 存后 12-26 24:00 到期"))
    scenario.press("^U").type("胡说")
    XCTAssert(scenario.shows("看不懂「胡说」"))
    XCTAssert(scenario.press("Enter").message.contains("看不懂"))
    scenario.press("^U").type("周六上午10点")
    XCTAssert(scenario.shows("! 休息日, Tab 改到 11-30 周一"))
    XCTAssertEqual(scenario.message, "11-28 是休息日. 按 Tab 改到 11-30 周一")
    XCTAssert(scenario.press("Tab").shows("= 11-30 周一 10:00"))
    scenario.press("^U").type("2027-1-20")
    XCTAssert(scenario.shows("! 过了到期 12-26 24:00"))
  }

  func testAnAppointmentIsSeenToEndBeforeItDoes() throws {
    let floor = try DeskFloor.example()
    let scenario = try Scenario(floor).press("j", "j", "w")
    XCTAssert(scenario.shows("下次 11-26 16:30            = 11-26 周四 16:30"))
    XCTAssertFalse(scenario.press("3").shows("取消"))
    scenario.press("Tab", "^U")
    XCTAssert(scenario.shows("下次                        原约 11-26 周四 16:30, 空着存就取消"))
    XCTAssert(scenario.shows("存后 取消 今 16:30 的约."))
    XCTAssert(scenario.type("明3").shows("存后 取消 今 16:30 的约."))
    XCTAssert(scenario.press("Esc").title.hasPrefix("我的机会"))
  }

  func testAnAppointmentOutlivesANoteThatSaysNothingOfIt() throws {
    let floor = try DeskFloor.example()
    let scenario = try Scenario(floor).press("j", "j", "w", "3").type("又聊了几句").press("Enter")
    XCTAssert(scenario.message.hasPrefix("已记 无锡拾光"))
    XCTAssertEqual(
      try floor.view(CustomerID(3)).customer.nextContact,
      floor.rules.calendar.moment(floor.rules.calendar.day(of: floor.now), minute: 990))
    scenario.press("w", "Esc")
    XCTAssertEqual(try floor.drafts().count, 0)
  }

  func testAKeyQuickerThanTheBaseEndsNoAppointment() throws {
    let floor = try DeskFloor.example()
    let scenario = try Scenario(floor).press("j", "j")
    scenario.holdErrands()
    scenario.press("w", "3").type("又聊了几句").press("Enter")
    XCTAssert(scenario.message.contains("还在读取, 没有存"))
    scenario.release()
    XCTAssert(scenario.press("Enter").message.hasPrefix("已记 无锡拾光"))
    XCTAssertNotNil(try floor.view(CustomerID(3)).customer.nextContact)
  }

  func testWhatIsTypedTakesThePlaceOfAProposal() throws {
    let scenario = try Scenario(try .example()).press("j", "j", "w", "3", "Tab").type("明3")
    XCTAssert(scenario.shows("下次 明3 "))
    scenario.press("Backspace").type("4")
    XCTAssert(scenario.shows("下次 明4 "))
    scenario.press("Esc", "j", "w", "3", "Tab", "Backspace")
    XCTAssert(scenario.shows("下次 11-30 15:0 "))
  }

  func testWhoeverBeginsToWriteIsInTheText() throws {
    let scenario = try Scenario(try .example()).press("w").type("ok 2 samples")
    XCTAssert(scenario.shows("内容 ok 2 samples"))
    XCTAssertFalse(scenario.choices.contains("["))
    XCTAssert(scenario.press("Esc", "j", "w").type("4ok").choices.contains("[4有意向]"))
    XCTAssert(scenario.shows("内容 ok"))
  }

  /// By what a level is told from the others stands there while one is chosen.
  func testALevelSaysItsCriteria() throws {
    let scenario = try writing(try .example()).press("Tab", "Tab")
    XCTAssertEqual(scenario.message, "0 未知: 需求还没问出来")
    XCTAssertEqual(scenario.press("b").message, "B 在比较: 在看几家, 问过价")
    XCTAssertFalse(scenario.press("Tab").message.contains("问过价"))
    XCTAssert(try Scenario(try .example()).press(":").type("级别 ").shows("将决定: 谁拍板"))
  }

  func testLevelStageAndKindAreTakenByAKey() throws {
    let floor = try DeskFloor.example()
    let scenario = try writing(floor).press("Tab", "Tab", "b", "Tab", "3", "Tab").type("孙先生")
    XCTAssert(scenario.shows("原 0; 改后按 10 天联系一次"))
    scenario.press("Tab", "2", "Tab").type("客户公司")
    XCTAssert(scenario.shows("[2上门]"))
    scenario.press("Enter")
    let view = try floor.view(CustomerID(1))
    XCTAssertEqual(view.customer.intent, "B")
    XCTAssertEqual(view.customer.stage, 3)
    XCTAssertEqual(view.notes.first?.met, "孙先生")
    XCTAssertEqual(view.opportunity?.lastVisit?.at, floor.now)
  }

  func testWhatFlowedBackMeanwhileKeepsTheText() throws {
    let floor = try DeskFloor.example()
    let scenario = try writing(floor)
    floor.now = floor.moment(daysAgo: -1, hour: 0)
    scenario.press("Enter")
    XCTAssert(scenario.message.contains("已经到期流公海, 这一步没有做"))
    XCTAssert(scenario.shows("要报价"))
    XCTAssert(try XCTUnwrap(floor.drafts().first).entry.contains("要报价"))
    XCTAssert(scenario.press("Esc").title.hasPrefix("我的机会"))
  }

  func testWhileTheBaseIsAwayTheTextStays() throws {
    let floor = try DeskFloor.example()
    let scenario = try writing(floor)
    scenario.failure = .locked
    XCTAssert(scenario.press("Enter").message.contains("占住"))
    XCTAssert(scenario.shows("要报价"))
    scenario.failure = nil
    XCTAssert(scenario.press("Enter").message.hasPrefix("已记"))
  }

  func testTheEditorOfTheUserMayWriteTheText() throws {
    let scenario = try writing(try .example())
    try scenario.prepareEditor("长文\n两行")
    scenario.press("^O")
    XCTAssertEqual(scenario.edited, ["采购钱先生接: 要报价"])
    XCTAssert(scenario.shows("内容 长文"))
    scenario.press("^O")
    XCTAssert(scenario.message.contains("外部编辑器没有成功"))
    XCTAssert(scenario.shows("内容 长文"))
  }

  func testWhereTheHostIsClosedNoEditorIsStarted() throws {
    let scenario = try Scenario(try .example(), manner: Manner(isRestricted: true)).press("w").type("要报价")
    XCTAssertFalse(scenario.hints.contains("外部编辑"))
    XCTAssertEqual(scenario.press("^O").message, "这里不能开外部编辑器. 就在这里写, Ctrl-J 换行")
    XCTAssertEqual(scenario.edited, [])
    scenario.press("Esc", ":").type("文件 /etc/passwd").press("Enter")
    XCTAssertEqual(scenario.message, "这里不能读主机上的文件")
  }

  func testPlanningMovesOnlyTheNextContact() throws {
    let floor = try DeskFloor.example()
    let scenario = try Scenario(floor).press("t").type("明10点").press("Enter")
    XCTAssert(scenario.message.contains("回访 11-27 周五 10:00"))
    XCTAssert(scenario.row(3).contains("明 10:00"))
    XCTAssert(scenario.row(3).contains("今 24:00"))
    XCTAssertFalse(scenario.press("u").row(3).contains("明 10:00"))
  }
}
