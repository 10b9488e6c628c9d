import Domain
import Storage
import TestSupport
import XCTest

@testable import Services

/// What each check leaves, and who sees it (R5.6).
final class ReceiptTests: XCTestCase {
  private let known = "苏州日东精密电子有限公司"

  @discardableResult
  private func check(_ house: TestHouse, _ query: CollisionQuery, by who: TestHouse.Who = .zhang) throws
    -> Receipt
  {
    try CheckCollision(query).perform(by: house.id(who), at: house.now, in: house.house)
  }

  private func receipt(_ code: String, of house: TestHouse, by who: TestHouse.Who) throws -> KeptReceipt {
    try ReceiptView.read(try XCTUnwrap(ReceiptCode(code)), by: house.id(who), in: house.house)
  }

  func testAReceiptSaysWhoSearchedWhatAndWhatWasFound() throws {
    let house = try TestHouse()
    let customer = try house.customer(known, in: .library(of: .li), phone: "0512-60010001")
    house.pass(hours: 1)
    let left = try check(house, CollisionQuery(name: known, phones: ["0512-60010001", "13912345678"]))
    XCTAssertEqual(left.code?.text, "C261126-0002")
    let kept = try receipt("C261126-0002", of: house, by: .zhang)
    XCTAssertEqual(kept.person, try house.holder(.zhang))
    XCTAssertEqual(kept.at, house.now)
    XCTAssertEqual(kept.act, .check)
    XCTAssertEqual(kept.name, known)
    XCTAssertEqual(kept.numbers, ["0512-6001 0001", "139 1234 5678"])
    XCTAssertEqual(kept.verdict, .mayNotFollow)
    let hit = try XCTUnwrap(kept.hits.first)
    XCTAssertEqual(kept.hits.count, 1)
    XCTAssertEqual(hit.customer, customer)
    XCTAssertEqual(hit.holder, try house.holder(.li))
    XCTAssertEqual(hit.state, .pending)
    XCTAssertEqual(hit.matchedBy, [.name, .number])
    XCTAssertEqual(hit.matched, [known, "0512-6001 0001"])
    XCTAssertEqual([hit.verdict.rawValue, hit.reason], ["may_not_follow", "held"])
    // What was found stays as it was, whatever becomes of the customer.
    try house.release(customer, by: .li)
    XCTAssertEqual(
      try receipt("C261126-0002", of: house, by: .zhang).hits.first?.holder, try house.holder(.li))
  }

  /// R5.7: entering and picking leave one; so does an entry that is refused, and nothing else of it stays.
  func testEveryWayInLeavesAReceipt() throws {
    let house = try TestHouse()
    let customer = try house.customer(known, in: .library(of: .li))
    let refused = try assertCollides(leaves: house) { try house.enter(house.form(known), by: .zhang) }
    XCTAssertEqual(refused.code?.text, "C261126-0002")
    let sea = try house.customer(in: .sea)
    try house.pick(sea, by: .zhang)
    let receipts = try ["C261126-0001", "C261126-0002", "C261126-0003"].map {
      try receipt($0, of: house, by: .support)
    }
    XCTAssertEqual(receipts.map(\.act), [.enter, .enter, .pick])
    XCTAssertEqual(receipts.map(\.verdict), [.mayEnter, .mayNotFollow, .mayPick])
    XCTAssertEqual(receipts.map(\.hitCount), [0, 1, 0])
    XCTAssertEqual(receipts[1].hits.map(\.customer), [customer])
  }

  /// A pick that another customer's number stops leaves one as well (R5.3).
  func testARefusedPickLeavesAReceipt() throws {
    let house = try TestHouse()
    let sea = try house.customer(in: .sea, phone: "0512-60010001")
    let other = try house.customer(in: .sea, phone: "0512-60010002")
    try house.store().connection.run(
      "UPDATE number SET collision_key = '+8651260010001' WHERE customer = ?", [other])
    let receipt = try assertCollides(leaves: house) { try house.pick(sea, by: .zhang) }
    XCTAssertEqual(receipt.hits.map(\.customer), [other])
    XCTAssertEqual(try self.receipt(try XCTUnwrap(receipt.code?.text), of: house, by: .zhang).act, .pick)
  }

