import Desk
import DeskFixtures
import Domain
import HouseFixtures
import Services
import XCTest

final class CallTests: XCTestCase {
  func testDialTurnsDigitsIntoOutcomes() throws {
    let scenario = try Scenario(try .example()).press("d")
    XCTAssertEqual(scenario.dialled, ["051260001001"])
    XCTAssert(scenario.choices.hasPrefix("1无人接 2占线 3接通"))
    XCTAssert(scenario.message.contains("已拨 苏州日东精密电子有限公司 051260001001"))
    XCTAssert(scenario.press("Esc").choices.hasPrefix("[1全部"))
  }

  func testWithoutACommandTheNumberIsShown() throws {
    let scenario = try Scenario(try .example(), hasPhone: false).press("d")
    XCTAssertEqual(scenario.dialled, [])
    XCTAssert(scenario.message.contains("请用座机拨 051260001001"))
  }

  func testAQuickOutcomeIsStoredAndTheNextComesUp() throws {
    let scenario = try Scenario(try .example()).press("2", "d", "1")
    XCTAssert(scenario.message.hasPrefix("已记 苏州日东精密电子有限~: 无人接, 今 16:32 再打. 到期 今 24:00 > 12-26."))
    XCTAssert(scenario.selected.contains("昆山青苇"))
    XCTAssert(scenario.row(3).contains("12-26"))
    XCTAssert(scenario.choices.contains("[2快流失3]"))
  }

  func testAQuickOutcomeKeepsAnEarlierAppointment() throws {
    let floor = try DeskFloor.example()
    floor.now = floor.now + 3_600
    let scenario = try Scenario(floor).press("j", "j", "d", "1")
    XCTAssert(scenario.message.contains("无人接, 今 16:30 的约照旧."))
    XCTAssert(scenario.row(5).contains("今 16:30"))
  }

  func testAQuickOutcomeSaysWhichAppointmentItPutsOff() throws {
    let scenario = try Scenario(try .example()).press("j", "j", "j", "d", "1")
    XCTAssert(scenario.message.contains("今 16:32 再打 (原定 11-30 15:05)"))
  }

  func testTheSuggestionKeepsToDeskHours() throws {
    let floor = try DeskFloor.example()
    floor.now = floor.rules.calendar.moment(floor.rules.calendar.day(of: floor.now), minute: 17 * 60)
    let scenario = try Scenario(floor).press("d", "1")
    XCTAssert(scenario.message.contains(/明 (09|1[0-4]):\d0 再打/), "another time of day: \(scenario.message)")
  }

  /// R6.3: attempts count over all agents: who gets a customer that nobody reached goes on where others stopped.
  func testTheLadderGoesOnWhereTheAgentBeforeStopped() throws {
    let floor = try DeskFloor.example()
    let customer = try floor.enter("苏州回声机械有限公司", by: .zhou, daysAgo: 9)
    for day in [8, 7] { try floor.note(customer, by: .zhou, daysAgo: day, "", .noAnswer) }
    try floor.release(customer, by: .zhou, daysAgo: 6)
    try floor.pick(customer, by: .zhang, daysAgo: 5)
    let scenario = try Scenario(floor).press("f").type("回声").press("Enter", "d", "1")
    XCTAssert(
      scenario.message.contains(/11-30 \d\d:\d0 再打/), "three days, not two hours: \(scenario.message)")
  }

  func testANoteIsTakenBackAndGivenBack() throws {
    let scenario = try Scenario(try .example()).press("2", "d", "1", "u")
    XCTAssertEqual(scenario.message, "已撤销 苏州日东精密电子有限公司 的小计, 留有更正记录")
    XCTAssert(scenario.selected.contains("苏州日东"), "where it was, there the cursor is again")
    XCTAssert(scenario.row(3).contains("今 24:00"))
    XCTAssert(scenario.press("u").row(3).contains("12-26"))
    XCTAssert(scenario.press("u").row(3).contains("今 24:00"))
    scenario.burst("u", "u")
    XCTAssert(scenario.row(3).contains("12-26"))
  }

