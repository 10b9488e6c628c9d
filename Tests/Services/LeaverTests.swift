import Domain
import Services
import TestSupport
import XCTest

/// People who leave, and who change department (R2.4, R4.15).
final class LeaverTests: XCTestCase {
  private func deactivate(
    _ login: String, by who: TestHouse.Who = .admin, isBack: Bool = false, in house: TestHouse
  )
    throws
  {
    try DeactivatePerson(login, isBack: isBack).perform(by: house.id(who), at: house.now, in: house.house)
  }

  private func move(
    _ login: String, to department: String, taking: Bool = false, by who: TestHouse.Who = .admin,
    in house: TestHouse
  ) throws {
    try MovePerson(login, to: department, takingCustomers: taking).perform(
      by: house.id(who), at: house.now, in: house.house)
  }

  // MARK: deactivated (R2.4)

  func testADeactivatedPersonHoldsButDoesNothing() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    try deactivate("zhang", in: house)
    XCTAssertFalse(try house.person(.zhang).isActive)
    assertRefused(.notAllowed(.note)) { try house.note(customer, by: .zhang) }
    XCTAssertEqual(try house.view(customer, as: .manager).holder?.id, house.id(.zhang), "nothing is deleted")
    try house.handOver(.zhang, to: .manager, by: .manager)
    try deactivate("zhang", isBack: true, in: house)
    XCTAssertNoThrow(try house.customer(in: .library(of: .zhang)))
  }

  /// What is still his at the day's end is told to his manager, each day until it is handed over.
  func testWhatIsLeftBehindIsToldAtTheDaysEnd() throws {
    let house = try TestHouse()
    _ = try house.customers(2, in: .library(of: .zhang))
    try deactivate("zhang", in: house)
    func told() throws -> [Int?] {
      try house.alerts(of: .manager).filter { $0.kind == .leftBehind }.map(\.count)
    }
    func tick(_ moment: String) throws {
      try house.set(moment)
      for _ in 0..<2 { try house.engineTick() }
    }
    try tick("2026-11-26 23:59:59")
    XCTAssertEqual(try told(), [], "the day is not over")
    try tick("2026-11-27 00:00")
    XCTAssertEqual(try told(), [2], "once")
    XCTAssertEqual(try house.alerts(of: .manager).first?.remark, "何小满")
    try tick("2026-11-28 00:00")
    XCTAssertEqual(try told(), [2, 2])
    try house.handOver(.zhang, to: .manager)
    try tick("2026-11-29 00:00")
    XCTAssertEqual(try told(), [2, 2], "nothing is left")
    XCTAssertEqual(try house.alerts(of: .director).filter { $0.kind == .leftBehind }.count, 0)
  }

  func testWhoIsNotDeactivated() throws {
    let house = try TestHouse()
    try assertRefused(.ownAccount, leaves: house) { try deactivate("admin", in: house) }
    try assertRefused(.unknownPerson("nobody"), leaves: house) { try deactivate("nobody", in: house) }
    try assertRefused(.notAllowed(.people), leaves: house) {
      try deactivate("zhang", by: .manager, in: house)
    }
    try AddPerson(login: "root", name: "甲", department: "总部", roles: [.admin])
      .perform(by: house.id(.admin), at: house.now, in: house.house)
    try deactivate("root", in: house)
    try assertRefused(.deactivated("甲"), leaves: house) { try deactivate("root", in: house) }
    // The one that is left is not deactivated by somebody who may, but is no administrator himself for long.
    try house.store().connection.run("INSERT INTO person_role VALUES (?, 'admin')", [house.id(.director)])
    try house.store().connection.run("UPDATE person SET is_active = 0 WHERE id = ?", [house.id(.admin)])
    try assertRefused(.ownAccount, leaves: house) { try deactivate("director", by: .director, in: house) }
  }

  /// What is there to be signed in by stays: the first of those who are left opens the base.
  func testTheFirstAdministratorIsOneWhoIsThere() throws {
    let house = try TestHouse()
    try AddPerson(login: "root", name: "甲", department: "总部", roles: [.admin])
      .perform(by: house.id(.admin), at: house.now, in: house.house)
    let root = try Reading.person(login: "root", in: house.house).id
    try DeactivatePerson("admin").perform(by: root, at: house.now, in: house.house)
    XCTAssertEqual(try Reading.firstAdministrator(in: house.house)?.login, "root")
  }

  // MARK: another department (R4.15)

  /// Taken along, every clock starts anew under the policy of the new department; plans and list places stay.
  func testHeTakesHisCustomersAlong() throws {
    let house = try TestHouse()
    let customers = [try house.customer(in: .library(of: .zhang)), try house.signed(opened: "2026-11-26")]
    try house.plan(customers[0], "2026-12-08 10:00")
    let request = try house.ask(customers[0], days: 3)
    house.pass(days: 10)
    try house.addTomorrow(customers[0])
    let before = try house.view(customers[0]).opportunity?.id
    try move("zhang", to: "二部", taking: true, in: house)
    XCTAssertEqual(try house.person(.zhang).departmentName, "二部")
    let view = try house.view(customers[0])
    XCTAssertEqual(view.holder?.department, "二部")
    XCTAssertNotEqual(view.opportunity?.id, before)
    XCTAssertEqual(view.opportunity?.enteredAt, house.now)
    XCTAssertEqual(try house.due(customers[0]), "2027-01-05 24:00")
    XCTAssertEqual(view.customer.next?.at, try house.time("2026-12-08 10:00"))
    XCTAssertEqual(try house.tomorrow().rows.map(\.id), [customers[0]])
    XCTAssertEqual(try house.tomorrow().rows.map(\.end), [nil], "it still is on his list")
    XCTAssertEqual(try house.store().requests.find(request)?.state, .ended)
    XCTAssertEqual(try house.view(customers[1]).customer.state, .signed)
    XCTAssertEqual(try house.alerts(of: .zhang).first?.kind, .moved)
    XCTAssertEqual(try house.alerts(of: .zhang).first?.count, 2)
  }

  /// By the policy of the new department: its clocks, its capacity.
  func testByThePolicyOfTheNewDepartment() throws {
    let house = try TestHouse()
    let text = String(decoding: try JSON.channel(["name": "small", "capacity": 1]).data, as: UTF8.self)
    try AdoptPolicy(text, from: house.calendar.day(of: house.now)).perform(
      by: house.id(.admin), at: house.now, in: house.house)
    try AddDepartment("小部", under: "总部", policy: "small").perform(
      by: house.id(.admin), at: house.now, in: house.house)
    let customers = try house.customers(2, in: .library(of: .zhang))
    try assertRefused(.libraryFull(held: 2, capacity: 1), leaves: house) {
      try move("zhang", to: "小部", taking: true, in: house)
    }
    try house.release(customers[1], by: .zhang)
    _ = try house.signed(opened: "2026-11-26")
    try move("zhang", to: "小部", taking: true, in: house)
    XCTAssertEqual(try house.view(customers[0]).opportunity?.policy, "small", "a signed one takes no slot")
  }

  /// Left behind, they are handed over first; with nothing he just goes.
  func testHeLeavesThemBehind() throws {
    let house = try TestHouse()
    try house.customer(in: .library(of: .zhang))
    try assertRefused(.stillHolds(1), leaves: house) { try move("zhang", to: "二部", in: house) }
    try house.handOver(.zhang, to: .manager)
    try move("zhang", to: "二部", in: house)
    XCTAssertEqual(try house.person(.zhang).departmentName, "二部")
  }

  /// R4.6: what is over flows back before he goes, and he needs no room for it.
  func testWhatIsOverFlowsBackFirst() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    try house.tick(through: "2026-12-26 10:00")
    try house.set("2026-12-27 00:00")
    try move("zhang", to: "二部", in: house)
    XCTAssertEqual(try house.lastEnd(customer)?.reason, .flowedBack(clocks: ["note"]))
  }

  func testWhoIsNotMoved() throws {
    let house = try TestHouse()
    for (login, department, who, refusal) in [
      ("zhang", "一部", .admin, .sameDepartment), ("nobody", "二部", .admin, .unknownPerson("nobody")),
      ("zhang", "九部", .admin, .invalidField("department", .unknown)),
      ("zhang", "二部", .manager, .notAllowed(.movePerson)), ("li", "一部", .manager, .notAllowed(.movePerson)),
      ("zhang", "二部", .zhang, .notAllowed(.movePerson)),
    ] as [(String, String, TestHouse.Who, Refusal)] {
      try assertRefused(refusal, leaves: house) { try move(login, to: department, by: who, in: house) }
    }
  }
}