  /// R2.2, R3.7: what a pick compared nobody typed; neither its refusal nor a receipt tells numbers, for which no pick was
  /// spent. What one typed oneself one reads again.
  func testNoReceiptTellsNumbersOfTheSea() throws {
    let house = try TestHouse()
    let numbers = ["0512-60010001", "13900000012"]
    let sea = try house.customer(known, in: .sea, phone: numbers[0])
    try house.store().connection.run(
      """
      INSERT INTO number (customer, use, display, dialled, masked, collision_key, mark)
      VALUES (?, 'mobile', '139 0000 0012', '13900000012', '139****0012', '+8613900000012', 'good')
      """, [sea])
    let own = try house.customer(in: .library(of: .zhang), phone: "0512-60020002")
    try house.change(own, by: .zhang) { $0.name = "苏州日东精密电子有限公司" }
    let refused = try assertCollides(leaves: house) { try house.pick(sea, by: .zhang) }
    let kept = try receipt(try XCTUnwrap(refused.code?.text), of: house, by: .zhang)
    let listed = try ReceiptView.list(limit: 9, by: house.id(.zhang), in: house.house)
    let about = try ReceiptView.list(about: own, limit: 9, by: house.id(.zhang), in: house.house)
    XCTAssertTrue(listed.contains { $0.act == .pick } && about.contains { $0.act == .pick })
    for receipt in listed + about + [kept] where receipt.act == .pick {
      XCTAssertEqual(Set(receipt.numbers), ["0512-6****01", "139****0012"], "\(receipt)")
    }
    XCTAssertEqual(Set(refused.numbers), ["0512-6****01", "139****0012"])
    let typed = try check(house, CollisionQuery(phones: numbers))
    XCTAssertEqual(try receipt(try XCTUnwrap(typed.code?.text), of: house, by: .zhang).numbers, typed.numbers)
    XCTAssertEqual(typed.numbers, ["0512-6001 0001", "139 0000 0012"])
  }

  /// A receipt of old, which has them whole, tells them to him alone who typed them.
  func testReceiptsOfOldTellWhatWasTypedAlone() throws {
    let house = try TestHouse()
    let holder = try house.holder(.zhang)
    for (act, serial, shown) in [
      (Act.pick, 71, "0512-6****01"), (.answerApplication, 72, "0512-6****01"),
      (.enter, 73, "0512-6001 0001"),
    ] {
      let code = ReceiptCode(day: house.calendar.day(of: house.now), serial: serial)
      try house.store().receipts.add(
        Receipt(
          code: code, at: house.now, person: holder, act: act, name: known, numbers: ["0512-6001 0001"],
          verdict: .mayPick, hits: [], hasMore: false))
      XCTAssertEqual(try receipt(code.text, of: house, by: .zhang).numbers, [shown], act.rawValue)
      XCTAssertEqual(
        try receipt(code.text, of: house, by: .support).numbers, ["0512-6001 0001"], act.rawValue)
    }
  }

  /// R2.2: who tries numbers out one by one is on record, by the hour; each sees what the audit lets him see.
  func testSearchesForNumbersAreCountedByTheHour() throws {
    let house = try TestHouse()
    func search(_ who: TestHouse.Who, _ count: Int) throws {
      for _ in 0..<count { try NoteNumberSearch().perform(by: house.id(who), at: house.now, in: house.house) }
    }
    try search(.zhang, 3)
    try search(.li, 1)
    house.pass(hours: 1)
    try search(.zhang, 2)
    func seen(_ who: TestHouse.Who) throws -> [String] {
      try Reading.numberSearches(limit: 9, by: house.id(who), in: house.house).map {
        "\($0.login) \($0.searches)"
      }
    }
    XCTAssertEqual(try seen(.director), ["zhang 2", "zhang 3", "li 1"])
    XCTAssertEqual(try seen(.manager), ["zhang 2", "zhang 3"])
    XCTAssertEqual(try seen(.li), ["li 1"])
  }

