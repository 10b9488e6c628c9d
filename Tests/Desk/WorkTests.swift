import Desk
import DeskFixtures
import Domain
import TerminalKit
import XCTest

/// Today's list and work mode (R7.1-R7.4).
final class WorkTests: XCTestCase {
  private func calls(_ size: Size = Size(rows: 24, columns: 80)) throws -> Scenario {
    try Scenario(try .example(), size: size).press("g", "2")
  }

  /// The cursor on a customer that is due tonight, with nothing agreed for today.
  private func callsAtRescue(_ floor: DeskFloor) throws -> Scenario {
    let scenario = try Scenario(floor).press("g", "2")
    for _ in 0..<9 where !scenario.selected.contains("苏州日东") { scenario.press("j") }
    return scenario
  }

  func testTheListIsInOrderOfWhatIsMostUrgent() throws {
    let scenario = try calls()
    XCTAssert(scenario.title.hasPrefix("今日名单 0/"), scenario.title)
    XCTAssert(scenario.title.contains("有效0/32"))
    let reasons = scenario.screen[3..<12].compactMap { row in
      ["漏约", "约", "救", "超期", "回访"].first { row.contains(" \($0) ") }
    }
    let ranks = reasons.compactMap { ["漏约", "约", "救", "超期", "回访"].firstIndex(of: $0) }
    XCTAssertGreaterThan(ranks.count, 2, scenario.screen.joined(separator: "\n"))
    XCTAssertEqual(ranks, ranks.sorted())
    XCTAssertFalse(scenario.shows("0512-6000 1001"), "R2.2: masked until it is opened")
  }

  func testNoAnswerIsTwoKeysFromCallToNextCall() throws {
    let scenario = try callsAtRescue(.example()).press("Enter")
    let first = scenario.row(2)
    XCTAssert(scenario.choices.hasPrefix("1无人接 2占线"))
    scenario.press("d", "1")
    XCTAssertEqual(scenario.dialled.count, 1)
    XCTAssert(scenario.message.hasPrefix("已记"), scenario.message)
    XCTAssertNotEqual(scenario.row(2), first, "on to the next")
    XCTAssertFalse(scenario.press("Esc").choices.contains("3救3"), "one less to rescue")
  }

  func testAtAnotherPhoneAQuickOutcomeWaitsForEnter() throws {
    let scenario = try calls().press("Enter")
    let first = scenario.row(2)
    XCTAssert(scenario.press("1").message.contains("Enter 记下"), scenario.message)
    XCTAssertEqual(scenario.row(2), first)
    scenario.press("Enter")
    XCTAssert(scenario.message.hasPrefix("已记"), scenario.message)
    XCTAssertNotEqual(scenario.row(2), first)
  }

  /// Principle 11: what comes behind the digit in the same read is dropped.
  func testSixQuickOutcomesNoteOne() throws {
    let floor = try DeskFloor.example()
    let scenario = try callsAtRescue(floor).press("Enter", "d").holdErrands()
    scenario.burst("1", "1", "1", "1", "1", "1").release()
    XCTAssertEqual(
      try (1...8).map { try floor.view(CustomerID($0)).notes.filter { $0.at == floor.now }.count }.reduce(
        0, +), 1)
  }

  func testAnOutcomeWithATextGoesOnToTheNext() throws {
    let scenario = try calls().press("Enter")
    let first = scenario.row(2)
    scenario.press("3")
    XCTAssert(scenario.choices.contains("[3接通]"))
    scenario.type("要报价").press("Tab").type("明3").press("Enter")
    XCTAssert(scenario.title.hasPrefix("今日名单 1/"), scenario.title)
    XCTAssertNotEqual(scenario.row(2), first)
    XCTAssert(scenario.title.contains("有效1/32"))
  }