  /// R6.7: `d` is in brackets and says until when; what the card says the act says, too.
  func testInQuietHoursNobodyIsDialled() throws {
    let floor = try DeskFloor.example(["calling": ["quiet_hours": ["14:30-15:00"], "daily_tries": 0]])
    let scenario = try Scenario(floor)
    for keys in [[], ["Enter"], ["Esc", "g", "2"], ["Enter"]] {
      for key in keys { scenario.press(key) }
      XCTAssert(scenario.hints.contains("(d拨号)"), scenario.hints)
      XCTAssertEqual(scenario.press("d").message, "现在是免打扰时段, 谁都不打. 今 15:00 再打")
    }
    XCTAssertEqual(scenario.dialled, [])
    XCTAssert(scenario.press("y").message.hasSuffix("谁都不打. 今 15:00 再打"), "the number may be written down")
    floor.now = floor.now + 1_800
    XCTAssertFalse(scenario.wait(60_000).hints.contains("(d拨号)"))
    XCTAssertEqual(scenario.press("d").dialled.count, 1)
  }

  /// R6.7, W36: over all agents; another number of the customer is taken where there is one.
  func testANumberThatWasTriedEnoughIsNotDialled() throws {
    let scenario = try Scenario(try .example(["calling": ["quiet_hours": [], "daily_tries": 1]]))
    scenario.press("d", "Esc", "d", "Esc")
    XCTAssertEqual(scenario.dialled, ["051260001001", "13900000012"])
    XCTAssertEqual(scenario.press("d").message, "今天全公司已打此号 1 次, 明天再打")
    XCTAssert(scenario.choices.hasPrefix("[1全部"), "no call was begun")
    XCTAssert(scenario.press("Enter").hints.contains("(d拨号)"))
    XCTAssertEqual(scenario.dialled.count, 2)
  }

  /// What is pressed right behind `d` is for a call that came about.
  func testADigitBehindARefusedDialRecordsNothing() throws {
    for way in [["2"], ["g", "2", "Enter"]] {
      let floor = try DeskFloor.example(["calling": ["quiet_hours": [], "daily_tries": 1]])
      let customers = (1...8).map { CustomerID($0) }
      // At another desk meanwhile.
      func dialEverybody() throws {
        for view in try customers.map({ try floor.view($0) }) {
          guard let holder = view.holder else { continue }
          for number in view.numbers where number.isCallable {
            try DialNumber(number.dialled, of: view.customer.id).perform(
              by: holder.id, at: floor.now, in: floor.open())
          }
        }
      }
      let notes = { try customers.map { try floor.view($0).notes.count } }
      let before = try notes()
      let scenario = try Scenario(floor)
      for key in way { scenario.press(key) }
      try dialEverybody()
      scenario.holdErrands().burst("d", "1").release()
      XCTAssertEqual(try notes(), before, "\(way)")
      XCTAssert(scenario.message.contains("明天再打"), scenario.message)
    }
  }

  // MARK: the time of a call

  /// From the dial to the outcome, wherever one looks meanwhile; a second changes that one row and nothing else.
  func testTheTimeOfACallRuns() throws {
    for way in [["d"], ["g", "2", "d"]] {
      let scenario = try Scenario(try .example())
      for key in way { scenario.press(key) }
      XCTAssert(scenario.title.contains("通话 0:00  周四"), scenario.title)
      scenario.wait(1_000)
      let before = scenario.screen
      scenario.wait(1_000)
      XCTAssertEqual(zip(before, scenario.screen).filter { $0 != $1 }.map(\.1), [scenario.title])
      XCTAssert(scenario.wait(39_000).press("?").title.contains("通话 0:41"), scenario.title)
      XCTAssert(scenario.press("Esc", "3").wait(20_000).title.contains("通话 1:01"), scenario.title)
      XCTAssert(scenario.wait(3_600_000).title.contains("通话 1:01:01"), scenario.title)
      scenario.type("要报价").press("Tab", "^U", "Enter")
      XCTAssertFalse(scenario.title.contains("通话"), scenario.title)
    }
  }