  /// What others searched besides one's own customer is not one's to know (R5.4).
  func testTheHolderReadsOfTheNumbersHisOwn() throws {
    let house = try TestHouse()
    let own = try house.customer(known, in: .library(of: .zhang), phone: "0512-60010001")
    try check(house, CollisionQuery(name: known, phones: ["0512-60010001", "13912345678"]), by: .li)
    let about = try ReceiptView.list(about: own, limit: 1, by: house.id(.zhang), in: house.house)
    XCTAssertEqual(about.map(\.numbers), [["0512-6001 0001", "139****5678"]])
    XCTAssertEqual(
      try receipt(try XCTUnwrap(about.first?.code.text), of: house, by: .li).numbers,
      ["0512-6001 0001", "139 1234 5678"])
  }

  /// The day is the house's; the count begins anew with it.
  func testCodesCountByTheDayOfTheHouse() throws {
    let house = try TestHouse(at: "2026-11-26 23:59")
    XCTAssertEqual(try check(house, CollisionQuery(name: known)).code?.text, "C261126-0001")
    XCTAssertEqual(try check(house, CollisionQuery(name: known), by: .li).code?.text, "C261126-0002")
    house.pass(minutes: 1)
    XCTAssertEqual(try check(house, CollisionQuery(name: known)).code?.text, "C261127-0001")
  }

  func testOnesOwnAndSupportSeeAReceipt() throws {
    let house = try TestHouse()
    try check(house, CollisionQuery(name: known))
    for who in TestHouse.Who.allCases where ![.zhang, .support].contains(who) {
      assertRefused(.notAllowed(.check)) { _ = try receipt("C261126-0001", of: house, by: who) }
    }
    XCTAssertNoThrow(try receipt("C261126-0001", of: house, by: .support))
    assertRefused(.unknownReceipt("C261126-0009")) {
      _ = try receipt("C261126-0009", of: house, by: .support)
    }
    XCTAssertEqual(
      try ReceiptView.list(limit: 9, by: house.id(.zhang), in: house.house).map(\.code.text), ["C261126-0001"]
    )
    XCTAssertEqual(try ReceiptView.list(limit: 9, by: house.id(.li), in: house.house).count, 0)
  }

  /// R3.11: its receipts join those of the one it is merged into; the newest first.
  func testTheReceiptsOfACustomer() throws {
    let house = try TestHouse()
    let customer = try house.customer(known, in: .library(of: .zhang))
    let other = try house.customer("苏州听雨包装有限公司", in: .sea)
    try check(house, CollisionQuery(name: known), by: .li)
    try check(house, CollisionQuery(name: "苏州听雨包装有限公司"), by: .li)
    try check(house, CollisionQuery(name: "苏州秋水食品有限公司"), by: .li)
    let list = { (customer: CustomerID, who: TestHouse.Who, limit: Int) in
      try ReceiptView.list(about: customer, limit: limit, by: house.id(who), in: house.house)
        .map(\.code.text)
    }
    let serials = { (receipts: [String]) in receipts.map { $0.suffix(4) } }
    for who in [TestHouse.Who.zhang, .manager, .director, .support] {
      XCTAssertEqual(serials(try list(customer, who, 9)), ["0002"], "\(who)")
    }
    for who in [TestHouse.Who.li, .clerk, .reception] {
      assertRefused(.notAllowed(.check)) { _ = try list(customer, who, 9) }
    }
    assertRefused(.notAllowed(.check)) { _ = try list(other, .manager, 9) }
    try house.merge(customer, other)
    for either in [customer, other] {
      XCTAssertEqual(serials(try list(either, .zhang, 9)), ["0003", "0002"])
      XCTAssertEqual(serials(try list(either, .zhang, 1)), ["0003"])
    }
    try house.release(customer, by: .zhang)
    assertRefused(.notAllowed(.check)) { _ = try list(customer, .zhang, 9) }
    XCTAssertEqual(try list(customer, .support, 9).count, 2)
  }

