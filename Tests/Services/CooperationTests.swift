import Domain
import Storage
import TestSupport
import XCTest

@testable import Services

/// Who helps with a customer (合作登记, R3.8): approved by the manager, seen whole, told of changes, ended with the
/// opportunity (R4.17).
final class CooperationTests: XCTestCase {
  private var house: TestHouse!
  private var customer: CustomerID!

  override func setUpWithError() throws {
    house = try TestHouse()
    customer = try house.customer(in: .library(of: .zhang), phone: "0512-60010001")
  }

  private func register() throws {
    try house.answer(try house.askHelper(.li, with: customer), granted: true)
  }

  private func kinds(_ who: TestHouse.Who) throws -> [AlertKind] { try house.alerts(of: who).map(\.kind) }

  // MARK: asking

  func testTheManagerApprovesWhoIsInTheRegister() throws {
    let request = try house.askHelper(.li, with: customer, reason: "他认识采购")
    let waiting = try XCTUnwrap(
      try ApprovalsView.read(by: house.id(.manager), at: house.now, in: house.house).waiting.first)
    XCTAssertEqual(waiting.asked.person, try house.holder(.li))
    XCTAssertEqual(waiting.yes, RequestFact("helper", .text(try house.holder(.li).name)))
    XCTAssertEqual(
      waiting.facts.map(\.name), ["helper", "helps_with", "held_since", "notes"])
    XCTAssertEqual(try house.view(customer).helpers.count, 0)
    try house.answer(request, granted: true)
    let line = try XCTUnwrap(try house.view(customer).helpers.first)
    XCTAssertEqual([line.helper, line.holder], [try house.holder(.li), try house.holder(.zhang)])
    XCTAssertEqual([line.reason, line.customerName], ["他认识采购", try house.view(customer).customer.name])
    XCTAssertEqual(try kinds(.li), [.helpBegan])
    XCTAssertEqual(try kinds(.zhang).sorted { $0.rawValue < $1.rawValue }, [.helpBegan, .requestGranted])
  }

  func testRefusedNobodyHelps() throws {
    try house.answer(try house.askHelper(.li, with: customer), granted: false)
    XCTAssertEqual(try house.view(customer).helpers.count, 0)
    assertRefused(.notAllowed(.see)) { _ = try house.view(customer, as: .li) }
  }

  func testWhoCanHelp() throws {
    try assertRefused(.notHeld, leaves: house) { try house.askHelper(.li, with: customer, by: .li) }
    for who in [TestHouse.Who.support, .clerk, .reception] {
      try assertRefused(.invalidField("helper", .unknown), leaves: house) {
        try house.askHelper(who, with: customer)
      }
    }
    try assertRefused(.invalidField("helper", .taken), leaves: house) {
      try house.askHelper(.zhang, with: customer)
    }
    try assertRefused(.invalidField("reason", .missing), leaves: house) {
      try house.askHelper(.li, with: customer, reason: "\n")
    }
    try assertRefused(.unknownPerson("99"), leaves: house) {
      try AskCooperation(customer, with: PersonID(99), reason: "x").perform(
        by: house.id(.zhang), at: house.now, in: house.house)
    }
    let asked = house.now
    try house.askHelper(.li, with: customer)
    try assertRefused(.alreadyAsked(at: asked), leaves: house) { try house.askHelper(.li, with: customer) }
    XCTAssertNoThrow(try house.askHelper(.manager, with: customer), "two may be asked for")
  }

  func testOneWhoHelpsByNowIsNotNamedTwice() throws {
    let first = try house.askHelper(.li, with: customer)
    try RegisterHelper(house.id(.li), with: customer).perform(
      by: house.id(.manager), at: house.now, in: house.house)
    try assertRefused(.invalidField("helper", .taken), leaves: house) {
      try house.answer(first, granted: true)
    }
    try assertRefused(.invalidField("helper", .taken), leaves: house) {
      try house.askHelper(.li, with: customer)
    }
    XCTAssertNoThrow(try house.answer(first, granted: false))
  }

  // MARK: what a helper may

  /// R2.2, R4.9: he sees it whole, dials it, and his notes move its clocks; it stays the holder's.
  func testAHelperSeesItWholeAndHisNotesCount() throws {
    assertRefused(.notAllowed(.see)) { _ = try house.view(customer, as: .li) }
    try assertRefused(.notHeld, leaves: house) { try house.note(customer, by: .li) }
    try register()
    let view = try house.view(customer, as: .li)
    XCTAssertTrue(view.isWhole)
    XCTAssertEqual(view.numbers.map(\.display), ["0512-6001 0001"])
    XCTAssertNoThrow(try DialNumber(of: customer).perform(by: house.id(.li), at: house.now, in: house.house))
    try house.set("2026-12-01 10:00")
    try house.note(customer, by: .li)
    XCTAssertEqual(try house.due(customer), "2026-12-31 24:00")
    XCTAssertEqual(try house.view(customer).customer.state, .following)
    XCTAssertEqual(try house.view(customer).notes.first?.author, house.id(.li))
    XCTAssertEqual(try house.view(customer).customer.holder, house.id(.zhang))
    try house.undo(by: .li)
    XCTAssertEqual(try house.due(customer), "2026-12-26 24:00", "he takes his own note back")
  }

  func testAHelperMayNothingElse() throws {
    try register()
    for act in [
      { try self.house.release(self.customer, by: .li) },
      { _ = try self.house.ask(self.customer, days: 3, by: .li) },
      { _ = try self.house.askLost(self.customer, by: .li) },
      { _ = try self.house.rename(self.customer, "苏州观澜包装有限公司", by: .li) },
    ] {
      try assertRefused(.notHeld, leaves: house, act)
    }
    XCTAssertEqual(try house.library(of: .li).held, 0, "it takes no slot of his")
  }

