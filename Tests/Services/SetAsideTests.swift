import Domain
import Storage
import TestSupport
import XCTest

@testable import Services

/// A customer is void for good, or deactivated until somebody takes it up again (作废, 停用; R2.4, R3.1).
final class SetAsideTests: XCTestCase {
  private func held() throws -> (TestHouse, CustomerID) {
    let house = try TestHouse()
    return (house, try house.customer("苏州日东精密电子有限公司", in: .library(of: .zhang)))
  }

  private let both: [(aside: Aside, state: CustomerState, end: EndReason, alert: AlertKind)] = [
    (.void, .void, .voided, .voided), (.inactive, .inactive, .deactivated, .deactivated),
  ]

  func testItsHolderLosesItAndReadsWhy() throws {
    for (aside, state, end, alert) in both {
      let (house, customer) = try held()
      try house.note(customer, by: .zhang)
      try house.setAside(customer, as: aside, reason: "重复录入")
      let view = try house.view(customer)
      XCTAssertEqual(view.customer.state, state)
      XCTAssertNil(view.customer.holder)
      XCTAssertEqual(view.holdings.first?.endReason, end)
      XCTAssertEqual(view.notes.count, 1, "its history stays")
      let told = try XCTUnwrap(try house.alerts(of: .zhang).first)
      XCTAssertEqual([told.kind.rawValue, told.remark], [alert.rawValue, "重复录入"])
      XCTAssertEqual(try house.library(of: .zhang).held, 0)
    }
  }

  /// Never picked, never given, never swept, never counted.
  func testNobodyPicksItAndNoClockRuns() throws {
    for (aside, state, _, _) in both {
      let (house, customer) = try held()
      let other = try house.customer(in: .sea)
      let before = try house.store().health.disagreements()
      try house.setAside(customer, as: aside)
      try assertRefused(.wrongState(state), leaves: house) { try house.pick(customer, by: .li) }
      try assertRefused(.wrongState(state), leaves: house) { try house.transfer(customer, to: .zhang) }
      XCTAssertEqual(try house.inTheSea(), [other])
      try house.set("2027-12-27 00:00")
      XCTAssertEqual(try house.tick(), TickReport())
      XCTAssertEqual(try house.view(customer).customer.state, state)
      XCTAssertTrue(try house.store().health.disagreements().areCountersRight)
      XCTAssertEqual(before.holders, 0)
    }
  }

  /// R5.5: void is for support to judge; so is what could be taken up again.
  func testACollisionWithItIsForSupportToJudge() throws {
    for (aside, _, _, _) in both {
      let (house, customer) = try held()
      try house.setAside(customer, as: aside)
      let receipt = try CheckCollision(CollisionQuery(name: "苏州日东精密电子有限公司")).perform(
        by: house.id(.li), at: house.now, in: house.house)
      XCTAssertEqual(receipt.hits.map(\.customer), [customer])
      XCTAssertEqual(receipt.hits.map(\.verdict), [.judge])
      XCTAssertEqual(receipt.hits.map(\.reason.code), [aside == .void ? "void" : "inactive"])
    }
  }

  func testAManagerDoesItInHisDepartmentsAndInTheSea() throws {
    let (house, customer) = try held()
    let (others, free) = (
      try house.customer(in: .library(of: .li)), try house.customer(in: .sea)
    )
    for who in [TestHouse.Who.zhang, .support, .clerk] {
      try assertRefused(.notAllowed(.void), leaves: house) { try house.setAside(customer, by: who) }
      try assertRefused(.notAllowed(.deactivate), leaves: house) {
        try house.setAside(customer, as: .inactive, by: who)
      }
    }
    try assertRefused(.notAllowed(.void), leaves: house) { try house.setAside(others) }
    XCTAssertNoThrow(try house.setAside(others, by: .director))
    XCTAssertNoThrow(try house.setAside(free))
    XCTAssertEqual(try house.alerts(of: .manager).map(\.kind), [], "nobody had it")
  }

  func testAReasonIsAsked() throws {
    let (house, customer) = try held()
    for (reason, problem) in [
      ("", Refusal.Problem.missing), (String(repeating: "长", count: 1_700_000), .tooLong),
      ("\u{1B}]52;c;x\u{7}", .controlCharacters),
    ] {
      try assertRefused(.invalidField("reason", problem), leaves: house) {
        try house.setAside(customer, reason: reason)
      }
      try assertRefused(.invalidField("reason", problem), leaves: house) {
        try house.askVoid(customer, reason: reason)
      }
    }
  }

  /// R3.12, R4.10, R4.19.
  func testWhatIsNotReleasedIsNotSetAside() throws {
    let (house, account) = try held()
    try house.mark(houseAccount: true, account)
    let ordered = try house.customer(in: .library(of: .zhang))
    let order = try house.order(ordered)
    for (aside, _, _, _) in both {
      try assertRefused(.houseAccount, leaves: house) { try house.setAside(account, as: aside) }
      assertRefused(code: "order_waits") { try house.setAside(ordered, as: aside) }
    }
    try house.confirm(order)
    for (aside, _, _, _) in both {
      try assertRefused(.wrongState(.signed), leaves: house) { try house.setAside(ordered, as: aside) }
    }
  }