  func testACallThatIsGivenUpIsNotTimed() throws {
    let scenario = try Scenario(try .example()).press("d").wait(5_000).press("j")
    XCTAssertFalse(scenario.title.contains("通话"), scenario.title)
    XCTAssert(scenario.press("d").title.contains("通话 0:00"), scenario.title)
  }

  /// R6.1: the note has its start and its end by itself.
  func testANoteKnowsWhenItsCallWas() throws {
    for outcome in ["1", "3"] {
      let floor = try DeskFloor.example()
      let start = floor.now
      let scenario = try Scenario(floor).press("d").wait(90_000).press(outcome)
      if outcome == "3" { scenario.type("要报价").wait(30_000).press("Enter") }
      let note = try XCTUnwrap(floor.view(CustomerID(1)).notes.first)
      XCTAssertEqual([note.contactAt, note.endedAt], [start, floor.now], outcome)
    }
    let floor = try DeskFloor.example()
    try Scenario(floor).press("w", "3").type("对方打来").press("Enter")
    XCTAssertNil(try floor.view(CustomerID(1)).notes.first?.endedAt, "no call was made from here")
  }

  /// R6.4: after a dropped line the start is still known, the end is not.
  func testADraftKeepsTheStartOfItsCall() throws {
    let floor = try DeskFloor.example()
    let start = floor.now
    try Scenario(floor).press("d", "3").type("要报价").hangUp()
    floor.now = floor.now + 3_600
    let scenario = try Scenario(floor)
    XCTAssert(scenario.message.hasPrefix("今 14:32 起在和 苏州日东精密电子有限公司 通话"), scenario.message)
    scenario.press("Enter")
    XCTAssertFalse(scenario.title.contains("通话"), "nobody knows whether it still lasts")
    XCTAssert(scenario.shows("通话 14:32 起"))
    scenario.press("Enter")
    let note = try XCTUnwrap(floor.view(CustomerID(1)).notes.first)
    XCTAssertEqual([note.contactAt, note.endedAt], [start, nil])
  }

  // MARK: a question is bound to its customer (principle 11)

  func testTheDigitBehindDialAnswersThatCustomerOnceAndTheRestIsDropped() throws {
    let scenario = try Scenario(try .example()).press("2").holdErrands()
    scenario.burst("d", "1", "d", "1", "d", "1", "d", "1").release()
    XCTAssert(scenario.message.hasPrefix("已记 苏州日"), scenario.message)
    XCTAssert(scenario.message.hasSuffix("连按的没算"), scenario.message)
    XCTAssertEqual(scenario.dialled, ["051260001001"])
    XCTAssert(scenario.selected.contains("昆山青苇"))
    XCTAssertEqual(scenario.row(4).contains("今 24:00"), true, "nothing was noted for the next")
  }

  func testADigitThatIsQuickerThanTheBaseOpensTheNoteOfThatCustomer() throws {
    let scenario = try Scenario(try .example()).holdErrands()
    scenario.burst("d", "3").release()
    XCTAssert(scenario.title.contains("苏州日东"), scenario.title)
    XCTAssert(scenario.choices.contains("[3接通]"))
    XCTAssertEqual(scenario.dialled, ["051260001001"])
  }

  func testAKeyThatLeadsAwayEndsTheCallAndSaysSo() throws {
    let scenario = try Scenario(try .example()).press("d", "j")
    XCTAssert(scenario.choices.hasPrefix("[1全部"))
    XCTAssertEqual(scenario.message, "苏州日东精密电子有限公司 没记结果. 要记按 w")
    XCTAssert(scenario.press("w", "3").title.contains("昆山青苇"))
    XCTAssertFalse(scenario.shows("通话"), "no call was made to this one")
  }

  func testWritingDuringACallIsAboutTheCall() throws {
    let scenario = try Scenario(try .example()).press("d", "w")
    XCTAssert(scenario.title.contains("苏州日东") && scenario.shows("通话 14:32 起"))
  }

