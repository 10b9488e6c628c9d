import Domain
import Services
import TestSupport
import XCTest

/// The effective due is what counts, not the moment the engine ran (R4.6).
final class SettleTests: XCTestCase {
  /// Held by zhang and warned, at its due moment; whether the engine has come to it must not matter.
  private func atTheDueMoment(engineCame: Bool) throws -> (TestHouse, CustomerID) {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    try house.tick(through: "2026-12-26 12:00")
    try house.set("2026-12-27 00:00")
    if engineCame { XCTAssertEqual(try house.tick().released, 1) }
    return (house, customer)
  }

  func testAnyActOfTheHolderIsRefusedAsFlowedBack() throws {
    for engineCame in [false, true] {
      let (house, customer) = try atTheDueMoment(engineCame: engineCame)
      let (due, zhang) = (house.now, house.id(.zhang))
      assertRefused(.flowedBack(at: due)) { try house.note(customer, by: .zhang) }
      assertRefused(.flowedBack(at: due)) { try house.release(customer, by: .zhang) }
      assertRefused(.flowedBack(at: due)) {
        try PlanContact(nil, with: customer).perform(by: zhang, at: due, in: house.house)
      }
      assertRefused(.flowedBack(at: due)) { try house.takeBack(NoteID(1), on: customer, by: .zhang) }
      XCTAssertEqual(try BaseDump(house.path).count("note"), 0)
    }
  }