  func testAfterADeadNumberTheNextNumberOfTheSameCustomerIsOffered() throws {
    let scenario = try callsAtRescue(.example()).press("Enter", "8", "Enter")
    XCTAssert(scenario.row(2).hasPrefix("苏州日东"), scenario.row(2))
    XCTAssert(scenario.message.contains("13900000012"), scenario.message)
    XCTAssertEqual(scenario.press("d").dialled, ["13900000012"])
  }

  func testSkippingChangesNothing() throws {
    let scenario = try calls().press("Enter")
    let first = scenario.row(2)
    XCTAssertNotEqual(scenario.press("n").row(2), first)
    XCTAssertEqual(scenario.press("N").row(2), first)
    XCTAssert(scenario.press("Esc").title.hasPrefix("今日名单 0/"))
  }

  /// The base takes its time: the key is for who was on the screen when it was pressed.
  func testADigitBeforeTheCustomerIsReadIsForThatCustomer() throws {
    let scenario = try calls()
    let name = String(scenario.selected.dropFirst(5).prefix { $0 != " " })
    scenario.holdErrands().press("Enter", "3").release()
    XCTAssert(scenario.title.contains(name), "\(scenario.title) \(name)")
  }

  func testDoneRowsHaveTheirViewAndTheFiguresTheirReasons() throws {
    let scenario = try callsAtRescue(.example()).press("Enter", "d", "3").type("在比价").press("Tab").press("^U")
      .press("Enter", "Esc")
    XCTAssert(scenario.choices.contains("7已打1"), scenario.choices)
    XCTAssert(scenario.press("7").selected.contains("接通"), scenario.selected)
    scenario.press("9")
    XCTAssert(scenario.shows("有效 1/32"), scenario.screen.joined(separator: "\n"))
    XCTAssert(scenario.press("+").message.contains("访日"), scenario.message)
    XCTAssert(scenario.title.contains("上门0/8"), scenario.title)
    XCTAssert(scenario.press("u", "Esc").title.contains("有效1/32"))
  }

  /// A good day is longer than a screen, and every line of it can be reached.
  func testTheWholeDayCanBeReadThrough() throws {
    let scenario = try Scenario(try .busyDay()).press("g", "2", "9")
    XCTAssertFalse(scenario.shows("30号"))
    XCTAssert(scenario.press("End").shows("30号"), scenario.screen.joined(separator: "\n"))
    XCTAssert(scenario.press("Home").row(2).contains("有效"))
  }

  func testAWideScreenHasTheCustomerBesideTheList() throws {
    let scenario = try calls(Size(rows: 40, columns: 120))
    XCTAssert(scenario.shows("| 到期"))
    XCTAssertFalse(
      scenario.screen[3..<10].contains { $0.prefix(75).contains("~") }, "nothing is cut in the list")
  }

  /// R6.3: an appointment has its time; without one the note waits, and nothing that was agreed is lost.
  func testAnAppointmentAsksForItsTime() throws {
    let floor = try DeskFloor.example()
    let before = try floor.view(CustomerID(2)).notes.count
    let scenario = try Scenario(floor).press("j", "w", "5").type("约好看样").press("Enter")
    XCTAssertEqual(scenario.message, "约在什么时候? 写在「下次」里再按 Enter")
    XCTAssertEqual(try floor.view(CustomerID(2)).notes.count, before)
    scenario.type("明10点").press("Enter")
    XCTAssert(scenario.message.contains("明 10:00"), scenario.message)
  }

  func testAPromisedAppointmentIsNotMovedByAQuickOutcome() throws {
    let floor = try DeskFloor.example()
    let scenario = try Scenario(floor).press("w", "5").type("约好看样").press("Tab").type("明10点").press("Enter")
    XCTAssert(scenario.message.contains("明 10:00"), scenario.message)
    scenario.press("k", "d", "2")
    XCTAssert(scenario.message.contains("明 10:00 的约照旧"), scenario.message)
    XCTAssertEqual(try floor.view(CustomerID(1)).customer.next?.isAgreed, true)
  }
}