  func testVoidIsForGood() throws {
    let (house, customer) = try held()
    try house.setAside(customer)
    for aside in [Aside.void, .inactive] {
      try assertRefused(.wrongState(.void), leaves: house) { try house.setAside(customer, as: aside) }
    }
    try assertRefused(.wrongState(.void), leaves: house) { try house.reactivate(customer) }
  }

  func testADeactivatedOneIsTakenUpAgainIntoTheSea() throws {
    let (house, customer) = try held()
    try assertRefused(.notAllowed(.reactivate), leaves: house) { try house.reactivate(customer) }
    try house.setAside(customer, as: .inactive)
    try assertRefused(.wrongState(.inactive), leaves: house) { try house.setAside(customer, as: .inactive) }
    try assertRefused(.notAllowed(.reactivate), leaves: house) { try house.reactivate(customer, by: .zhang) }
    try house.set("2026-11-30 10:00")
    try house.reactivate(customer)
    XCTAssertEqual(try house.inTheSea(), [customer])
    XCTAssertEqual(try house.view(customer).customer.releasedAt, house.now)
    XCTAssertNoThrow(try house.pick(customer, by: .li))
    let free = try house.customer(in: .sea)
    try assertRefused(.wrongState(.unassigned), leaves: house) { try house.reactivate(free) }
  }

  func testADeactivatedAndALostOneMayBecomeVoid() throws {
    let (house, customer) = try held()
    try house.setAside(customer, as: .inactive)
    try house.setAside(customer)
    let lost = try house.customer(in: .library(of: .zhang))
    try house.answer(try house.askLost(lost), granted: true)
    try house.setAside(lost)
    XCTAssertEqual(try house.view(lost).customer.state, .void)
    try house.set("2027-12-27 00:00")
    XCTAssertEqual(try house.tick(), TickReport(), "what was lost and is void opens no more")
    XCTAssertEqual(try house.view(lost).customer.state, .void)
  }

  /// Released a moment ago: it can't be taken back from where it is now (R3.5), and what was asked back is over (R4.17).
  func testWhatWasToComeBackDoesNot() throws {
    let (house, customer) = try held()
    try house.release(customer, by: .zhang)
    try house.setAside(customer)
    try assertRefused(.tooLateToUndo, leaves: house) { try house.undoRelease(of: customer, by: .zhang) }
    let flowed = try house.customer(in: .library(of: .zhang))
    try house.tick(through: "2026-12-27 00:00")
    let request = try house.askBack(flowed)
    try house.setAside(flowed)
    XCTAssertEqual(try house.alerts(of: .zhang).first?.kind, .requestEnded)
    try assertRefused(.alreadyAnswered(), leaves: house) { try house.answer(request, granted: true) }
  }

  func testAVoidOneIsOfNoPair() throws {
    let house = try TestHouse()
    let company = try house.customer(in: .library(of: .zhang), phone: "13900000012")
    var form = house.form("钱立春", phone: "13900000012")
    form.kind = .person
    let person = try EnterCustomer(form, pair: company).perform(
      by: house.id(.zhang), at: house.now, in: house.house)
    try house.setAside(company)
    XCTAssertNil(try house.view(person).pair)
    XCTAssertEqual(try house.view(person).customer.holder, house.id(.zhang), "the other one goes on")
  }

  // MARK: asked for

  func testItsHolderAsksAndTheManagerDecides() throws {
    let (house, customer) = try held()
    try assertRefused(.notHeld, leaves: house) { try house.askVoid(customer, by: .li) }
    let asked = house.now
    let request = try house.askVoid(customer, reason: "这是我们自己的分公司")
    try assertRefused(.alreadyAsked(at: asked), leaves: house) { try house.askVoid(customer) }
    let waiting = try XCTUnwrap(
      try ApprovalsView.read(by: house.id(.manager), at: house.now, in: house.house).waiting.first)
    XCTAssertEqual(waiting.yes, RequestFact("state", .word("void", under: "state")))
    XCTAssertEqual(waiting.asked.reason, "这是我们自己的分公司")
    try house.answer(request, granted: true)
    XCTAssertEqual(try house.view(customer).customer.state, .void)
    XCTAssertEqual(try house.alerts(of: .zhang).map(\.kind), [.requestGranted])
  }

  func testRefusedItGoesOn() throws {
    let (house, customer) = try held()
    try house.answer(try house.askVoid(customer), granted: false)
    XCTAssertEqual(try house.view(customer).customer.holder, house.id(.zhang))
    XCTAssertNoThrow(try house.askVoid(customer), "it may be asked again")
  }
}
