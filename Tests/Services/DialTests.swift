import Domain
import Services
import Storage
import TestSupport
import XCTest

/// Who dials what, when and how often (R6.3, R6.7): one rule, whoever asks.
final class DialTests: XCTestCase {
  private func house(quiet: [JSON] = [], tries: Int = 3) throws -> TestHouse {
    try TestHouse(
      Policy.channel(["calling": ["quiet_hours": .list(quiet), "daily_tries": .number(Double(tries))]]))
  }

  @discardableResult
  private func dial(
    _ customer: CustomerID, _ number: String? = nil, by who: TestHouse.Who = .zhang, in house: TestHouse
  ) throws -> DialNumber.Dialled {
    try DialNumber(number, of: customer).perform(by: house.id(who), at: house.now, in: house.house)
  }

  @discardableResult
  private func note(
    _ customer: CustomerID, _ outcome: Outcome, by who: TestHouse.Who = .zhang, in house: TestHouse
  ) throws -> WriteNote.Written {
    try house.write(NoteEntry(outcome: outcome, number: "051260001001"), on: customer, by: who)
  }

  /// The code of what keeps a customer from being dialled: as the act says it, and as his card shows it before.
  private func bar(_ customer: CustomerID, in house: TestHouse) throws -> String? {
    let view = try house.view(customer)
    let check = view.dialling(at: house.now, in: house.calendar)
    let shown = try check.bar(on: XCTUnwrap(check.choice(of: view.numbers) ?? view.numbers.first))
    do {
      try dial(customer, in: house)
      XCTAssertNil(shown)
      return nil
    } catch let refusal as Refusal {
      if case .noNumberToDial = refusal { return refusal.code }
      XCTAssertEqual(shown.map { Refusal.cannotDial($0) }, refusal)
      return refusal.code
    }
  }

  func testADialIsOnRecordWithItsNumberMasked() throws {
    let house = try house()
    let customer = try house.customer(in: .library(of: .zhang), phone: "0512-60001001")
    XCTAssertEqual(try dial(customer, in: house).number.dialled, "051260001001")
    let event = try XCTUnwrap(
      Reading.audit(of: customer, limit: 1, by: house.id(.zhang), in: house.house).first)
    XCTAssertEqual(event.act, "dial")
    XCTAssertEqual(event.detail, "{\"facts\":{\"number\":\"0512-6****01\"}}")
  }

  /// R6.7: counted over all agents and customers, for the number; a new day of the house counts anew.
  func testTriesCountForTheNumberOverAllAgents() throws {
    let house = try house()
    let mine = try house.customer("苏州日东精密电子有限公司", in: .library(of: .zhang), phone: "0512-60001001")
    let other = try house.customer("昆山青苇包装有限公司", in: .library(of: .li), phone: "0512-69990001")
    try house.addNumber(other, "0512-60001001", by: .li)
    XCTAssertEqual(try dial(mine, in: house).tries, 1)
    XCTAssertEqual(try dial(other, "051260001001", by: .li, in: house).tries, 2)
    try note(other, .noAnswer, by: .li, in: house)
    XCTAssertEqual(try dial(mine, in: house).tries, 3, "what came of a call is no further try")
    XCTAssertEqual(try bar(mine, in: house), "tried_enough")
    assertRefused(.cannotDial(.triedEnough(3))) { try dial(other, "051260001001", by: .li, in: house) }
    XCTAssertNoThrow(try dial(other, by: .li, in: house), "its other number is free, and is taken")
    try house.set("2026-11-27 00:00")
    XCTAssertNil(try bar(mine, in: house))
  }

  /// Calls by another phone are tries too, as they are noted; what is taken back is none.
  func testANotedCallIsATry() throws {
    let house = try house(tries: 2)
    let customer = try house.customer(in: .library(of: .zhang), phone: "0512-60001001")
    try note(customer, .busy, in: house)
    let last = try note(customer, .busy, in: house)
    XCTAssertEqual(try bar(customer, in: house), "tried_enough")
    try house.takeBack(last.note, on: customer, by: .zhang)
    XCTAssertNil(try bar(customer, in: house))
  }

