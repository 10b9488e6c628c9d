import Domain
import Services
import TestSupport
import XCTest

/// Today's call list (R7.1), over what people do.
final class CallListTests: XCTestCase {
  private func list(_ house: TestHouse) throws -> CallListView {
    try CallListView.read(by: house.id(.zhang), at: house.now, in: house.house)
  }

  private func agree(_ moment: String, with customer: CustomerID, in house: TestHouse) throws {
    try house.write(
      NoteEntry(outcome: .appointment, text: "约好", nextContact: try house.time(moment)), on: customer,
      by: .zhang)
  }

  func testOneListInOrderAndACustomerOnce() throws {
    let house = try TestHouse()
    let customers = try house.customers(4, in: .library(of: .zhang))
    try agree("2026-11-27 10:00", with: customers[0], in: house)
    try house.write(
      NoteEntry(outcome: .connected, text: "再打", nextContact: try house.time("2026-11-27 09:30")),
      on: customers[1], by: .zhang)
    try house.write(NoteEntry(outcome: .connected, intent: "A"), on: customers[2], by: .zhang)
    XCTAssertEqual(try list(house).rows.map(\.id), [])
    XCTAssertEqual(Set(try list(house).done.map(\.id)), Set(customers.prefix(3)))
    try house.set("2026-11-27 10:00")
    XCTAssertEqual(try list(house).rows.map(\.why), [.appointment, .callback])
    try house.set("2026-12-22 10:01")
    let rows = try list(house).rows
    XCTAssertEqual(rows.map(\.id), customers, "the missed one first, the others by their due")
    XCTAssertEqual(rows.map(\.why), [.missed, .rescue, .rescue, .rescue])
    XCTAssertEqual(rows.first?.at, try house.time("2026-11-27 10:00"))
  }

  func testACallLeavesTheListAndComesBackWhenItIsDue() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    try house.tick(through: "2026-12-25 09:00")
    XCTAssertEqual(try list(house).rows.map(\.why), [.rescue])
    try house.note(customer, by: .zhang, .noAnswer)
    XCTAssertEqual(try list(house).rows.map(\.id), [])
    XCTAssertEqual(try list(house).done.map(\.call.outcome), [.noAnswer])
    try PlanContact(try house.time("2026-12-25 11:00"), with: customer)
      .perform(by: house.id(.zhang), at: house.now, in: house.house)
    let again = try list(house)
    XCTAssertEqual(again.rows.map(\.why), [.callback])
    XCTAssertEqual(again.done.count, 0, "it is to be called again")
    XCTAssertNil(again.next(at: house.now), "but not yet")
    XCTAssertEqual(again.next(at: try house.time("2026-12-25 11:00"))?.id, customer)
  }

  func testTheNumberToCallIsTheNextThatMayBe() throws {
    let house = try TestHouse()
    var form = house.form(phone: "0512-60010001")
    form.mobiles = ["13900000012"]
    let customer = try house.enter(form, by: .zhang)
    try PlanContact(house.now + 60, with: customer).perform(
      by: house.id(.zhang), at: house.now, in: house.house)
    XCTAssertEqual(try list(house).rows.first?.number.dialled, "051260010001")
    let next = house.now + 120
    try house.write(NoteEntry(outcome: .deadNumber, nextContact: next), on: customer, by: .zhang)
    XCTAssertEqual(try list(house).rows.first?.number.dialled, "13900000012")
    try house.write(NoteEntry(outcome: .wrongNumber, nextContact: next), on: customer, by: .zhang)
    XCTAssertEqual(try list(house).rows.map(\.id), [], "with no number left it is in no list (R6.3)")
  }

  func testWhatLeftIsStruckWithItsReason() throws {
    let house = try TestHouse()
    let customers = try house.customers(4, in: .library(of: .zhang))
    for customer in customers.prefix(3) { try agree("2026-11-27 10:00", with: customer, in: house) }
    try house.set("2026-11-27 09:00")
    try house.release(customers[0], by: .zhang)
    try house.release(customers[3], by: .zhang)
    try house.transfer(customers[1], to: .manager)
    let seen = try list(house)
    XCTAssertEqual(seen.rows.map(\.id), [customers[2]])
    XCTAssertEqual(seen.struck.map(\.id), [customers[0], customers[1]], "the fourth was on no list")
    XCTAssertEqual(seen.struck.map(\.reason), [.released(.noNeed), .transferred])
    try house.undoRelease(of: customers[0], by: .zhang)
    XCTAssertEqual(try list(house).rows.map(\.id), [customers[0], customers[2]], "as it was (R3.3)")
    XCTAssertEqual(try list(house).rows.map(\.why), [.appointment, .appointment])
    try house.set("2026-11-28 09:00")
    XCTAssertEqual(try list(house).struck.map(\.id), [], "of today alone")
  }

  func testWhatFlowedBackIsStruck() throws {
    let house = try TestHouse(Policy.channel(["release": .release("10:00")]))
    let customer = try house.customer(in: .library(of: .zhang))
    try house.tick(through: "2026-12-26 11:00")
    XCTAssertEqual(try list(house).struck.map(\.id), [customer])
    XCTAssertEqual(try list(house).struck.map(\.why), [.rescue])
  }

  // MARK: what was agreed (R6.1)

  func testWhatWasAgreedSurvivesAQuickOutcomeAndItsUndo() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    let moment = try house.time("2026-11-27 10:00")
    try agree("2026-11-27 10:00", with: customer, in: house)
    let agreed = NextContact(at: moment, isAgreed: true)
    let written = try house.write(
      NoteEntry(outcome: .busy, nextContact: house.now + 1800), on: customer, by: .zhang)
    XCTAssertEqual(written.next, agreed)
    XCTAssertEqual(try house.view(customer).customer.next, agreed)
    XCTAssertNil(try house.view(customer).notes.first?.nextContact, "the note set none")
    try house.takeBack(written.note, on: customer, by: .zhang)
    XCTAssertEqual(try house.view(customer).customer.next, agreed)
    let last = try house.note(customer, by: .zhang, .doNotCall)
    XCTAssertNil(try house.view(customer).customer.next)
    try house.takeBack(last.note, on: customer, by: .zhang)
    XCTAssertEqual(try house.view(customer).customer.next, agreed)
    try PlanContact(moment + 3600, with: customer).perform(
      by: house.id(.zhang), at: house.now, in: house.house)
    XCTAssertEqual(try house.view(customer).customer.next?.isAgreed, true, "moved it is still one")
  }
}