  // MARK: what they are told

  func testEachIsToldWhatTheOtherDoes() throws {
    try register()
    let (before, own) = (try kinds(.li).count, try kinds(.zhang).count)
    try house.note(customer, by: .zhang)
    XCTAssertEqual(try kinds(.li).count, before + 1)
    XCTAssertEqual(try kinds(.li).first, .helpedChanged)
    XCTAssertEqual(try kinds(.zhang).count, own, "nobody is told what he does himself")
    try house.note(customer, by: .li)
    XCTAssertEqual(try kinds(.zhang).first, .helpedChanged)
    try house.rename(customer, "苏州观澜包装有限公司", by: .zhang)
    XCTAssertEqual(try kinds(.li).filter { $0 == .helpedChanged }.count, 2)
    try PlanContact(house.now + 3600, with: customer).perform(
      by: house.id(.zhang), at: house.now, in: house.house)
    let order = try house.order(customer)
    try house.confirm(order)
    XCTAssertEqual(try kinds(.li).filter { $0 == .helpedChanged }.count, 5, "plan, order and confirmation")
    let other = try house.customer(in: .library(of: .zhang))
    try house.note(other, by: .zhang)
    XCTAssertEqual(try kinds(.li).filter { $0 == .helpedChanged }.count, 5, "it is of another customer")
  }

  // MARK: its end

  private func end(by who: TestHouse.Who) throws {
    try EndCooperation(of: house.id(.li), with: customer).perform(
      by: house.id(who), at: house.now, in: house.house)
  }

  func testHolderHelperAndManagerEndIt() throws {
    for who in [TestHouse.Who.zhang, .li, .manager, .director] {
      try setUpWithError()
      try register()
      try end(by: who)
      XCTAssertEqual(try house.view(customer).helpers.count, 0)
      assertRefused(.notAllowed(.see)) { _ = try house.view(customer, as: .li) }
      XCTAssertEqual(try kinds(.li).filter { $0 == .helpEnded }.count, who == .li ? 0 : 1, who.rawValue)
      XCTAssertEqual(try kinds(.zhang).filter { $0 == .helpEnded }.count, who == .zhang ? 0 : 1, who.rawValue)
    }
    try assertRefused(.noHelper, leaves: house) { try end(by: .manager) }
  }

  func testAHelperEndsHisOwnHelpAlone() throws {
    try register()
    try RegisterHelper(house.id(.manager), with: customer).perform(
      by: house.id(.director), at: house.now, in: house.house)
    try assertRefused(.notAllowed(.endCooperation), leaves: house) {
      try EndCooperation(of: house.id(.manager), with: customer).perform(
        by: house.id(.li), at: house.now, in: house.house)
    }
  }

  /// R4.17, R3.3: it ends with the opportunity, and goes on with it.
  func testItEndsWithTheOpportunityAndGoesOnWithIt() throws {
    try register()
    let request = try house.askHelper(.manager, with: customer)
    try house.release(customer, by: .zhang)
    XCTAssertEqual(try kinds(.li).first, .helpEnded)
    try assertRefused(.alreadyAnswered(), leaves: house) {
      try house.answer(request, granted: true, by: .director)
    }
    try house.undo(by: .zhang)
    XCTAssertEqual(try house.view(customer).helpers.map(\.helper), [try house.holder(.li)])
    XCTAssertEqual(try kinds(.li), [.helpBegan], "as if nothing had been said")
    try house.transfer(customer, to: .manager, by: .director)
    XCTAssertEqual(try house.view(customer, as: .director).helpers.count, 0)
  }

  func testItEndsWithWhatFlowsBackAndIsLost() throws {
    try register()
    let lost = try house.customer(in: .library(of: .zhang))
    try RegisterHelper(house.id(.li), with: lost).perform(
      by: house.id(.manager), at: house.now, in: house.house)
    try house.answer(try house.askLost(lost), granted: true)
    XCTAssertEqual(try CooperationView.read(by: house.id(.li), in: house.house).map(\.customer), [customer])
    try house.tick(through: "2026-12-27 00:00")
    XCTAssertEqual(try CooperationView.read(by: house.id(.li), in: house.house).count, 0)
    try house.takeBack(customer)
    XCTAssertEqual(
      try CooperationView.read(by: house.id(.li), in: house.house).map(\.customer), [customer],
      "taken back it is the same opportunity")
  }

  func testItMovesWithAMergedRecord() throws {
    try register()
    let older = try house.customer("苏州观澜包装有限公司", in: .sea)
    let younger = try house.customer("昆山听涛印刷有限公司", in: .library(of: .li))
    XCTAssertLessThan(customer, older)
    try RegisterHelper(house.id(.zhang), with: younger).perform(
      by: house.id(.director), at: house.now, in: house.house)
    try house.merge(older, younger)
    XCTAssertEqual(try house.view(older, as: .li).helpers.map(\.helper), [try house.holder(.zhang)])
  }

  // MARK: the register

  func testWhoReadsTheRegister() throws {
    try register()
    let other = try house.customer(in: .library(of: .li))
    try RegisterHelper(house.id(.director), with: other).perform(
      by: house.id(.director), at: house.now, in: house.house)
    func read(_ who: TestHouse.Who) throws -> [CustomerID] {
      try CooperationView.read(by: house.id(who), in: house.house).map(\.customer)
    }
    XCTAssertEqual(try read(.zhang), [customer])
    XCTAssertEqual(try read(.li), [other, customer])
    XCTAssertEqual(try read(.manager), [customer], "what people of his departments hold or help with")
    XCTAssertEqual(try read(.director), [other, customer])
  }
}
