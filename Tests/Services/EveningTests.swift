import Domain
import TestSupport
import XCTest

@testable import Services

/// The manager's evening (R8.1-R8.3): zhang is in the manager's department, li beside it.
final class EveningTests: XCTestCase {
  private func house(at start: String = "2026-11-26 17:00") throws -> TestHouse {
    let house = try TestHouse(Policy.channel(["tomorrow": ["customers": 2, "new": 1]]), at: start)
    for who in [TestHouse.Who.zhang, .li] {
      _ = try house.customers(2, in: .library(of: who))
      try house.fillTomorrow(by: who)
    }
    return house
  }

  private func board(
    _ house: TestHouse, of who: TestHouse.Who = .manager, date: String? = nil, department: String? = nil
  ) throws -> EveningBoard {
    try EveningBoard.read(
      by: house.id(who), date: date.flatMap { Day(iso: $0) }, department: department, at: house.now,
      in: house.house)
  }

  private func line(_ house: TestHouse, _ who: TestHouse.Who = .zhang) throws -> EveningLine {
    try XCTUnwrap(try board(house, of: .director).lines.first { $0.id == house.id(who) })
  }

  private func pass(
    _ house: TestHouse, _ who: TestHouse.Who = .zhang, by actor: TestHouse.Who = .manager, version: Int? = nil
  ) throws {
    try PassList(house.id(who), version: version).perform(by: house.id(actor), at: house.now, in: house.house)
  }

  private func sendBack(_ house: TestHouse, remark: String = "新的不够", by actor: TestHouse.Who = .manager)
    throws
  {
    try ReturnList(house.id(.zhang), remark: remark).perform(
      by: house.id(actor), at: house.now, in: house.house)
  }

  private func cover(
    _ house: TestHouse, _ who: TestHouse.Who, _ from: String, _ to: String, by deputy: TestHouse.Who
  ) throws {
    try CoverPerson(
      house.id(who), from: try XCTUnwrap(Day(iso: from)), to: try XCTUnwrap(Day(iso: to)),
      by: house.id(deputy)
    ).perform(by: house.id(.director), at: house.now, in: house.house)
  }

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

  // MARK: taking an answer back

  private func takeBack(_ house: TestHouse, by actor: TestHouse.Who = .manager) throws {
    try TakeAnswerBack(house.id(.zhang)).perform(by: house.id(actor), at: house.now, in: house.house)
  }

  func testAPassIsTakenBackWithinAMinute() throws {
    let house = try house()
    try assertRefused(.answerStands, leaves: house) { try takeBack(house) }
    try house.submitTomorrow()
    try assertRefused(.answerStands, leaves: house) { try takeBack(house) }
    try pass(house)
    try assertRefused(.answerStands, leaves: house) { try takeBack(house, by: .director) }
    let gone = try house.library(of: .zhang).rows[0].id
    try house.release(gone, by: .zhang)
    let later = try house.pick(try house.customer(in: .sea), by: .zhang).customer
    house.now = house.now + 59
    // A list that stays passed stays as it was.
    try house.submitTomorrow(by: .li)
    try pass(house, .li, by: .director)
    let others = try house.library(of: .li).rows[0].id
    try takeBack(house)
    try house.release(others, by: .li)
    XCTAssertEqual(try line(house, .li).figures.prepared, 2)
    XCTAssertEqual(try line(house).status, .submitted)
    XCTAssertEqual(try line(house).figures.prepared, 2, "the list is as it is by now: one left, one came")
    XCTAssertEqual(try house.tomorrow().rows.filter(\.isLater).count, 0)
    XCTAssertTrue(try house.tomorrow().rows.contains { $0.id == later && $0.counts })
    XCTAssertTrue(try XCTUnwrap(try line(house).list).isChanged, "it is another than was handed in")
    try house.dropTomorrow([later])
    XCTAssertEqual(try line(house).figures.prepared, 1, "it follows its customers again")
    try pass(house)
    house.now = house.now + 60
    try assertRefused(.answerStands, leaves: house) { try takeBack(house) }
  }

  /// As if it had never been sent back: nothing of it is another, and nobody is told.
  func testAListSentBackByMistakeWaitsAgain() throws {
    let house = try house()
    try house.submitTomorrow()
    let shown = try line(house).version
    // What else was said to him at that moment stays said.
    try house.store().alerts.tell(.told, house.id(.zhang), due: house.now, remark: "别的", at: house.now)
    try sendBack(house)
    try takeBack(house)
    XCTAssertEqual(try line(house).status, .submitted)
    XCTAssertFalse(try XCTUnwrap(try line(house).list).isChanged)
    XCTAssertEqual(try house.tomorrow().remark, "")
    XCTAssertEqual(try Reading.alerts(of: house.id(.zhang), limit: 9, in: house.house).map(\.kind), [.told])
    try assertRefused(.listChanged, leaves: house) { try pass(house, version: shown) }
    try sendBack(house)
    try house.dropTomorrow([try house.tomorrow().rows[0].id])
    try takeBack(house)
    XCTAssertTrue(try XCTUnwrap(try line(house).list).isChanged, "its agent had begun to change it")
  }

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