  func testReceiptsAreFinal() throws {
    let house = try TestHouse()
    try house.customer(known, in: .sea)
    try check(house, CollisionQuery(name: known))
    let connection = try house.store().connection
    for sql in [
      "UPDATE receipt SET name = ''", "DELETE FROM receipt_hit", "UPDATE receipt_hit SET verdict = 'judge'",
      "DELETE FROM receipt",
    ] {
      XCTAssertThrowsError(try connection.run(sql), sql)
    }
  }

  /// R12.2: each is one clear refusal, and leaves nothing.
  func testWhatCantBeSearched() throws {
    let house = try TestHouse()
    for (field, problem, query) in [
      ("name", .missing, CollisionQuery()), ("name", .missing, CollisionQuery(name: " \u{3000}")),
      ("name", .tooShort, CollisionQuery(name: "潮")), ("name", .tooShort, CollisionQuery(name: "A!")),
      ("name", .saysNothing, CollisionQuery(name: "贸易有限公司")),
      ("name", .saysNothing, CollisionQuery(name: "苏州集团")),
      ("name", .unreadable, CollisionQuery(name: "😀😀")), ("name", .unreadable, CollisionQuery(name: "！？")),
      ("name", .unreadable, CollisionQuery(name: "1234")),
      ("name", .tooLong, CollisionQuery(name: String(repeating: "长", count: 10_000))),
      ("name", .controlCharacters, CollisionQuery(name: "日东\u{1B}[2J")),
      ("phone", .notANumber, CollisionQuery(phones: ["abc"])),
      ("phone", .notANumber, CollisionQuery(name: known, phones: ["123"])),
      ("mobile", .notANumber, CollisionQuery(mobiles: [String(repeating: "1", count: 30)])),
      ("fax", .notANumber, CollisionQuery(faxes: ["0512-60010001", ""])),
      ("wechat", .unreadable, CollisionQuery(wechats: ["abc"])),
      ("area", .unknown, CollisionQuery(name: known, area: "0111")),
    ] as [(String, Refusal.Problem, CollisionQuery)] {
      try assertRefused(.invalidField(field, problem), leaves: house) { _ = try check(house, query) }
    }
  }

  // MARK: bases of before

  /// R5.1: the engine reckons the keys of a base that had none; until then whole names and numbers are found.
  func testKeysOfABaseOfBeforeAreReckonedByTheEngine() throws {
    let house = try TestHouse()
    let customer = try house.customer(known, in: .sea)
    try BlockName("苏州秋水食品有限公司", true).perform(by: house.id(.manager), at: house.now, in: house.house)
    let connection = try house.store().connection
    let keys = {
      try BaseDump(house.path).values(
        "SELECT coalesce(name_key, '-') FROM customer UNION ALL SELECT coalesce(name_key, '-') FROM blocked_name"
      )
    }
    let reckoned = try keys()
    try connection.run("UPDATE customer SET name_key = NULL")
    try connection.run("UPDATE blocked_name SET name_key = NULL")
    let query = CollisionQuery(name: "昆山日东精密电子商行")
    let look = { try CollisionLook.read(query, by: house.id(.zhang), at: house.now, in: house.house) }
    XCTAssertEqual(try look().hits.filter(\.counts), [])
    _ = try Engine(house.house).tick(at: house.now, wallClock: house.now)
    XCTAssertEqual(try keys(), reckoned)
    XCTAssertEqual(reckoned, ["日东精密电子", "秋水食品"])
    XCTAssertEqual(try look().hits.filter(\.counts).map(\.customer), [customer])
  }
}
