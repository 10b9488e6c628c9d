import Domain
import Services
import TestSupport
import XCTest

/// Everything of one person goes to somebody else, in one act (R2.6).
final class HandoverTests: XCTestCase {
  /// What hangs on zhang: a customer with a callback, one with an appointment on tomorrow's list, a signed one, an open
  /// application, and a task of li's with which he helps.
  private struct Desk {
    let house: TestHouse
    let called, listed, signed: CustomerID
    let application: ApplicationID
    let task: TaskID

    init() throws {
      house = try TestHouse()
      called = try house.customer(in: .library(of: .zhang))
      listed = try house.customer(in: .library(of: .zhang))
      try house.note(called, by: .zhang)
      try house.plan(called, "2026-11-28 10:00")
      try house.agree(listed, "2026-11-27 09:30")
      try house.addTomorrow(listed)
      signed = try house.signed(opened: "2026-11-26")
      try house.customer("苏州日东精密电子有限公司", in: .library(of: .li))
      application = try house.apply("苏州日东精密电子中心有限公司")
      let others = try house.customer(in: .library(of: .li))
      task = try AddTask(TaskContent(subject: "送样"), for: others, helpers: [house.id(.zhang)])
        .perform(by: house.id(.li), at: house.now, in: house.house).id
    }

    func helpers() throws -> [PersonID] {
      try house.store().tasks.find(task).map { $0.helpers.map(\.id) } ?? []
    }
  }

  // MARK: what moves

  func testEverythingGoesToOne() throws {
    let desk = try Desk()
    let house = desk.house
    house.pass(days: 1, hours: -6)  // Friday 8:00, the day of the list
    let outcome = try house.handOver(.zhang, to: .manager, by: .manager)
    XCTAssertEqual(
      outcome.moved.map(\.customer), [desk.called, desk.listed, desk.signed])
    XCTAssertEqual(outcome.moved.map { $0.receiver?.id }, Array(repeating: house.id(.manager), count: 3))
    XCTAssertEqual(outcome.left.count, 0)
    XCTAssertEqual([outcome.applications, outcome.helps], [1, 1])
    let called = try house.view(desk.called, as: .manager)
    XCTAssertEqual(called.holder, try house.holder(.manager))
    XCTAssertEqual(called.customer.next?.at, try house.time("2026-11-28 10:00"), "callbacks move (R2.6)")
    XCTAssertEqual(called.customer.next?.isAgreed, false)
    XCTAssertEqual(try house.view(desk.listed, as: .manager).customer.next?.isAgreed, true)
    XCTAssertEqual(try house.due(desk.called, as: .manager), "2026-12-27 24:00", "the clocks start anew")
    XCTAssertEqual(try house.view(desk.signed, as: .manager).customer.state, .signed)
    XCTAssertEqual(
      try house.application(desk.application, of: .manager)?.applicant, try house.holder(.manager))
    XCTAssertNil(try house.application(desk.application, of: .zhang), "nobody is left to withdraw it")
    XCTAssertEqual(try desk.helpers(), [house.id(.manager)])
    XCTAssertEqual(try house.library(of: .zhang).rows.count, 0)
    XCTAssertNil(
      try house.store().dayLists.find(of: house.id(.manager), on: house.calendar.day(of: house.now)),
      "no list of today is begun for who had none")
  }

  /// R7.5: a place on a list of today or of a day to come goes to the list of that day of who has the customer now.
  func testPlacesOnListsMove() throws {
    let desk = try Desk()
    let house = desk.house
    try house.handOver(.zhang, to: .manager)
    let rows = try house.tomorrow(of: .manager).rows
    XCTAssertEqual(rows.map(\.id), [desk.listed])
    XCTAssertEqual(rows.map(\.isNew), [false], "he has not entered or picked it")
    let left = try house.tomorrow(of: .zhang).rows
    XCTAssertEqual(left.map(\.end), [.transferred], "it stays on the old one, struck (R7.1)")
    let other = try Desk()
    try other.house.submitTomorrow(reason: "少")
    try PassList(other.house.id(.zhang)).perform(
      by: other.house.id(.manager), at: other.house.now, in: other.house.house)
    try other.house.handOver(.zhang, to: .manager)
    XCTAssertEqual(
      try other.house.tomorrow(of: .manager).rows.map(\.id), [other.listed], "of a passed one too")
  }

