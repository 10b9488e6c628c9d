import Domain
import Services
import TestSupport
import XCTest

/// A plan has a word of what it is for (R11.8), and says whether it was agreed (R6.1), wherever it goes.
final class PlanPurposeTests: XCTestCase {
  private func next(_ house: TestHouse, _ customer: CustomerID) throws -> NextContact? {
    try house.view(customer).customer.next
  }

  private func plan(
    _ house: TestHouse, _ customer: CustomerID, _ moment: String?, isAgreed: Bool? = nil,
    _ purpose: String? = nil
  ) throws {
    try PlanContact(try moment.map(house.time), isAgreed: isAgreed, purpose: purpose, with: customer).perform(
      by: house.id(.zhang), at: house.now, in: house.house)
  }

  func testItStaysWithThePlanUntilSomebodySaysAnother() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    try plan(house, customer, "2026-11-27 10:00", " 送\n样 ")
    XCTAssertEqual(
      try next(house, customer),
      NextContact(at: try house.time("2026-11-27 10:00"), isAgreed: false, purpose: "送 样"))
    try plan(house, customer, "2026-11-28 10:00", isAgreed: true)
    XCTAssertEqual(
      try next(house, customer),
      NextContact(at: try house.time("2026-11-28 10:00"), isAgreed: true, purpose: "送 样"))
    try plan(house, customer, "2026-11-28 10:00", "谈价")
    XCTAssertEqual(try next(house, customer)?.purpose, "谈价")
    XCTAssertEqual(try house.library(of: .zhang).rows.map(\.next), [try next(house, customer)])
    try plan(house, customer, nil)
    try plan(house, customer, "2026-11-28 10:00")
    XCTAssertEqual(try next(house, customer)?.purpose, "", "what was dropped is no plan any more")
  }

  /// R2.5: with what it was and what it is.
  func testAnotherPurposeIsOnRecord() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    try plan(house, customer, "2026-11-27 10:00", "送样")
    try plan(house, customer, "2026-11-27 10:00", "谈价")
    let event = try XCTUnwrap(
      Reading.audit(of: customer, limit: 1, by: house.id(.zhang), in: house.house).first)
    XCTAssertEqual(event.detail, #"{"changes":{"purpose":{"after":"谈价","before":"送样"}}}"#)
  }

  func testANoteSetsItAndTakenBackGivesTheOldOneBack() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    try plan(house, customer, "2026-11-27 10:00", isAgreed: true, "送样")
    let before = try next(house, customer)
    let written = try house.write(
      NoteEntry(outcome: .connected, nextContact: try house.time("2026-11-30 10:00"), purpose: "报价"),
      on: customer, by: .zhang)
    XCTAssertEqual(written.next?.purpose, "报价")
    XCTAssertEqual(try house.view(customer).notes.first?.next, try next(house, customer))
    // A note that names none leaves what lies ahead, and says nothing of it itself.
    let other = try house.note(customer, by: .zhang)
    XCTAssertEqual(try next(house, customer)?.purpose, "报价")
    XCTAssertEqual(try house.view(customer).notes.first?.purpose, "")
    try house.takeBack(other.note, on: customer, by: .zhang)
    try house.takeBack(written.note, on: customer, by: .zhang)
    XCTAssertEqual(try next(house, customer), before)
  }

  func testItComesBackWithAReleaseThatIsUndone() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    try plan(house, customer, "2026-11-27 10:00", isAgreed: true, "送样")
    let before = try next(house, customer)
    try house.release(customer, by: .zhang)
    XCTAssertNil(try next(house, customer))
    try house.undo(by: .zhang)
    XCTAssertEqual(try next(house, customer), before)
  }

  func testItGoesAlongWithAMerge() throws {
    let house = try TestHouse()
    let older = try house.customer(in: .sea)
    let younger = try house.customer(in: .library(of: .zhang))
    try plan(house, younger, "2026-11-27 10:00", isAgreed: true, "送样")
    let before = try next(house, younger)
    try house.merge(older, younger)
    XCTAssertEqual(try next(house, older), before)
  }

  /// R4.17: the warning and the end tell what was planned beyond the due, and whether it was agreed.
  func testAnAlertTellsWhichItWas() throws {
    let house = try TestHouse()
    let customers = try house.customers(2, in: .library(of: .zhang))
    try plan(house, customers[0], "2026-12-30 10:00", isAgreed: true, "送样")
    try plan(house, customers[1], "2026-12-30 10:00")
    try house.tick(through: "2026-12-27 00:00")
    for kind in [AlertKind.warned, .flowedBack] {
      let told = try house.alerts(of: .zhang).filter { $0.kind == kind }
      for (index, customer) in customers.enumerated() {
        let next = told.first { $0.customer == customer }?.next
        XCTAssertEqual(next?.isAgreed, index == 0, "\(kind)")
        XCTAssertEqual(next?.purpose, index == 0 ? "送样" : "", "\(kind)")
      }
    }
  }

  func testWhatIsNoWord() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    for (purpose, problem) in [
      (String(repeating: "样", count: 67), Refusal.Problem.tooLong), ("\u{1B}[2J", .controlCharacters),
    ] {
      try assertRefused(.invalidField("purpose", problem), leaves: house) {
        try plan(house, customer, "2026-11-27 10:00", purpose)
      }
      try assertRefused(.invalidField("purpose", problem), leaves: house) {
        try house.write(
          NoteEntry(outcome: .connected, nextContact: house.now + 60, purpose: purpose), on: customer,
          by: .zhang)
      }
    }
  }

  /// An appointment that a note leaves as it stood is one, and for the same.
  func testAMomentLeftAsItStoodIsAgreedAsBefore() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    try plan(house, customer, "2026-11-27 10:00", isAgreed: true, "送样")
    let before = try next(house, customer)
    _ = try house.write(
      NoteEntry(outcome: .connected, nextContact: try house.time("2026-11-27 10:00")), on: customer,
      by: .zhang)
    XCTAssertEqual(try next(house, customer), before)
    _ = try house.write(
      NoteEntry(outcome: .connected, nextContact: try house.time("2026-11-27 11:00")), on: customer,
      by: .zhang)
    XCTAssertEqual(
      try next(house, customer), NextContact(at: try house.time("2026-11-27 11:00"), isAgreed: false))
  }
}
