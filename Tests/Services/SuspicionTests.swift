import Domain
import TestSupport
import XCTest

@testable import Services

/// What looks like work that was not done (R6.5, R3.6), each with a row beside it that is none.
final class SuspicionTests: XCTestCase {
  private func found(_ house: TestHouse, _ sign: SuspicionSign, of who: TestHouse.Who? = nil) throws
    -> [FoundSign]
  {
    let today = house.rules.calendar.day(of: house.now)
    return try SuspicionView.read(
      of: who.map(house.id), by: house.id(.director), during: today - 30...today, at: house.now,
      in: house.house
    ).found.map(\.found).filter { $0.sign == sign }
  }

  private func note(
    _ house: TestHouse, _ customer: CustomerID, _ text: String, _ outcome: Outcome = .connected,
    kind: NoteKind = .message, number: String? = nil, by who: TestHouse.Who = .zhang
  ) throws -> NoteID {
    try house.write(
      NoteEntry(kind: kind, outcome: outcome, text: text, number: number), on: customer, by: who
    ).note
  }

  func testOneTextOnManyCustomers() throws {
    let house = try TestHouse()
    let customers = try house.customers(4, in: .library(of: .zhang))
    for customer in customers { _ = try note(house, customer, "没人接", .noAnswer) }
    for customer in customers[..<2] { _ = try note(house, customer, "要一份报价") }
    XCTAssertEqual(try found(house, .sameText).count, 0, "two are no pattern")
    let third = try note(house, customers[2], " 要一份报价 ")
    _ = try note(house, customers[0], "要一份报价")
    let sign = try XCTUnwrap(try found(house, .sameText).first)
    XCTAssertEqual([sign.text, "\(sign.count)"], ["要一份报价", "4"])
    XCTAssertEqual(sign.customers, Array(customers[..<3]))
    XCTAssert(sign.evidence.contains(third.value))
    try house.takeBack(third, on: customers[2], by: .zhang)
    XCTAssertEqual(try found(house, .sameText).count, 0, "what was taken back shows nothing")
  }

  func testHardlyAWordWhereTextIsAskedFor() throws {
    let house = try TestHouse()
    let customers = try house.customers(3, in: .library(of: .zhang))
    let short = try note(house, customers[0], " 好的 ")
    _ = try note(house, customers[1], "要报价单")
    _ = try note(house, customers[2], "", .noAnswer)
    _ = try note(house, customers[2], "不", .refused)
    XCTAssertEqual(try found(house, .shortText).map(\.evidence), [[short.value]])
  }

  func testCallsWithoutADial() throws {
    let house = try TestHouse()
    let customers = try house.customers(6, in: .library(of: .zhang))
    // Three within a minute, and others that are no calls.
    for customer in customers[..<3] {
      _ = try note(house, customer, "", .noAnswer, kind: .call)
      _ = try note(house, customer, "发了资料给他", kind: .mail)
      house.now = house.now + 10
    }
    XCTAssertEqual(try found(house, .undialled).count, 0)
    house.now = house.now + 28
    _ = try note(house, customers[3], "", .busy, kind: .call)
    let sign = try XCTUnwrap(try found(house, .undialled).first)
    XCTAssertEqual([sign.count, sign.evidence.count], [4, 4], "58 seconds from the first to the last")
    XCTAssertEqual(sign.customers, Array(customers[..<4]))
  }

  func testCallsThatWereDialledAreNone() throws {
    let house = try TestHouse()
    for customer in try house.customers(4, in: .library(of: .zhang)) {
      try DialNumber(of: customer).perform(by: house.id(.zhang), at: house.now, in: house.house)
      house.now = house.now + 10
      _ = try note(house, customer, "", .noAnswer, kind: .call)
    }
    XCTAssertEqual(try found(house, .undialled).count, 0)
  }

