import Domain
import Services
import TestSupport
import XCTest

/// A handover to another department is asked for, and somebody above both decides (R2.6, R8.4).
final class HandoverRequestTests: XCTestCase {
  private func ask(_ house: TestHouse, _ target: HandoverTarget? = nil, by who: TestHouse.Who = .manager)
    throws
    -> RequestID
  {
    try AskHandover(of: house.id(.zhang), to: target ?? .person(house.id(.li)), reason: "他转做苏州").perform(
      by: house.id(who), at: house.now, in: house.house)
  }

  private func waiting(_ house: TestHouse, for who: TestHouse.Who) throws -> [WaitingRequest] {
    try ApprovalsView.read(by: house.id(who), at: house.now, in: house.house).waiting
  }

  func testAYesDoesIt() throws {
    let house = try TestHouse()
    let customers = try house.customers(2, in: .library(of: .zhang))
    let id = try ask(house)
    let waiting = try XCTUnwrap(waiting(house, for: .director).first)
    XCTAssertEqual(waiting.asked.about, "何小满")
    XCTAssertEqual(waiting.yes, RequestFact("customers", .count(2)))
    XCTAssertEqual(waiting.facts, [RequestFact("to", .text("江立秋")), RequestFact("free_room", .count(300))])
    XCTAssertFalse(waiting.isBeyond)
    try house.answer(id, granted: true, by: .director)
    XCTAssertEqual(Set(try house.library(of: .li).rows.map(\.id)), Set(customers))
    XCTAssertTrue(try house.alerts(of: .manager).contains { $0.kind == .requestGranted })
    XCTAssertEqual(try house.undo(by: .director).handover?.moved.count, 2, "in the name of who said yes")
    XCTAssertEqual(try house.library(of: .zhang).held, 2)
  }

  func testANoLeavesThemAndTellsTheAsker() throws {
    let house = try TestHouse()
    try house.customer(in: .library(of: .zhang))
    try house.answer(try ask(house, .department(house.department("二部"))), granted: false, by: .director)
    XCTAssertEqual(try house.library(of: .zhang).held, 1)
    XCTAssertTrue(try house.alerts(of: .manager).contains { $0.kind == .requestRefused })
  }

  /// Who is above the asker, but not above where they would go, can only say no.
  func testItTakesSomebodyAboveBoth() throws {
    let house = try TestHouse()
    try house.customer(in: .library(of: .zhang))
    try AddDepartment("一部甲组", under: "一部").perform(by: house.id(.admin), at: house.now, in: house.house)
    let boss = try AddPerson(login: "boss", name: "甲", department: "一部甲组", roles: [.manager])
      .perform(by: house.id(.admin), at: house.now, in: house.house)
    try AddPerson(login: "jia", name: "乙", department: "一部甲组", roles: [.agent])
      .perform(by: house.id(.admin), at: house.now, in: house.house)
    let jia = try Reading.person(login: "jia", in: house.house).id
    try EnterCustomer(house.form()).perform(by: jia, at: house.now, in: house.house)
    let id = try AskHandover(of: jia, to: .person(house.id(.li))).perform(
      by: boss, at: house.now, in: house.house)
    XCTAssertEqual(try waiting(house, for: .manager).map(\.isBeyond), [true])
    assertRefused(.notAllowed(.answer)) { try house.answer(id, granted: true, by: .manager) }
    try house.answer(id, granted: true, by: .director)
    XCTAssertEqual(try house.library(of: .li).held, 1)
  }

  func testWhatIsNotAsked() throws {
    let house = try TestHouse()
    try assertRefused(.nothingToHandOver, leaves: house) { _ = try self.ask(house) }
    try house.customer(in: .library(of: .zhang))
    try assertRefused(.noNeedToAsk, leaves: house) { _ = try self.ask(house, .person(house.id(.clerk))) }
    try assertRefused(.noNeedToAsk, leaves: house) { _ = try self.ask(house, by: .director) }
    try assertRefused(.notAllowed(.handover), leaves: house) { _ = try self.ask(house, .sea) }
    try assertRefused(.notAllowed(.handover), leaves: house) { _ = try self.ask(house, by: .zhang) }
    _ = try ask(house)
    try assertRefused(.alreadyAsked(at: house.now), leaves: house) { _ = try self.ask(house) }
    try DeactivatePerson("li").perform(by: house.id(.admin), at: house.now, in: house.house)
    let other = try TestHouse()
    try other.customer(in: .library(of: .zhang))
    try DeactivatePerson("li").perform(by: other.id(.admin), at: other.now, in: other.house)
    try assertRefused(.deactivated("江立秋"), leaves: other) { _ = try self.ask(other) }
    // Answered when it can't be done any more it stays open.
    assertRefused(.deactivated("江立秋")) { try house.answer(RequestID(1), granted: true, by: .director) }
    XCTAssertEqual(try waiting(house, for: .director).count, 1)
  }
}
