import Domain
import TestSupport
import XCTest

@testable import Services

/// The manager's evening: the board, passing and sending back (R8.1, R8.2).
final class EveningTests: EveningTestCase {
  // MARK: the board

  func testALineAnAgentUnderTheReader() throws {
    let house = try house()
    XCTAssertEqual(try board(house).lines.map(\.agent.login), ["zhang"])
    XCTAssertEqual(try board(house, of: .director).lines.map(\.agent.login), ["zhang", "li"])
    XCTAssertEqual(try board(house, of: .director, department: "二部").lines.map(\.agent.login), ["li"])
    assertRefused(.notAllowed(.passList)) { _ = try board(house, department: "二部") }
    assertRefused(.invalidField("department", .unknown)) { _ = try board(house, department: "九部") }
    try AddPerson(login: "lu", name: "陆", department: "空部", roles: [.clerk])
      .perform(by: house.id(.admin), at: house.now, in: house.house)
    XCTAssertEqual(try board(house, of: .director, department: "空部").lines.count, 0, "no agents")
  }

  func testItSaysWhatTheAgentsSee() throws {
    let house = try house()
    let customers = try house.library(of: .zhang).rows.map(\.id)
    try house.write(NoteEntry(outcome: .connected, intent: "A"), on: customers[0], by: .zhang)
    try house.visit(customers[1], by: .zhang)
    var line = try line(house)
    XCTAssertEqual(line.day, try house.library(of: .zhang).day)
    XCTAssertEqual(line.figures, try house.tomorrow().figures)
    XCTAssertEqual([line.figures.prepared, line.overdue, line.warnings], [1, 0, 0])
    XCTAssertEqual(line.status, .notSubmitted)
    try house.tick(through: "2026-12-24 12:00")
    line = try self.line(house)
    let overdue = try OverdueView.read(by: house.id(.zhang), at: house.now, in: house.house).lines
    XCTAssertEqual(line.overdue, overdue.filter { $0.days != nil }.count)
    XCTAssertEqual([line.overdue, line.warnings], [1, try house.library(of: .zhang).flowingBackSoon])
  }

  func testWhatFallsShortStandsFirst() throws {
    let house = try TestHouse(
      Policy.channel([
        "tomorrow": ["customers": 1, "new": 1],
        "targets": ["effective_calls": 0, "ab_customers": 0, "new_customers": 0],
      ]), at: "2026-11-26 17:00")
    for who in [TestHouse.Who.zhang, .li] { _ = try house.customer(in: .library(of: who)) }
    try house.fillTomorrow()
    try house.submitTomorrow()
    XCTAssertEqual(try board(house, of: .director).lines.map(\.agent.login), ["li", "zhang"])
    XCTAssertEqual(try board(house, of: .director).lines.filter(\.isWhole).map(\.agent.login), ["zhang"])
    try house.fillTomorrow(by: .li)
    try house.submitTomorrow(by: .li)
    XCTAssertEqual(
      try board(house, of: .director).lines.filter(\.isWhole).map(\.agent.login), ["zhang", "li"])
    try house.release(try house.library(of: .li).rows[0].id, by: .li)
    let passed = try PassWhole().perform(by: house.id(.director), at: house.now, in: house.house)
    XCTAssertEqual(passed.map(\.login), ["zhang"], "the other falls short by now")
    let events = try house.store().connection.query(
      "SELECT detail FROM event WHERE act = 'pass_list'"
    ) { $0.text(0) }
    XCTAssertEqual(events.count, 1, "each leaves its event")
    XCTAssertEqual(events.first?.contains("zhang"), true)
    XCTAssertEqual(try line(house, .li).status, .submitted)
  }

  // MARK: passing