  /// A try belongs to the day of the house at whose first second it was made; a letter or a visit is none.
  func testATryIsACallOfItsDay() throws {
    let house = try house(tries: 1)
    try house.set("2026-11-27 00:00")
    let customer = try house.customer(in: .library(of: .zhang), phone: "0512-60001001")
    try dial(customer, in: house)
    try house.set("2026-11-27 09:00")
    XCTAssertEqual(try bar(customer, in: house), "tried_enough")
    let visited = try house.customer("昆山青苇包装有限公司", in: .library(of: .zhang), phone: "0512-69990001")
    try house.write(
      NoteEntry(kind: .visit, outcome: .connected, text: "上门看了", number: "051269990001"), on: visited,
      by: .zhang)
    XCTAssertNil(try bar(visited, in: house))
  }

  /// At every minute at which something begins or ends, the card says what the act does.
  func testQuietHoursBeginAndEndToTheMinute() throws {
    let house = try house(quiet: ["12:00-13:30", "21:00-24:00", "00:00-08:30"], tries: 0)
    let customer = try house.customer(in: .library(of: .zhang))
    for (time, isQuiet) in [
      ("11:59", false), ("12:00", true), ("13:29", true), ("13:30", false), ("20:59", false), ("21:00", true),
    ] {
      try house.set("2026-11-26 \(time)")
      XCTAssertEqual(try bar(customer, in: house), isQuiet ? "quiet_hours" : nil, time)
    }
    assertRefused(.cannotDial(.quiet(until: try house.time("2026-11-27 08:30")))) {
      try dial(customer, in: house)
    }
    try house.set("2026-11-27 08:29")
    XCTAssertEqual(try bar(customer, in: house), "quiet_hours")
    try house.set("2026-11-27 08:30")
    XCTAssertNil(try bar(customer, in: house))
  }

  func testQuietHoursMayPassMidnight() throws {
    let house = try house(quiet: ["21:00-08:00"])
    let customer = try house.customer(in: .library(of: .zhang))
    for time in ["2026-11-26 23:59", "2026-11-27 00:00", "2026-11-27 07:59"] {
      try house.set(time)
      assertRefused(.cannotDial(.quiet(until: try house.time("2026-11-27 08:00")))) {
        try dial(customer, in: house)
      }
    }
  }

  func testAMarkedNumberIsNotDialled() throws {
    for (mark, code) in [
      (NumberMark.dead, "dead_number"), (.wrong, "wrong_number"), (.doNotCall, "do_not_call"),
    ] {
      let house = try house()
      let customer = try house.customer(in: .library(of: .zhang), phone: "0512-60001001")
      try house.mark(customer, "051260001001", mark)
      assertRefused(.cannotDial(.marked(mark))) { try dial(customer, "051260001001", in: house) }
      XCTAssertEqual(Refusal.cannotDial(.marked(mark)).code, code)
      XCTAssertEqual(try bar(customer, in: house), "no_callable_number")
    }
  }

  func testANumberOfSomebodyElseIsNotDialled() throws {
    let house = try house()
    let customer = try house.customer(in: .library(of: .zhang))
    assertRefused(.invalidField("number", .unknown)) { try dial(customer, "110", in: house) }
    assertRefused(.notHeld) { try dial(customer, by: .li, in: house) }
    XCTAssertEqual(try house.store().dials.tries(of: customer, since: house.now), [:], "nothing was noted")
  }

  /// R3.7: a pick of which a number was dialled counts, undone or not.
  func testADialledPickCounts() throws {
    let house = try TestHouse(Policy.channel(["daily_picks": 1]))
    let (one, other) = (try house.customer(in: .sea), try house.customer(in: .sea))
    try house.pick(one, by: .zhang)
    try dial(one, in: house)
    try house.undo(by: .zhang)
    assertRefused(.dailyLimit(picked: 1, limit: 1)) { try house.pick(other, by: .zhang) }
  }

  /// R4.15: a policy that was adopted before there were such rules takes those that ship.
  func testAnOlderVersionOfAPolicyIsStillRead() throws {
    guard case .object(var keys) = try JSON.channel([:]) else { return XCTFail("no object") }
    keys["calling"] = nil
    let old = String(decoding: try JSON.object(keys).data, as: UTF8.self)
    let policy = try house().rules.readPolicy(old)
    XCTAssertEqual(policy.calling.dailyTries, try Policy.channel().calling.dailyTries)
  }
}