  func testFromOneToAnotherAndBack() throws {
    let house = try TestHouse()
    func ring(_ customer: CustomerID, pause: Int64) throws {
      for who in [TestHouse.Who.zhang, .li] {
        try house.pick(customer, by: who)
        house.now = house.now + pause
        try house.release(customer, by: who)
        house.now = house.now + 120
      }
      try house.pick(customer, by: .zhang)
    }
    let customers = try house.customers(3, in: .sea)
    try ring(customers[0], pause: 86_400)
    let sign = try XCTUnwrap(try found(house, .ring).first)
    XCTAssertEqual(sign.customers, [customers[0]])
    XCTAssertEqual(
      sign.text,
      try house.house.read(as: house.id(.zhang), .see, at: house.now) { try $0.person(house.id(.li)).name })
    // Picked again by the same person alone, or by one who never had it.
    try house.pick(customers[1], by: .zhang)
    house.now = house.now + 120
    try house.release(customers[1], by: .zhang)
    house.now = house.now + 120
    try house.pick(customers[1], by: .zhang)
    XCTAssertEqual(try found(house, .ring).count, 1)
  }

  func testANoteInTheLastMinutes() throws {
    let house = try TestHouse()
    let customers = try house.customers(2, in: .library(of: .zhang))
    try house.tick(through: "2026-12-26 23:40")
    _ = try note(house, customers[0], "说下周给答复")
    house.now = try house.time("2026-12-26 23:55")
    let late = try note(house, customers[1], "说下周给答复")
    XCTAssertEqual(try found(house, .lastMinute).map(\.evidence), [[late.value]])
  }

  func testTheLastNumberThatCouldBeCalled() throws {
    let house = try TestHouse()
    let customers = try house.customers(2, in: .library(of: .zhang))
    let numbers = try customers.map { try house.view($0).numbers.filter(\.isCallable).map(\.dialled) }
    let last = try note(house, customers[0], "", .deadNumber, kind: .call, number: numbers[0][0])
    try house.addNumber(customers[1], "13900000077")
    _ = try note(house, customers[1], "", .deadNumber, kind: .call, number: numbers[1][0])
    XCTAssertEqual(try found(house, .lastNumber).map(\.evidence), [[last.value]], "the other has one left")
  }

  func testEnteredAndGivenUpAtOnce() throws {
    let house = try TestHouse()
    let customers = try house.customers(2, in: .library(of: .zhang))
    house.now = house.now + 3600
    try house.release(customers[0], by: .zhang)
    house.now = house.now + 86_400
    try house.release(customers[1], by: .zhang)
    XCTAssertEqual(try found(house, .soonReleased).map(\.customers), [[customers[0]]])
  }

  func testChecksBeyondADaysWork() throws {
    let house = try TestHouse(.channel(["suspicions": try Self.suspicions(["checks_a_day": 2])]))
    func check() throws {
      _ = try CheckCollision(CollisionQuery(name: "苏州日东精密电子有限公司")).perform(
        by: house.id(.zhang), at: house.now, in: house.house)
    }
    for _ in 1...2 { try check() }
    XCTAssertEqual(try found(house, .checks).count, 0)
    house.now = house.now + 86_400
    try check()
    XCTAssertEqual(try found(house, .checks).count, 0, "a day each")
    for _ in 1...2 { try check() }
    XCTAssertEqual(try found(house, .checks).map(\.count), [3])
  }

  /// What is none of his to check nobody shows him.
  func testWhoseTheyAre() throws {
    let house = try TestHouse()
    for who in [TestHouse.Who.zhang, .li] {
      _ = try note(house, try house.customer(in: .library(of: who)), "好", by: who)
    }
    let today = house.rules.calendar.day(of: house.now)
    func read(_ reader: TestHouse.Who, of who: TestHouse.Who? = nil) throws -> [String] {
      try SuspicionView.read(
        of: who.map(house.id), by: house.id(reader), during: today...today, at: house.now, in: house.house
      ).found.map(\.who.login)
    }
    XCTAssertEqual(try read(.director).sorted(), ["li", "zhang"])
    XCTAssertEqual(try read(.manager), ["zhang"])
    assertRefused(.notAllowed(.passList)) { _ = try read(.zhang) }
    XCTAssertThrowsError(try read(.manager, of: .li))
  }