  func testPassingFreezesIt() throws {
    let house = try house()
    let customers = try house.library(of: .zhang).rows.map(\.id)
    try house.submitTomorrow()
    try pass(house)
    XCTAssertEqual(try line(house).status, .passed)
    XCTAssertEqual(try line(house).passedBy?.name, "林白露")
    let passed = Refusal.listPassed(by: try house.holder(.manager), at: house.now)
    try assertRefused(passed, leaves: house) { try house.dropTomorrow([customers[0]]) }
    try assertRefused(passed, leaves: house) { try house.fillTomorrow() }
    try assertRefused(passed, leaves: house) { try house.submitTomorrow() }
    try assertRefused(passed, leaves: house) { try house.withdrawTomorrow() }
    try house.release(customers[0], by: .zhang)
    XCTAssertEqual(try line(house).figures.prepared, 2, "what was passed stays as it was")
    let later = try house.pick(try house.customer(in: .sea), by: .zhang).customer
    let rows = try house.tomorrow().rows
    XCTAssertEqual(rows.filter(\.isLater).map(\.id), [later], "what comes later is marked")
    XCTAssertEqual(try line(house).figures.prepared, 2, "and outside of the figures")
    try house.dropTomorrow([later])
    try house.set("2026-11-27 18:00")
    try house.note(customers[1], by: .zhang)
    let list = try EveningList.read(
      of: house.id(.zhang), by: house.id(.manager), at: house.now, in: house.house)
    XCTAssertEqual(list.planned.map(\.id), customers)
    XCTAssertEqual(list.planned.map { $0.call?.outcome }, [nil, .connected])
    XCTAssertEqual(list.planned.map(\.end), [.released(.noNeed), nil], "not called, and why")
    XCTAssertEqual(list.called, 1)
  }

  /// R7.1, R8.2: it is marked as later, called as an appointment, and outside of what the next evening compares.
  func testAnAppointmentThatIsMadeAfterThePass() throws {
    let house = try house()
    let customers = try house.library(of: .zhang).rows.map(\.id)
    let others = try house.customers(3, in: .library(of: .zhang))
    try house.submitTomorrow()
    try house.agree(others[2], "2026-11-30 10:00")
    try pass(house)
    let other = others[0]
    try house.agree(other, "2026-11-27 10:00")
    try house.agree(customers[1], "2026-11-27 11:00")
    try house.plan(others[1], "2026-11-27 12:00")
    let list = try house.tomorrow()
    XCTAssertEqual(list.rows.map(\.id), customers + [other], "ours is no appointment")
    XCTAssertEqual(list.rows.map(\.isLater), [false, false, true])
    XCTAssertEqual(list.figures.prepared, 2)
    try house.set("2026-11-27 09:00")
    let calls = try CallListView.read(by: house.id(.zhang), at: house.now, in: house.house).rows
    XCTAssertEqual(calls.prefix(2).map(\.id), [other, customers[1]])
    XCTAssertEqual(calls.prefix(2).map(\.why), [.appointment, .appointment])
    XCTAssertEqual(calls.filter { $0.id == other }.count, 1, "one customer once")
    let seen = try EveningList.read(
      of: house.id(.zhang), by: house.id(.manager), at: house.now, in: house.house)
    XCTAssertEqual(seen.planned.map(\.id), customers)
  }

  func testWhoMayPassWhat() throws {
    let house = try house()
    try assertRefused(.notSubmitted, leaves: house) { try pass(house) }
    try house.submitTomorrow()
    try house.submitTomorrow(by: .li)
    try assertRefused(.otherDepartment(try house.holder(.li)), leaves: house) { try pass(house, .li) }
    for who in [TestHouse.Who.zhang, .li, .support, .clerk] {
      assertRefused(.notAllowed(.passList)) { try pass(house, by: who) }
    }
    try pass(house, .li, by: .director)
    try pass(house)
    try assertRefused(.listPassed(by: try house.holder(.manager), at: house.now), leaves: house) {
      try pass(house, by: .director)
    }
    let both = try AddPerson(login: "both", name: "双", department: "一部", roles: [.agent, .manager])
      .perform(by: house.id(.admin), at: house.now, in: house.house)
    try EnterCustomer(house.form()).perform(by: both, at: house.now, in: house.house)
    try FillTomorrow().perform(by: both, at: house.now, in: house.house)
    try SubmitTomorrow(reason: "少").perform(by: both, at: house.now, in: house.house)
    try assertRefused(.ownList, leaves: house) {
      try PassList(both).perform(by: both, at: house.now, in: house.house)
    }
  }

  func testAListThatChangedIsShownAgain() throws {
    let house = try house()
    try house.submitTomorrow()
    let version = try line(house).version
    try house.release(try house.library(of: .zhang).rows[0].id, by: .zhang)
    try assertRefused(.listChanged, leaves: house) { try pass(house, version: version) }
    XCTAssertTrue(try XCTUnwrap(try line(house).list).isChanged)
    try pass(house, version: try line(house).version)
    XCTAssertEqual(try line(house).status, .passed)
  }