  func testEscSaysThatNoOutcomeWasNoted() throws {
    let scenario = try Scenario(try .example()).press("d", "Esc")
    XCTAssert(scenario.message.contains("没记结果"))
    XCTAssert(scenario.choices.hasPrefix("[1全部"))
  }

  func testAfterAnOrderTheNextComesUp() throws {
    let scenario = try Scenario(try .example()).press("d", "9", "Enter")
    XCTAssert(scenario.shows("金额"), scenario.screen.joined(separator: "\n"))
    scenario.type("98000").press("Enter")
    XCTAssert(scenario.title.hasPrefix("我的机会"))
    XCTAssert(scenario.selected.contains("昆山青苇"))
  }

  func testAnOutcomeWithATextOpensTheNote() throws {
    let scenario = try Scenario(try .example()).press("d", "3")
    XCTAssert(scenario.choices.contains("[3接通]"))
    XCTAssert(scenario.shows("通话 14:32 起"))
    scenario.type("要报价").press("Tab").type("明3").press("Enter")
    XCTAssert(scenario.title.hasPrefix("我的机会"))
    XCTAssert(scenario.message.contains("接通, 明 15:00 再打"))
    XCTAssert(scenario.title.contains("有效1/32"))
  }

  func testAfterANoteTheCursorIsOnTheNextRowOfTheListAsItWas() throws {
    let scenario = try Scenario(try .example()).press("f").type("0512").press("Enter")
    scenario.press("w", "3").type("要报价").press("Enter")
    XCTAssert(scenario.row(3).contains("苏州日东") && scenario.row(3).contains("12-26"))
    XCTAssert(scenario.selected.contains("昆山青苇"))
    scenario.press("Enter", "w", "3").type("要样品").press("Enter")
    XCTAssert(scenario.title.contains("昆山青苇"))
    XCTAssert(scenario.press("Esc").selected.contains("昆山青苇"))
    XCTAssertEqual(scenario.canvas.caret?.row, 4)
  }

  func testOtherOutcomesWaitForEnter() throws {
    let floor = try DeskFloor.example()
    let scenario = try Scenario(floor).press("d", "8")
    XCTAssert(scenario.shows("号码 051260001001 记为「空号」"))
    XCTAssert(scenario.shows("不算联系, 到期不变"))
    scenario.press("Enter")
    XCTAssert(scenario.message.contains("到期不变, 今 24:00"))
    // The dead number is not dialled again.
    XCTAssertEqual(scenario.press("k", "d").dialled, ["051260001001", "13900000012"])
  }

  func testTheNumberGoesToTheClipboard() throws {
    let scenario = try Scenario(try .example()).press("y")
    XCTAssertEqual(scenario.copied, ["051260001001"])
    XCTAssert(scenario.message.contains("已送到剪贴板"))
  }

  func testFortyCallsInARow() throws {
    let floor = try DeskFloor()
    for index in 0..<40 { try floor.enter("苏州\(index)号精密电子有限公司", daysAgo: 29 - index % 20) }
    let scenario = try Scenario(floor)
    for _ in 0..<40 { scenario.press("d", "1") }
    XCTAssertEqual(scenario.dialled.count, 40)
    XCTAssertEqual(Set(scenario.dialled).count, 40)
    XCTAssert(scenario.choices.contains("5未联系0"))
  }

  func testAnAppointmentIsToldWhenItIsDue() throws {
    let floor = try DeskFloor.example()
    floor.now = floor.rules.calendar.moment(floor.rules.calendar.day(of: floor.now), minute: 989)
    let scenario = try Scenario(floor).wait(61_000)
    XCTAssertEqual(scenario.message, "到点了: 16:30 无锡拾光纺织有限公司. 按 g2, 排在最上面")
    XCTAssertEqual(scenario.bells, 1)
    XCTAssertEqual(scenario.wait(120_000).bells, 1)
    XCTAssert(scenario.selected.contains("苏州日东"))
    XCTAssert(scenario.press("d").message.contains("已拨 苏州日东"), "a key acts on the row under the cursor")
  }
}
