import Domain
import Services
import TestSupport
import XCTest

/// Support's three answers, and what becomes of them (R5.8).
final class AnswerApplicationTests: XCTestCase {
  private let known = "苏州日东精密电子有限公司"
  /// The other of the two cases of the handbook: the same key.
  private let asked = "苏州日东精密电子中心有限公司"

  /// Li holds the one, which is unprotected; zhang applies for the other.
  private func applied(at start: String = TestHouse.start) throws -> (TestHouse, CustomerID, ApplicationID) {
    let house = try TestHouse(at: start)
    let customer = try house.customer(known, in: .library(of: .li), phone: "0512-60010001")
    try house.expose(customer)
    return (house, customer, try house.apply(asked))
  }

  // MARK: enter it yourself

  /// To the end of the 2nd desk day after the answer, over weekends and holidays.
  func testTheTermOfAnAnswerIsTwoDeskDays() throws {
    for (moment, until) in [
      ("2026-11-26 14:00", "2026-11-30 24:00"), ("2026-11-27 23:59", "2026-12-01 24:00"),
      ("2026-11-28 10:00", "2026-12-01 24:00"), ("2026-09-29 09:00", "2026-10-08 24:00"),
    ] {
      let (house, _, application) = try applied(at: moment)
      let answered = try house.answer(application, .enter)
      XCTAssertEqual(house.calendar.dueText(try XCTUnwrap(answered.task(at: house.now)).until), until, moment)
      XCTAssertEqual(answered.task(at: house.now)?.task, .enter)
      XCTAssertEqual(try house.alerts(of: .zhang).map(\.kind), [.applicationEnter])
    }
  }

  // MARK: granted

  func testAGrantTransfersTheCustomer() throws {
    let (house, customer, application) = try applied()
    house.pass(days: 1)
    let granted = try house.answer(application, .grant(customer))
    let view = try house.view(customer)
    XCTAssertEqual(view.holder, try house.holder(.zhang))
    XCTAssertEqual(view.opportunity?.wayIn, .granted)
    XCTAssertEqual(view.opportunity?.enteredAt, house.now, "every clock starts anew (R3.3)")
    XCTAssertEqual(view.holdings.map(\.endReason), [nil, .transferred])
    XCTAssertEqual(granted.state(at: house.now), .granted)
    XCTAssertEqual(granted.customer, customer)
    XCTAssertEqual(try house.alerts(of: .zhang).map(\.kind), [.applicationGranted])
  }

  /// R4.10: its order stays confirmed, so that no clock takes it from the one it is granted to.
  /// A manager whose own customer it was is told once.
  func testAManagerIsToldOnceOfHisOwn() throws {
    let house = try TestHouse()
    let customer = try house.customer("苏州日东精密电子有限公司", in: .library(of: .manager))
    try house.expose(customer, of: .manager)
    try house.answer(try house.apply("苏州日东精密电子有限公司", by: .li), .grant(customer))
    XCTAssertEqual(try house.alerts(of: .manager).filter { $0.kind == .transferred }.count, 1)
  }

  func testASignedCustomerStaysSigned() throws {
    let house = try TestHouse()
    let customer = try house.customer(known, in: .library(of: .li), phone: "0512-60010001")
    try house.confirm(try house.order(customer, by: .li))
    try house.expose(customer)
    try house.answer(try house.apply(asked), .grant(customer))
    let view = try house.view(customer)
    XCTAssertEqual(view.holder, try house.holder(.zhang))
    XCTAssertEqual(view.customer.state, .signed)
    XCTAssertNil(view.standing)
    house.pass(days: 200)
    try house.tick()
    XCTAssertEqual(try house.view(customer).holder, try house.holder(.zhang))
    XCTAssertEqual(try house.orders(of: customer).count, 1)
  }

  /// Whoever held it is told, and those above him; he sees it among what left him (R4.18).
  func testWhoeverHeldItIsTold() throws {
    let (house, customer, application) = try applied()
    try house.answer(application, .grant(customer))
    XCTAssertEqual(try house.alerts(of: .li).map(\.kind), [.transferred])
    // 二部 has no manager of its own: the nearest above is the director.
    XCTAssertEqual(try house.alerts(of: .director).map(\.kind), [.transferred])
    XCTAssertEqual(try house.alerts(of: .manager).map(\.kind), [])
    let lost = try LostView.read(by: house.id(.li), at: house.now, in: house.house).rows
    XCTAssertEqual(lost.map(\.reason), [.transferred])
    XCTAssertEqual(lost.first?.holder, try house.holder(.zhang))
  }

  func testACustomerOfTheSeaCanBeGranted() throws {
    let (house, customer, application) = try applied()
    try house.release(customer, by: .li)
    house.pass(minutes: 2)
    try house.answer(application, .grant(customer))
    XCTAssertEqual(try house.view(customer).holder, try house.holder(.zhang))
    XCTAssertEqual(try house.alerts(of: .li).map(\.kind), [], "it had left him before")
  }

  /// R3.2: it passes the gate; refused, nothing is released.
  func testAGrantNeedsRoom() throws {
    let (house, customer, application) = try applied()
    try house.store().connection.run("UPDATE person SET capacity = 1 WHERE id = ?", [house.id(.zhang)])
    try house.customer(in: .library(of: .zhang))
    try assertRefused(.libraryFull(held: 1, capacity: 1), leaves: house) {
      try house.answer(application, .grant(customer))
    }
  }