  /// Both are told, in one line each, and the trail says who gave what to whom.
  func testBothAreTold() throws {
    let desk = try Desk()
    let house = desk.house
    let outcome = try house.handOver(.zhang, to: .manager)
    let (left, came) = (try house.alerts(of: .zhang), try house.alerts(of: .manager))
    XCTAssertEqual(left.first?.kind, .transferred)
    XCTAssertEqual(left.first?.count, 3)
    XCTAssertEqual(left.first?.remark, "林白露")
    XCTAssertEqual(came.filter { $0.kind == .received }.map(\.count), [3])
    XCTAssertEqual(came.first { $0.kind == .received }?.remark, "何小满")
    let event = try XCTUnwrap(
      BaseDump(house.path).value("SELECT detail FROM event WHERE act = 'handover' ORDER BY id DESC"))
    let id = try XCTUnwrap(outcome.id).value
    XCTAssertEqual(
      event,
      #"{"facts":{"from":"zhang","handover":"\#(id)","left":"0","moved":"3","to":"manager"}}"#)
    XCTAssertEqual(
      try BaseDump(house.path).count("event", where: "act = 'transfer' AND customer IS NOT NULL"), 3)
  }

  /// R4.17: other requests end with the opportunity; what he asked back of the sea does too.
  func testOtherRequestsEnd() throws {
    let house = try TestHouse()
    let lost = try house.customer(in: .library(of: .zhang))
    try house.tick(through: "2026-12-28 09:00")
    let kept = try house.customer(in: .library(of: .zhang))
    let asked = [try house.ask(kept, days: 3), try house.askBack(lost)]
    let outcome = try house.handOver(.zhang, to: .manager)
    let states = { try asked.map { try house.store().requests.find($0)?.state } }
    XCTAssertEqual(try states(), [.ended, .ended])
    try TakeBackHandover(XCTUnwrap(outcome.id)).perform(
      by: house.id(.director), at: house.now, in: house.house)
    XCTAssertEqual(try states(), [.open, .open], "they go on where the handover is taken back")
  }

  /// R4.17: a draft can be read by who has the customer now, and by nobody else; it never becomes his.
  func testDraftsAreReadAndStayWhoseTheyWere() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    var draft = NoteDraft()
    draft.text = "客户说下周"
    try KeepDraft(draft.json, on: customer).perform(by: house.id(.zhang), at: house.now, in: house.house)
    XCTAssertEqual(try house.view(customer, as: .zhang).leftDrafts.count, 0, "his own")
    try house.handOver(.zhang, to: .manager)
    let left = try house.view(customer, as: .manager).leftDrafts
    XCTAssertEqual(left.map(\.text), ["客户说下周"])
    XCTAssertEqual(left.map(\.by), [try house.holder(.zhang)])
    XCTAssertEqual(try house.view(customer, as: .director).leftDrafts.count, 0)
    XCTAssertEqual(try Reading.drafts(of: house.id(.manager), in: house.house).count, 0)
    try house.note(customer, by: .manager)
    XCTAssertEqual(try Reading.drafts(of: house.id(.zhang), in: house.house).count, 1)
    let released = try house.customer(in: .library(of: .zhang))
    try KeepDraft(draft.json, on: released).perform(by: house.id(.zhang), at: house.now, in: house.house)
    try house.release(released, by: .zhang)
    house.pass(minutes: 2)
    try house.pick(released, by: .manager)
    XCTAssertEqual(
      try house.view(released, as: .manager).leftDrafts.count, 0, "it did not come to him from zhang")
  }

  /// R5.8: a grant whose name is still to be put right is its new holder's affair.
  func testAGrantMovesWithItsCustomer() throws {
    let house = try TestHouse()
    try house.customer("苏州日东精密电子有限公司", in: .library(of: .li))
    let application = try house.apply("苏州日东精密电子中心有限公司")
    let found = try house.customer(in: .sea)
    try house.answer(application, .grant(found))
    let id = try TransferCustomer(found, to: house.id(.manager)).perform(
      by: house.id(.director), at: house.now, in: house.house)
    XCTAssertEqual(try house.application(application, of: .manager)?.applicant.id, house.id(.manager))
    try TakeBackHandover(id).perform(by: house.id(.director), at: house.now, in: house.house)
    XCTAssertEqual(try house.application(application)?.applicant.id, house.id(.zhang))
  }