  func testSendingBackTellsItsAgentAtOnce() throws {
    let house = try house()
    try house.submitTomorrow()
    for (remark, problem) in [
      (" \n", Refusal.Problem.missing), ("看\u{1B}[2J", .controlCharacters),
      (String(repeating: "不", count: 400), .tooLong),
    ] {
      try assertRefused(.invalidField("remark", problem), leaves: house) {
        try sendBack(house, remark: remark)
      }
    }
    try sendBack(house, remark: "新的\n不够")
    XCTAssertEqual(try house.tomorrow().remark, "新的 不够", "it is shown in a line")
    try house.submitTomorrow()
    try sendBack(house)
    XCTAssertEqual(try house.tomorrow().status, .returned)
    XCTAssertEqual(try house.tomorrow().remark, "新的不够")
    let alert = try XCTUnwrap(try Reading.alerts(of: house.id(.zhang), limit: 1, in: house.house).first)
    XCTAssertEqual([alert.kind.rawValue, alert.remark], ["list_returned", "新的不够"])
    try assertRefused(.notSubmitted, leaves: house) { try pass(house) }
    try house.submitTomorrow()
    try pass(house)
    XCTAssertEqual(try line(house).status, .passed)
  }

  /// Who manages and sells too passes the lists of the others, never his own.
  func testNobodyPassesHisOwnWithTheRest() throws {
    let house = try TestHouse(
      Policy.channel([
        "tomorrow": ["customers": 1, "new": 1],
        "targets": ["effective_calls": 0, "ab_customers": 0, "new_customers": 0],
      ]), at: "2026-11-26 17:00")
    let wang = try AddPerson(login: "wang", name: "汪春分", department: "一部", roles: [.agent, .manager])
      .perform(by: house.id(.admin), at: house.now, in: house.house)
    for id in [wang, house.id(.zhang)] {
      try EnterCustomer(house.form()).perform(by: id, at: house.now, in: house.house)
      try FillTomorrow().perform(by: id, at: house.now, in: house.house)
      try SubmitTomorrow().perform(by: id, at: house.now, in: house.house)
    }
    let passed = try PassWhole().perform(by: wang, at: house.now, in: house.house)
    XCTAssertEqual(passed.map(\.login), ["zhang"])
    XCTAssertEqual(try line(house).status, .passed)
  }

  // MARK: the evenings before

  func testTheLastEveningsInLines() throws {
    let house = try house()
    let customers = try house.library(of: .zhang).rows.map(\.id)
    try house.note(customers[0], by: .zhang)
    try house.submitTomorrow()
    try pass(house)
    try house.set("2026-11-27 17:30")
    try house.visit(customers[1], by: .zhang)
    try house.enter(house.form(), by: .zhang)
    let trend = try EveningTrend.read(by: house.id(.manager), at: house.now, in: house.house)
    XCTAssertEqual(trend.lines.count, EveningTrend.days)
    XCTAssertEqual(trend.lines.prefix(3).map(\.evening.iso), ["2026-11-27", "2026-11-26", "2026-11-25"])
    XCTAssertEqual(trend.lines.prefix(3).map(\.passed), [0, 1, 0])
    XCTAssertEqual(trend.lines.prefix(3).map(\.unsigned), [1, 0, 1])
    XCTAssertEqual(trend.lines.prefix(3).map(\.effectiveCalls), [0, 1, 0])
    XCTAssertEqual(trend.lines.prefix(3).map(\.visits), [1, 0, 0])
    XCTAssertEqual(trend.lines.prefix(2).map(\.newCustomers), [1, 2])
    XCTAssertEqual(trend.lines[4].evening.iso, "2026-11-23", "over a weekend to the Friday before it")
    XCTAssertEqual(trend.lines[5].evening.iso, "2026-11-20")
    assertRefused(.notAllowed(.passList)) {
      _ = try EveningTrend.read(by: house.id(.support), at: house.now, in: house.house)
    }
    let kept = try house.library(of: .zhang).rows.count + house.library(of: .li).rows.count
    try house.tick(through: "2026-12-26 23:00")
    try house.release(try house.library(of: .li).rows[0].id, by: .li)
    try house.tick(through: "2026-12-29 01:00")
    let later = try EveningTrend.read(by: house.id(.director), at: house.now, in: house.house)
    let left = try house.library(of: .zhang).rows.count + house.library(of: .li).rows.count
    XCTAssertGreaterThan(kept - left, 1)
    XCTAssertEqual(
      later.lines.map(\.flowedBack).reduce(0, +), kept - left - 1, "what is given up by hand is none of them")
  }
}