  func testASecondBeforeEverythingGoesOn() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    try house.tick(through: "2026-12-26T23:59:59")
    XCTAssertNoThrow(try house.note(customer, by: .zhang))
    XCTAssertEqual(try house.due(customer), "2027-01-25 24:00")
  }

  func testTheActReleasesItFirst() throws {
    let (house, customer) = try atTheDueMoment(engineCame: false)
    house.pass(hours: 5)
    assertRefused(code: "flowed_back") { try house.note(customer, by: .zhang) }
    let holding = try XCTUnwrap(try house.view(customer, as: .li).holdings.first)
    XCTAssertEqual(holding.endedAt, try house.time("2026-12-27 00:00"), "the due moment, not the act's")
    XCTAssertEqual(holding.endReason, .flowedBack(clocks: ["note"]))
    XCTAssertEqual(try house.tick(), TickReport(), "nothing is left for the engine")
  }

  func testTheTypedNoteIsKeptAsADraft() throws {
    for engineCame in [false, true] {
      let (house, customer) = try atTheDueMoment(engineCame: engineCame)
      assertRefused(code: "flowed_back") {
        try house.note(customer, by: .zhang, text: "要报价", draft: #"{"text":"要报价"}"#)
      }
      let drafts = try Reading.drafts(of: house.id(.zhang), in: house.house)
      XCTAssertEqual(drafts.map(\.customer), [customer])
      XCTAssertEqual(drafts.map(\.entry), [#"{"text":"要报价"}"#])
    }
  }

  func testNothingIsKeptOfANoteOnSomebodyElsesCustomer() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .li))
    try assertRefused(.notHeld, leaves: house) { try house.note(customer, by: .zhang, draft: "{}") }
    try assertRefused(.unknownCustomer("K000099"), leaves: house) {
      try house.note(CustomerID(99), by: .zhang, draft: "{}")
    }
  }

  /// At that moment the first pick wins, its former holder's too where there is no cool-down.
  func testAtTheDueMomentTheFirstPickWins() throws {
    for engineCame in [false, true] {
      let (house, customer) = try atTheDueMoment(engineCame: engineCame)
      try house.pick(customer, by: .li)
      assertRefused(.held(by: try house.holder(.li), since: house.now)) {
        try house.pick(customer, by: .zhang)
      }
      assertRefused(.flowedBack(at: house.now)) { try house.note(customer, by: .zhang) }
      XCTAssertEqual(try house.due(customer, as: .li), "2027-01-26 24:00")
    }
  }

  func testASecondBeforeThePickLoses() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    let since = house.now
    try house.tick(through: "2026-12-26T23:59:59")
    assertRefused(.held(by: try house.holder(.zhang), since: since)) { try house.pick(customer, by: .li) }
  }

  // MARK: what is shown

  func testListAndCustomerShowItAsGone() throws {
    for engineCame in [false, true] {
      let (house, customer) = try atTheDueMoment(engineCame: engineCame)
      XCTAssertEqual(try house.library(of: .zhang).rows.count, 0)
      let view = try house.view(customer, as: .li)
      XCTAssertEqual(view.customer.state, .unassigned)
      XCTAssertNil(view.customer.holder)
      XCTAssertNil(view.holder)
      XCTAssertNil(view.standing)
      XCTAssertNil(view.opportunity)
      XCTAssertFalse(view.isWhole)
      XCTAssertEqual(view.customer.releasedAt, house.now)
      XCTAssertEqual(view.holdings.map(\.endedAt), [house.now])
      XCTAssertEqual(view.holdings.map(\.endReason), [.flowedBack(clocks: ["note"])])
    }
  }

  /// List and customer tell one and the same due, also of one that was not warned in time (R4.6, R4.7).
  func testListAndCustomerAgreeOnTheDue() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    for moment in [
      "2026-12-18 09:00", "2026-12-25 10:00", "2026-12-25 10:01", "2026-12-26 20:00", "2026-12-27 00:00",
      "2026-12-30 12:00",
    ] {
      try house.set(moment)
      let shown = try XCTUnwrap(try house.library(of: .zhang).rows.first?.due, moment)
      XCTAssertEqual(house.calendar.dueText(shown), try house.due(customer), moment)
    }
    XCTAssertEqual(try house.due(customer), "2026-12-31 24:00")
  }

  // MARK: nobody is released unwarned (R4.7)

  func testAnActOnAnUnwarnedCustomerWarnsAndDoesNotRelease() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    try house.set("2026-12-28 10:00")  // the engine was down since the entry
    assertRefused(code: "held") { try house.pick(customer, by: .li) }
    XCTAssertEqual(try house.due(customer), "2026-12-29 24:00")
    XCTAssertEqual(try Reading.alerts(of: house.id(.zhang), limit: 9, in: house.house).map(\.kind), [.warned])
    XCTAssertNoThrow(try house.note(customer, by: .zhang))
  }

  /// Whoever looks at the sea, or at what left him, sees it from the moment itself; what the fuse holds back, and what is
  /// not warned of yet, stays.
  func testTheMomentCountsInTheSea() throws {
    let (house, customer) = try atTheDueMoment(engineCame: false)
    let unwarned = try house.customer(in: .library(of: .li))
    try SettleDue().perform(at: house.now - 1, in: house.house)
    XCTAssertEqual(try BaseDump(house.path).count("opportunity", where: "ended_at IS NOT NULL"), 0)
    try SettleDue().perform(at: house.now, in: house.house)
    XCTAssertEqual(try house.lastEnd(customer)?.at, "2026-12-26 24:00")
    XCTAssertEqual(
      try LostView.read(by: house.id(.zhang), at: house.now, in: house.house).rows.map(\.id), [customer])
    XCTAssertEqual(try house.view(unwarned, as: .li).holder, try house.holder(.li))
    let before = try BaseDump(house.path).all()
    try SettleDue().perform(at: house.now, in: house.house)
    XCTAssertEqual(try BaseDump(house.path).all(), before)
  }

  func testWhatTheFuseWouldHoldBackIsLeftToTheEngine() throws {
    let house = try TestHouse(
      Policy.channel(["fuse": ["count": 1, "percent": 20, "behind": "5m", "ahead": "15d", "jump": "5m"]]))
    _ = try house.customers(3, in: .library(of: .zhang))
    try house.tick(through: "2026-12-26 12:00")
    try house.set("2026-12-27 00:00")
    try SettleDue().perform(at: house.now, in: house.house)
    XCTAssertEqual(try BaseDump(house.path).count("opportunity", where: "ended_at IS NOT NULL"), 0)
  }

  /// R4.17: a callback beyond the due is shown in the warning; where it comes to nothing its agent is told.
  func testACallbackBeyondTheDue() throws {
    let house = try TestHouse()
    let (late, early) = (
      try house.customer(in: .library(of: .zhang)), try house.customer(in: .library(of: .zhang))
    )
    try house.plan(late, "2026-12-28 10:00")
    try house.plan(early, "2026-12-22 10:00")
    try house.tick(through: "2026-12-20 12:00")
    XCTAssertEqual(
      try house.alerts(of: .zhang).filter { $0.kind == .warned }.map {
        [$0.customer?.value == late.value, $0.next != nil]
      },
      [[false, false], [true, true]])
    try house.tick(through: "2026-12-27 00:00")
    let ended = try house.alerts(of: .zhang).filter { $0.kind == .flowedBack }
    XCTAssertEqual(
      Set(ended.map { $0.next?.at }),
      [try house.time("2026-12-28 10:00"), try house.time("2026-12-22 10:00")])
    XCTAssertNil(try house.view(late, as: .director).customer.nextContact)
  }
}
