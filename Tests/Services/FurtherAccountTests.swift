import Domain
import Services
import TestSupport
import XCTest

/// A further account of a signed customer: a record of its own, linked to the first (R9.2).
final class FurtherAccountTests: XCTestCase {
  private let contract = "日东精密电子"

  /// Signed by li and opened, with the account that zhang was granted.
  private func opened(_ house: TestHouse) throws -> (main: CustomerID, account: CustomerID) {
    let main = try house.signed(by: .li, opened: "2026-11-01")
    return (main, try grant(main, to: .zhang, in: house))
  }

  private func grant(_ main: CustomerID, to who: TestHouse.Who, in house: TestHouse) throws -> CustomerID {
    let name = try house.view(main, as: .li).customer.name
    let application = try house.apply(name, by: who)
    try house.answer(application, .grant(main))
    return try XCTUnwrap(try house.view(main, as: .li).accounts.last?.id)
  }

  func testTheGrantOpensItAndMovesNothing() throws {
    let house = try TestHouse(.channel(["capacity": 1]))
    let (main, account) = try opened(house)
    let (first, second) = (try house.view(main, as: .li), try house.view(account))
    XCTAssertEqual(first.holder, try house.holder(.li))
    XCTAssertEqual(first.customer.state, .signed)
    XCTAssertEqual(second.holder, try house.holder(.zhang))
    XCTAssertEqual(second.customer.state, .pending)
    XCTAssertEqual(second.customer.name, first.customer.name)
    XCTAssertEqual(second.numbers.map(\.collisionKey), first.numbers.map(\.collisionKey))
    XCTAssertEqual([second.accountOf?.id], [main])
    XCTAssertNotNil(second.standing, "its own clocks")
    XCTAssertEqual(try house.library(of: .zhang).held, 1, "one slot")
    assertRefused(code: "library_full") { try house.customer(in: .library(of: .zhang)) }
    let events = try Reading.audit(of: main, limit: 9, by: house.id(.director), in: house.house)
    let details = events.filter { $0.act == "answer_application" }.map(\.detail)
    XCTAssert(
      details.first?.contains("\"account\":\"\(account.code)\"") ?? false, "\(events.map(\.act)) \(details)")
  }

  /// Neither of the two is a collision of the other; to everybody else both are, and the stricter rules.
  func testNoCollisionBetweenTheTwo() throws {
    let house = try TestHouse()
    let (main, account) = try opened(house)
    XCTAssertNoThrow(try house.change(account, by: .zhang) { $0.remark = "分公司用" })
    XCTAssertNoThrow(try house.change(main, by: .li) { $0.remark = "总部用" })
    for customer in [main, account] { XCTAssertNil(try house.view(customer, as: .director).dispute) }
    XCTAssertNoThrow(try house.transfer(account, to: .manager, by: .director))
    let name = try house.view(main, as: .li).customer.name
    let seen = try CheckCollision(CollisionQuery(name: name)).perform(
      by: house.id(.director), at: house.now, in: house.house)
    XCTAssertEqual(Set(seen.hits.compactMap(\.customer)), [main, account])
    XCTAssertEqual(seen.verdict, .mayNotFollow)
  }

  func testOneAtATime() throws {
    let house = try TestHouse()
    let (main, account) = try opened(house)
    try house.confirm(house.order(account, contract: contract))
    XCTAssertEqual(try house.view(account).customer.state, .signed)
    try house.open(try XCTUnwrap(try house.orders(of: account).first).order.id, on: "2026-11-26")
    XCTAssertNotEqual(try grant(main, to: .manager, in: house), account)
    try house.customer("昆山澄湖包装厂", in: .library(of: .director))
    let other = try house.apply("昆山澄湖包装有限公司", by: .zhang)
    try assertRefused(.accountOpen(by: try house.holder(.manager)), leaves: house) {
      try house.answer(other, .grant(main))
    }
  }