  /// Beside an agent's list stands what that day alone shows (R8.2).
  func testBesideTheListOfItsDay() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    _ = try note(house, customer, "好")
    func beside() throws -> Int {
      try EveningList.read(of: house.id(.zhang), by: house.id(.manager), at: house.now, in: house.house)
        .suspicions.count
    }
    XCTAssertEqual(try beside(), 1)
    house.now = house.now + 86_400
    XCTAssertEqual(try beside(), 0)
  }

  /// Neither a call that was taken back, nor one beside which a colleague dialled.
  func testWhoDialledAndWhatStayed() throws {
    let house = try TestHouse()
    let customers = try house.customers(4, in: .library(of: .zhang))
    var last: NoteID?
    for customer in customers { last = try note(house, customer, "", .noAnswer, kind: .call) }
    XCTAssertEqual(try found(house, .undialled).map(\.count), [4])
    try house.takeBack(try XCTUnwrap(last), on: customers[3], by: .zhang)
    XCTAssertEqual(try found(house, .undialled).count, 0, "three stay")
    // Passed on, dialled by its new holder, and noted by him: that is no dial of the other's.
    let house2 = try TestHouse()
    let others = try house2.customers(4, in: .library(of: .li))
    try DialNumber(of: others[0]).perform(by: house2.id(.li), at: house2.now, in: house2.house)
    for customer in others { try house2.transfer(customer, to: .zhang, by: .director) }
    house2.pass(minutes: 1)
    for customer in others { _ = try note(house2, customer, "", .noAnswer, kind: .call) }
    XCTAssertEqual(try found(house2, .undialled).map(\.count), [4])
  }

  /// The figures of the policy are the last that show, or the first that do not.
  func testTheEdges() throws {
    let house = try TestHouse(
      .channel([
        "suspicions": try Self.suspicions(["ring": "2d", "soon_released": "1d", "last_minute": "10m"])
      ]))
    let sea = try house.customers(2, in: .sea)
    for (customer, pause) in [(sea[0], Int64(2 * 86_400)), (sea[1], 2 * 86_400 + 1)] {
      try house.pick(customer, by: .zhang)
      house.now = house.now + 120
      try house.release(customer, by: .zhang)
      let released = house.now
      house.now = house.now + 120
      try house.pick(customer, by: .li)
      house.now = house.now + 120
      try house.release(customer, by: .li)
      house.now = released + pause
      try house.pick(customer, by: .zhang)
    }
    XCTAssertEqual(try found(house, .ring).map(\.customers), [[sea[0]]])
    let entered = try house.customers(2, in: .library(of: .zhang))
    house.now = house.now + 86_400
    try house.release(entered[0], by: .zhang)
    house.now = house.now + 1
    try house.release(entered[1], by: .zhang)
    XCTAssertEqual(try found(house, .soonReleased).map(\.customers), [[entered[0]]])
  }

  /// A note that renews nothing saves no customer.
  func testTheLastMinutesOfAClock() throws {
    let house = try TestHouse()
    let customers = try house.customers(3, in: .library(of: .zhang))
    try house.tick(through: "2026-12-26 23:49")
    house.now = try house.time("2026-12-26 23:50") - 1
    _ = try note(house, customers[0], "说下周给答复")
    house.now = house.now + 1
    let late = try note(house, customers[1], "说下周给答复")
    _ = try note(house, customers[2], "", .wrongNumber, kind: .call)
    XCTAssertEqual(try found(house, .lastMinute).map(\.evidence), [[late.value]])
  }

  private static func suspicions(_ changes: [String: JSON]) throws -> JSON {
    guard case .object(let all)? = try JSON.channel([:])["suspicions"] else { return .null }
    return .object(all.merging(changes) { $1 })
  }
}