  /// R5.8: first applicant first. What somebody applied for earlier is not granted to another.
  func testWhatIsKeptForAnEarlierApplicantIsNotGranted() throws {
    let house = try TestHouse()
    let customer = try house.customer(known, in: .library(of: .li), phone: "0512-60010001")
    try house.expose(customer)
    let first = try house.apply(asked)
    let second = try house.apply("昆山澄湖包装有限公司", landline: "0512-60010001", by: .manager)
    let receipt = try assertCollides(leaves: house) { try house.answer(second, .grant(customer)) }
    XCTAssertEqual(
      receipt.hits.map(\.reason),
      [.appliedFor(by: try house.holder(.zhang), until: try house.time("2026-12-04 00:00"))])
    try house.answer(first, .refuse(reason: "不是一家"))
    XCTAssertNoThrow(try house.answer(second, .grant(customer)))
  }

  func testWhatIsBlockedIsNotGranted() throws {
    let (house, customer, application) = try applied()
    try house.block(known)
    try assertRefused(.blocked, leaves: house) { try house.answer(application, .grant(customer)) }
  }

  func testHisOwnCantBeGranted() throws {
    let (house, _, application) = try applied()
    let own = try house.customer(in: .library(of: .zhang))
    try assertRefused(.held(by: try house.holder(.zhang), since: house.now), leaves: house) {
      try house.answer(application, .grant(own))
    }
  }

  func testWhatIsDueIsGrantedFromTheSea() throws {
    let house = try TestHouse()
    let customer = try house.customer(known, in: .library(of: .li), phone: "0512-60010001")
    try house.tick(through: "2026-12-26 12:00")
    let application = try house.apply(asked)
    try house.set("2026-12-27 08:00")
    try house.answer(application, .grant(customer))
    XCTAssertEqual(
      try house.view(customer).holdings.map(\.endReason), [nil, .flowedBack(clocks: ["note"])],
      "it had flowed back from li (R4.6)")
  }

  func testAnOpenRequestEndsWithTheGrant() throws {
    let (house, customer, first) = try applied()
    try house.withdraw(first)
    try house.tick(through: "2026-12-24 10:00")
    let request = try house.ask(customer, days: 3, by: .li)
    try house.answer(try house.apply(asked), .grant(customer))
    assertRefused(.alreadyAnswered()) { try house.answer(request, granted: true, by: .director) }
  }

  /// Where the name differs it is to be put right in time.
  func testOnlyAnotherNameIsToBePutRight() throws {
    let (house, customer, application) = try applied()
    let granted = try house.answer(application, .grant(customer))
    XCTAssertEqual(granted.task(at: house.now)?.task, .putNameRight)
    XCTAssertEqual(granted.wrongName, known)

    let same = try house.customer("苏州澄湖包装有限公司", in: .library(of: .li), phone: "0512-60010002")
    try house.expose(same)
    let second = try house.apply("苏州澄湖包装有限公司 ", landline: "0512-69990002")
    XCTAssertNil(try house.answer(second, .grant(same)).task(at: house.now))
  }

  // MARK: refused

  func testARefusalSaysWhy() throws {
    let (house, _, application) = try applied()
    for (reason, problem) in [
      ("", Refusal.Problem.missing), (" \u{3000}", .missing), (String(repeating: "长", count: 999), .tooLong),
    ] {
      try assertRefused(.invalidField("reason", problem), leaves: house) {
        try house.answer(application, .refuse(reason: reason))
      }
    }
    let refused = try house.answer(application, .refuse(reason: "二部在谈"))
    XCTAssertEqual(refused.state(at: house.now), .refused)
    XCTAssertEqual(refused.answer?.reason, "二部在谈")
    XCTAssertEqual(refused.answer?.by, try house.holder(.support))
    XCTAssertEqual(try house.alerts(of: .zhang).map(\.kind), [.applicationRefused])
    XCTAssertNoThrow(try house.apply(asked, by: .manager), "its name is free again")
  }

  // MARK: once

  func testWhatIsAnsweredIsAnswered() throws {
    for first in [ApplicationAnswer.enter, .refuse(reason: "在谈")] {
      let (house, customer, application) = try applied()
      try house.answer(application, first)
      for second in [ApplicationAnswer.enter, .grant(customer), .refuse(reason: "不")] {
        let answered = Refusal.alreadyAnswered(by: try house.holder(.support).name, at: house.now)
        try assertRefused(answered, leaves: house) { try house.answer(application, second) }
      }
    }
  }

  func testOnlySupportAnswers() throws {
    let (house, customer, application) = try applied()
    for who in [TestHouse.Who.zhang, .manager, .director, .clerk, .admin] {
      for answer in [ApplicationAnswer.enter, .grant(customer), .refuse(reason: "不")] {
        try assertRefused(.notAllowed(.answerApplication), leaves: house) {
          try house.answer(application, answer, by: who)
        }
      }
    }
    try assertRefused(.unknownApplication("99"), leaves: house) {
      try house.answer(ApplicationID(99), .enter)
    }
  }

  // MARK: withdrawn

  func testTheApplicantWithdraws() throws {
    let (house, _, application) = try applied()
    try assertRefused(.notYourApplication, leaves: house) { try house.withdraw(application, by: .li) }
    try house.withdraw(application)
    try assertRefused(.application(.withdrawn), leaves: house) { try house.withdraw(application) }
    try assertRefused(.alreadyAnswered(), leaves: house) { try house.answer(application, .enter) }
    XCTAssertNoThrow(try house.apply(asked, by: .manager), "its name is free again")
  }

  func testWhatIsGrantedIsNotWithdrawn() throws {
    let (house, customer, application) = try applied()
    try house.answer(application, .grant(customer))
    try assertRefused(.application(.granted), leaves: house) { try house.withdraw(application) }
  }
}