  /// R8.2: what happened to its customers meanwhile is seen, whichever the answer was.
  func testAListWhoseAnswerIsTakenBackIsAsItIsByNow() throws {
    for isPassed in [true, false] {
      let house = try house()
      let customers = try house.library(of: .zhang).rows.map(\.id)
      try house.submitTomorrow()
      func answer() throws { try isPassed ? pass(house) : sendBack(house) }
      func takeBack() throws {
        house.pass(seconds: 20)
        try TakeAnswerBack(house.id(.zhang)).perform(by: house.id(.manager), at: house.now, in: house.house)
      }
      try answer()
      try takeBack()
      XCTAssertFalse(try house.tomorrow().isChanged)
      try answer()
      try house.release(customers[0], by: .zhang)
      try takeBack()
      XCTAssertTrue(try house.tomorrow().isChanged)
      XCTAssertEqual(try line(house).figures.prepared, 1)
      try house.release(customers[1], by: .zhang)
      XCTAssertEqual(try line(house).figures.prepared, 0, "it follows its customers again")
    }
  }

  // MARK: leave (R2.6)

  func testTheDeputyOfAManagerPasses() throws {
    let house = try house()
    try house.submitTomorrow()
    try cover(house, .manager, "2026-11-26", "2026-11-27", by: .li)
    XCTAssertEqual(try board(house, of: .li).lines.map(\.agent.login), ["zhang"])
    try pass(house, by: .li)
    XCTAssertEqual(try line(house).passedBy?.name, "江立秋")
    assertRefused(.listPassed(by: try house.holder(.li), at: house.now)) { try pass(house) }
    try house.set("2026-11-28 17:00")
    assertRefused(.notAllowed(.passList)) { _ = try board(house, of: .li) }
  }

  func testWhoIsOnLeaveIsAway() throws {
    let house = try house()
    try cover(house, .zhang, "2026-11-26", "2026-11-30", by: .li)
    let line = try line(house)
    XCTAssertEqual(line.status, .away)
    XCTAssertEqual(line.absence?.deputy.name, "江立秋")
    XCTAssertEqual(line.shortfalls, 0)
    let away = Refusal.away(until: try XCTUnwrap(Day(iso: "2026-11-30")), deputy: try house.holder(.li))
    try assertRefused(away, leaves: house) { try pass(house) }
    try cover(
      house, .zhang, "2026-11-27", "2026-11-26", by: .li, isRefusedAs: .invalidField("last_day", .outOfRange))
    try cover(house, .zhang, "2026-11-27", "2026-11-27", by: .zhang, isRefusedAs: .invalidField("by", .taken))
    try cover(
      house, .zhang, "2026-11-20", "2026-11-21", by: .li, isRefusedAs: .invalidField("last_day", .past))
    try cover(house, .zhang, "2026-11-26", "2026-11-26", by: .li)
    try house.set("2026-11-27 17:00")
    XCTAssertEqual(try self.line(house).status, .notSubmitted, "what was said last holds")
  }

  private func cover(
    _ house: TestHouse, _ who: TestHouse.Who, _ from: String, _ to: String, by deputy: TestHouse.Who,
    isRefusedAs refusal: Refusal
  ) throws {
    try assertRefused(refusal, leaves: house) { try cover(house, who, from, to, by: deputy) }
  }

  // MARK: the close (R8.2, R8.3)

  func testTheCloseRecordsWhoIsUncheckedAndStopsNothing() throws {
    let house = try house(at: "2026-11-26 18:29")
    try house.submitTomorrow(by: .li)
    try pass(house, .li, by: .director)
    try cover(house, .manager, "2026-11-26", "2026-11-26", by: .support)
    let engine = Engine(house.house)
    func tick() throws { _ = try engine.tick(at: house.now, wallClock: house.now) }
    try tick()
    XCTAssertFalse(try board(house).isClosed)
    XCTAssertEqual(try engine.nextLook(after: house.now), house.now + 20)
    try house.set("2026-11-26 18:29:50")
    XCTAssertEqual(try engine.nextLook(after: house.now), try house.time("2026-11-26 18:30"))
    try house.set("2026-11-26 18:30")
    for _ in 0..<2 { try tick() }
    XCTAssertTrue(try board(house).isClosed)
    let alerts = try Reading.alerts(of: house.id(.support), limit: 9, in: house.house)
    XCTAssertEqual(alerts.filter { $0.kind == .eveningOpen }.map(\.count), [1], "the deputy, once")
    XCTAssertTrue(try house.submitTomorrow().isLate)
    try pass(house)
    let history = try EveningHistory.read(by: house.id(.director), at: house.now, in: house.house).lines
    XCTAssertEqual(history.map(\.agent.login), ["zhang", "li"])
    XCTAssertEqual(history.map(\.status), [.passed, .passed])
    XCTAssertEqual(history.map(\.atClose), [.notSubmitted, nil])
    XCTAssertEqual(history.map(\.isLate), [true, false])
  }

  func testWithoutADeputyTheDirectorIsTold() throws {
    let house = try house(at: "2026-11-26 18:30")
    _ = try Engine(house.house).tick(at: house.now, wallClock: house.now)
    let alerts = try Reading.alerts(of: house.id(.director), limit: 9, in: house.house)
    XCTAssertEqual(alerts.filter { $0.kind == .eveningOpen }.map(\.count), [2])
  }

  /// The house was down at the close: it is recorded at the next look, for its own day.
  func testACloseThatWasMissedIsCaughtUp() throws {
    let house = try house(at: "2026-11-26 18:30")
    try CloseEvening(house: house.house).perform(at: house.now)
    try house.set("2026-11-30 09:00")
    for _ in 0..<2 { try CloseEvening(house: house.house).perform(at: house.now) }
    let history = try EveningHistory.read(by: house.id(.director), at: house.now, in: house.house).lines
    XCTAssertEqual(
      history.filter { $0.atClose != nil }.map(\.evening.iso),
      ["2026-11-27", "2026-11-27", "2026-11-26", "2026-11-26"])
  }
}
