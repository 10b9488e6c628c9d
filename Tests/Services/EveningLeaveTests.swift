import Domain
import TestSupport
import XCTest

@testable import Services

/// Evenings on which somebody is away, and the close (R2.6, R8.2, R8.3).
final class EveningLeaveTests: EveningTestCase {
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

  /// Who stands in for another manager passes his own people's lists and those of the other's.
  func testADeputyPassesHisOwnPeoplesListsToo() throws {
    let house = try house()
    let wu = try AddPerson(login: "wu", name: "吴寒露", department: "二部", roles: [.manager])
      .perform(by: house.id(.admin), at: house.now, in: house.house)
    for who in [TestHouse.Who.zhang, .li] { try house.submitTomorrow(by: who) }
    try CoverPerson(
      house.id(.manager), from: house.calendar.day(of: house.now), to: house.calendar.day(of: house.now),
      by: wu
    ).perform(by: house.id(.director), at: house.now, in: house.house)
    for who in [TestHouse.Who.li, .zhang] {
      try PassList(house.id(who)).perform(by: wu, at: house.now, in: house.house)
    }
    XCTAssertEqual(try board(house, of: .director).lines.map(\.status), [.passed, .passed])
  }

  /// Away this evening, or on the day the list is for.
  func testOneDayOfTheTwoIsEnough() throws {
    for (day, status) in [
      ("2026-11-26", EveningStatus.away), ("2026-11-27", .away), ("2026-11-30", .notSubmitted),
    ] {
      let house = try house()
      try cover(house, .zhang, day, day, by: .li)
      XCTAssertEqual(try line(house).status, status, day)
    }
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

  /// An agent who stands in for his manager is told of the others, not of himself.
  func testADeputyIsNotToldOfHimself() throws {
    let house = try house(at: "2026-11-26 18:30")
    try AddPerson(login: "wang", name: "汪春分", department: "一部", roles: [.agent])
      .perform(by: house.id(.admin), at: house.now, in: house.house)
    try cover(house, .manager, "2026-11-26", "2026-11-26", by: .zhang)
    _ = try Engine(house.house).tick(at: house.now, wallClock: house.now)
    XCTAssertEqual(try house.alerts(of: .zhang).filter { $0.kind == .eveningOpen }.map(\.count), [1])
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