  /// R4.6: what is over flows back first, and is not handed on.
  func testWhatIsOverFlowsBackFirst() throws {
    let house = try TestHouse()
    let over = try house.customer(in: .library(of: .zhang))
    try house.tick(through: "2026-12-26 10:00")
    let kept = try house.customer(in: .library(of: .zhang))
    try house.set("2026-12-27 00:00")
    let plan = try HandoverPlan.read(
      .person(house.id(.zhang)), to: .sea, by: house.id(.director), at: house.now, in: house.house)
    let outcome = try house.handOver(.zhang, to: .manager)
    for outcome in [plan, outcome] {
      XCTAssertEqual(outcome.moved.map(\.customer), [kept])
      XCTAssertEqual(outcome.left.map(\.reason), [.flowedBack(at: house.now)])
    }
    XCTAssertNil(try house.view(over, as: .director).holder)
  }

  // MARK: to whom

  /// R3.4: as many as there is room for, and it is said of the others that they stay.
  func testAFullLibraryTakesWhatFits() throws {
    let desk = try Desk()
    let house = desk.house
    try ChangePerson("manager", capacity: 1).perform(by: house.id(.admin), at: house.now, in: house.house)
    let plan = try HandoverPlan.read(
      .person(house.id(.zhang)), to: .person(house.id(.manager)), by: house.id(.director), at: house.now,
      in: house.house)
    let outcome = try house.handOver(.zhang, to: .manager)
    for outcome in [plan, outcome] {
      XCTAssertEqual(outcome.moved.map(\.customer), [desk.called, desk.signed], "a signed one takes no slot")
      XCTAssertEqual(outcome.left.map(\.customer), [desk.listed])
      XCTAssertEqual(outcome.left.map(\.reason), [.libraryFull(held: 1, capacity: 1)])
    }
  }

  /// Nothing moves where nothing of his customers can: no application goes ahead of them.
  func testWhereNoneFitsNothingIsDone() throws {
    let house = try TestHouse()
    try house.customer(in: .library(of: .zhang))
    try house.customer("苏州日东精密电子有限公司", in: .library(of: .li))
    let application = try house.apply("苏州日东精密电子中心有限公司")
    try ChangePerson("manager", capacity: 0).perform(by: house.id(.admin), at: house.now, in: house.house)
    let before = try BaseDump(house.path).all(except: ["fuse", "moment", "setting"])
    XCTAssertEqual(try house.handOver(.zhang, to: .manager).moved.count, 0)
    XCTAssertEqual(try BaseDump(house.path).all(except: ["fuse", "moment", "setting"]), before)
    XCTAssertEqual(try house.application(application)?.applicant.id, house.id(.zhang))
  }

  /// Each to who has the most room; a pair goes to one, where both fit; what is signed to who got the least.
  func testItIsDealtByFreeRoom() throws {
    let house = try TestHouse()
    let roomy = try house.agents(["a5"], in: "一部", capacity: 5)[0]
    let small = try house.agents(["b3"], in: "一部", capacity: 3)[0]
    let full = try house.agents(["full"], in: "一部", capacity: 0)[0]
    let (company, person) = (try house.customer(in: .library(of: .zhang)), try house.person())
    try house.pair(company, person)
    for _ in 0..<3 { try house.customer(in: .library(of: .zhang)) }
    let signed = [try house.signed(opened: "2026-11-26"), try house.signed(opened: "2026-11-26")]
    let team = HandoverTarget.department(try house.department("一部"))
    let source = HandoverSource.person(house.id(.zhang))
    let plan = try HandoverPlan.read(
      source, to: team, by: house.id(.manager), at: house.now, in: house.house)
    let outcome = try house.handOver(.zhang, to: team, by: .manager)
    XCTAssertEqual(plan.moved.map(\.receiver), outcome.moved.map(\.receiver), "it is done as it was planned")
    let got = Dictionary(outcome.moved.map { ($0.customer, $0.receiver?.id) }) { first, _ in first }
    XCTAssertEqual(got[company], got[person])
    XCTAssertEqual(outcome.moved.prefix(5).map { $0.receiver?.id }, [roomy, roomy, small, roomy, small])
    XCTAssertEqual(
      signed.map { got[$0] ?? nil }, [full, full], "they take no room, and he was given nothing yet")
    XCTAssertEqual(outcome.left.count, 0)
  }

