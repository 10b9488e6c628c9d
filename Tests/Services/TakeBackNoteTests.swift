import Domain
import Services
import TestSupport
import XCTest

/// Taking one's own last note back: the clocks are reckoned without it (R6.5).
final class TakeBackNoteTests: XCTestCase {
  private func heldCustomer() throws -> (TestHouse, CustomerID) {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang), phone: "0512-60010001 13800010001")
    house.pass(days: 1)
    return (house, customer)
  }

  func testTheClocksAreReckonedWithoutIt() throws {
    let (house, customer) = try heldCustomer()
    try house.note(customer, by: .zhang)
    house.pass(days: 5)
    let visit = try house.visit(customer, by: .zhang)
    XCTAssertEqual(try house.due(customer), "2027-01-01 24:00")
    house.pass(seconds: 59)
    try house.takeBack(visit.note, on: customer, by: .zhang)
    let clocks = try XCTUnwrap(try house.view(customer).standing).deadlines.map {
      house.calendar.dueText($0.due)
    }
    XCTAssertEqual(clocks, ["2026-12-27 24:00", "2027-01-25 24:00", "2027-05-25 24:00"])
  }

  func testTheNoteStaysReadable() throws {
    let (house, customer) = try heldCustomer()
    let note = try house.note(customer, by: .zhang, text: "记错了")
    try house.takeBack(note.note, on: customer, by: .zhang)
    let notes = try house.view(customer).notes
    XCTAssertEqual(notes.map(\.text), ["记错了"])
    XCTAssertEqual(notes.map(\.takenBackAt), [house.now])
  }

  func testStateIntentStageAndCallbackGoBack() throws {
    let (house, customer) = try heldCustomer()
    let callback = try house.time("2026-11-30 10:00")
    try PlanContact(callback, with: customer).perform(by: house.id(.zhang), at: house.now, in: house.house)
    let written = try house.write(
      NoteEntry(outcome: .interested, intent: "A", stage: 4, nextContact: house.now + 7200), on: customer,
      by: .zhang)
    try house.takeBack(written.note, on: customer, by: .zhang)
    let seen = try house.view(customer).customer
    XCTAssertEqual(seen.state, .pending)
    XCTAssertEqual([seen.intent, String(seen.stage)], ["0", "1"])
    XCTAssertEqual(seen.nextContact, callback)
    XCTAssertEqual(try house.library(of: .zhang).rows.map(\.lastNoteAt), [nil])
  }

  func testTheMarkOfTheNumberGoesBack() throws {
    for outcome in [Outcome.deadNumber, .wrongNumber, .doNotCall] {
      let (house, customer) = try heldCustomer()
      let written = try house.note(customer, by: .zhang, outcome)
      XCTAssertNotEqual(try house.view(customer).numbers.first?.mark, .good)
      try house.takeBack(written.note, on: customer, by: .zhang)
      XCTAssertEqual(try house.view(customer).numbers.map(\.mark), [.good, .good], outcome.rawValue)
    }
  }

  func testTheRowOfTriesGoesBack() throws {
    let (house, customer) = try heldCustomer()
    for _ in 1...2 { try house.note(customer, by: .zhang, .noAnswer) }
    let third = try house.note(customer, by: .zhang, .noAnswer)
    try house.takeBack(third.note, on: customer, by: .zhang)
    house.pass(days: 1)
    XCTAssertEqual(try house.note(customer, by: .zhang, .noAnswer).renewals, .note)
    XCTAssertEqual(try house.note(customer, by: .zhang, .noAnswer).renewals, [])
  }

  func testSixtySecondsAndNoMore() throws {
    let (house, customer) = try heldCustomer()
    let written = try house.note(customer, by: .zhang)
    house.pass(seconds: 60)
    try assertRefused(.tooLateToUndo, leaves: house) {
      try house.takeBack(written.note, on: customer, by: .zhang)
    }
  }

  func testOnlyTheLastOneAndOnlyOnes() throws {
    let (house, customer) = try heldCustomer()
    let first = try house.note(customer, by: .zhang)
    let second = try house.note(customer, by: .zhang)
    try assertRefused(.tooLateToUndo, leaves: house) {
      try house.takeBack(first.note, on: customer, by: .zhang)
    }
    try assertRefused(.notHeld, leaves: house) { try house.takeBack(second.note, on: customer, by: .li) }
    try house.takeBack(second.note, on: customer, by: .zhang)
    try assertRefused(.tooLateToUndo, leaves: house) {
      try house.takeBack(second.note, on: customer, by: .zhang)
    }
    XCTAssertNoThrow(try house.takeBack(first.note, on: customer, by: .zhang))
  }

  /// Refused where that would put the effective due into the past (`due_passed`).
  func testNotWhereItWouldThenBeOver() throws {
    let (house, customer) = try heldCustomer()
    try house.tick(through: "2026-12-26T23:59:30")
    let written = try house.note(customer, by: .zhang)
    try house.set("2026-12-27 00:00")
    let refusal = Refusal.duePassed(due: house.now)
    try assertRefused(refusal, leaves: house) { try house.takeBack(written.note, on: customer, by: .zhang) }
    XCTAssertEqual(refusal.code, "due_passed")
    XCTAssertEqual(try house.due(customer), "2027-01-25 24:00")
  }

  func testASecondEarlierItGoes() throws {
    let (house, customer) = try heldCustomer()
    try house.tick(through: "2026-12-26T23:59:30")
    let written = try house.note(customer, by: .zhang)
    try house.set("2026-12-26T23:59:59")
    try house.takeBack(written.note, on: customer, by: .zhang)
    XCTAssertEqual(try house.due(customer), "2026-12-26 24:00")
    house.pass(seconds: 1)
    XCTAssertEqual(try house.tick().released, 1, "its warnings still stand")
  }

  func testUndoFindsTheNote() throws {
    let (house, customer) = try heldCustomer()
    try house.note(customer, by: .zhang)
    XCTAssertEqual(try house.undo(by: .zhang).act, .note)
    XCTAssertEqual(try house.due(customer), "2026-12-26 24:00")
    try assertRefused(.tooLateToUndo, leaves: house) { try house.undo(by: .zhang) }
  }
}