  func testUnsignedAtItsEndItIsVoidAndNeverInTheSea() throws {
    for end in ["rule", "hand"] {
      let house = try TestHouse()
      let (main, account) = try opened(house)
      if end == "rule" {
        try house.tick(through: "2026-12-28 09:00")
      } else {
        try house.release(account, by: .zhang)
      }
      let view = try house.view(account, as: .director)
      XCTAssertEqual(view.customer.state, .void, end)
      XCTAssertNil(view.holder)
      assertRefused(.wrongState(.void)) { try house.pick(account, by: .zhang) }
      XCTAssertEqual(try house.view(main, as: .li).customer.state, .signed)
      let event = try Reading.audit(of: account, limit: 1, by: house.id(.director), in: house.house).first
      XCTAssert(event?.detail.contains("\"after\":\"void\"") ?? false, event?.detail ?? "")
    }
  }

  /// It passes to another like any customer, and stays what it is.
  func testItIsTransferred() throws {
    let house = try TestHouse()
    let (main, account) = try opened(house)
    try house.transfer(account, to: .manager, by: .director)
    let view = try house.view(account, as: .director)
    XCTAssertEqual(view.holder, try house.holder(.manager))
    XCTAssertEqual(view.accountOf?.id, main)
    XCTAssertEqual(view.customer.state, .pending)
  }

  /// R3.9: given up as lost, it opens to nobody.
  func testLostItIsVoid() throws {
    let house = try TestHouse()
    let (_, account) = try opened(house)
    try house.answer(try house.askLost(account), granted: true)
    let customer = try house.view(account, as: .director).customer
    XCTAssertEqual(customer.state, .void)
    XCTAssertNil(customer.opensAt)
  }

  /// R3.11: what its customer was merged into has it.
  func testItFollowsAMerge() throws {
    let house = try TestHouse()
    let older = try house.customer(in: .sea)
    let (main, account) = try opened(house)
    try house.merge(older, main)
    XCTAssertEqual(try house.view(account).accountOf?.id, older)
  }

  func testItsOrderIsOfTheSameContract() throws {
    let house = try TestHouse()
    let (_, account) = try opened(house)
    try assertRefused(.otherContract([contract]), leaves: house) {
      try house.order(account, contract: "别的公司")
    }
    XCTAssertNoThrow(try house.order(account, contract: " 日东 精密电子 "))
  }

  func testWhoHasNoRoomAndWhoIsBlocked() throws {
    let full = try TestHouse(.channel(["capacity": 1]))
    let main = try full.signed(by: .li, opened: "2026-11-01")
    try full.customer(in: .library(of: .zhang))
    let name = try full.view(main, as: .li).customer.name
    let application = try full.apply(name)
    try assertRefused(.libraryFull(held: 1, capacity: 1), leaves: full) {
      try full.answer(application, .grant(main))
    }
    try BlockName(name, true).perform(by: full.id(.manager), at: full.now, in: full.house)
    try assertRefused(.blocked, leaves: full) { try full.answer(application, .grant(main)) }
  }

  /// What a channel never signed has no further accounts.
  func testWhatADirectDepartmentSignedHasNone() throws {
    let house = try TestHouse()
    try AddDepartment("三部", under: "总部", kind: .direct).perform(
      by: house.id(.admin), at: house.now, in: house.house)
    let seller = try AddPerson(login: "wen", name: "温立夏", department: "三部", roles: [.agent]).perform(
      by: house.id(.admin), at: house.now, in: house.house)
    let customer = try house.customer(in: .library(of: .li))
    try TransferCustomer(customer, to: seller).perform(
      by: house.id(.director), at: house.now, in: house.house)
    let order = try AddOrder(customer, amount: Amount(fen: 100), contract: contract).perform(
      by: seller, at: house.now, in: house.house)
    try house.confirm(order)
    try house.open(order, on: "2026-11-26")
    let held = Refusal.held(
      by: Refusal.Holder(id: seller, name: "温立夏", department: "三部"), since: house.now)
    let name = try house.view(customer, as: .director).customer.name
    try assertRefused(held, leaves: house) { _ = try house.apply(name) }
  }
}