  func testToTheSea() throws {
    let house = try TestHouse()
    let free = try house.customer(in: .library(of: .zhang))
    try house.plan(free, "2026-11-28 10:00")
    let kept = try house.customer(in: .library(of: .zhang))
    try house.mark(houseAccount: true, kept)
    let ordered = try house.customer(in: .library(of: .zhang))
    try house.order(ordered)
    let signed = try house.signed(opened: "2026-11-26")
    let plan = try HandoverPlan.read(
      .person(house.id(.zhang)), to: .sea, by: house.id(.manager), at: house.now, in: house.house)
    let outcome = try house.handOver(.zhang, to: .sea, by: .manager)
    for outcome in [plan, outcome] {
      XCTAssertEqual(outcome.moved.map(\.customer), [free])
      XCTAssertEqual(Set(outcome.left.map(\.reason.code)), ["house_account", "order_waits", "wrong_state"])
      XCTAssertEqual(Set(outcome.left.map(\.customer)), [kept, ordered, signed])
    }
    XCTAssertEqual(try house.view(free, as: .director).holdings.map(\.endReason), [.handedOver])
    assertRefused(code: "held") { try house.pick(free, by: .li) }  // R3.5: the manager may think again
    house.pass(minutes: 1)
    try house.pick(free, by: .zhang)  // R3.6: he gave up nothing and neglected nothing
    assertRefused(.changedSince) { _ = try house.undo(by: .manager) }
  }

  /// A house account goes on to a person: nothing releases it (R3.12).
  func testAHouseAccountGoesToAPerson() throws {
    let house = try TestHouse()
    let kept = try house.customer(in: .library(of: .zhang))
    try house.mark(houseAccount: true, kept)
    try house.handOver(.zhang, to: .manager)
    let view = try house.view(kept, as: .manager)
    XCTAssertEqual(view.holder, try house.holder(.manager))
    XCTAssertTrue(view.customer.isHouseAccount)
  }

  // MARK: bad input

  func testWhatIsRefused() throws {
    let house = try TestHouse()
    try house.customer(in: .library(of: .zhang))
    try house.customer(in: .library(of: .li))
    for (giver, receiver, actor, refusal) in [
      (.zhang, .zhang, .manager, .sameHolder), (.zhang, .li, .manager, .notAllowed(.handover)),
      (.li, .zhang, .manager, .notAllowed(.handover)), (.zhang, .manager, .zhang, .notAllowed(.handover)),
      (.zhang, .clerk, .manager, .invalidField("holder", .unknown)),
      (.manager, .zhang, .manager, .nothingToHandOver),
    ] as [(TestHouse.Who, TestHouse.Who, TestHouse.Who, Refusal)] {
      try assertRefused(refusal, leaves: house) { try house.handOver(giver, to: receiver, by: actor) }
      assertRefused(refusal) {
        _ = try HandoverPlan.read(
          .person(house.id(giver)), to: .person(house.id(receiver)), by: house.id(actor), at: house.now,
          in: house.house)
      }
    }
    try assertRefused(.notAllowed(.handover), leaves: house) {
      try house.handOver(.zhang, to: .department(house.department("二部")), by: .manager)
    }
    try assertRefused(.invalidField("department", .missing), leaves: house) {
      try house.handOver(.zhang, to: .department(house.department("一部")))
    }
    try house.store().connection.run("UPDATE person SET is_active = 0 WHERE id = ?", [house.id(.manager)])
    try assertRefused(.deactivated("林白露"), leaves: house) { try house.handOver(.zhang, to: .manager) }
  }
}
