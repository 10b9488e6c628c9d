import Domain
import Services
import Storage
import TestSupport
import XCTest

/// A note is put right by a new line on the old one (R6.5), and has everything of a contact (R6.1).
final class CorrectNoteTests: XCTestCase {
  private func correct(
    _ house: TestHouse, _ note: NoteID, _ text: String, by who: TestHouse.Who = .zhang
  ) throws {
    try CorrectNote(note, text: text).perform(by: house.id(who), at: house.now, in: house.house)
  }

  func testTheOldTextStaysAndNothingElseMoves() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    let other = try house.note(customer, by: .zhang, text: "另一条").note
    let note = try house.note(customer, by: .zhang, text: "要报价").note
    let due = try house.due(customer)
    house.pass(days: 3)
    try correct(house, note, "要两份报价\r\n周五前")
    try correct(house, note, "要三份报价")
    let notes = try house.view(customer).notes
    XCTAssertEqual(notes.map(\.id), [note, other])
    XCTAssertEqual(notes.map(\.text), ["要报价", "另一条"])
    XCTAssertEqual(notes.map(\.saying), ["要三份报价", "另一条"])
    XCTAssertEqual(try house.due(customer), due, "a correction changes text only")
    let events = try house.view(customer).events
    XCTAssertEqual(
      events.map(\.changes),
      [
        [FieldChange(field: "note \(note.value)", before: "要两份报价\n周五前", after: "要三份报价")],
        [FieldChange(field: "note \(note.value)", before: "要报价", after: "要两份报价\n周五前")],
      ])
  }

  func testWhoWroteItMayAndWhoIsAboveHim() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    let note = try house.note(customer, by: .zhang).note
    try correct(house, note, "经理更正", by: .manager)
    try assertRefused(.notHeld, leaves: house) { try correct(house, note, "x", by: .li) }
    try house.transfer(customer, to: .li, by: .director)
    let author = try house.holder(.zhang)
    try assertRefused(.notYourNote(by: author), leaves: house) { try correct(house, note, "x", by: .li) }
    XCTAssertEqual(try house.view(customer, as: .director).notes.first?.saying, "经理更正")
  }

  func testWhatCanNotBeCorrected() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    let note = try house.note(customer, by: .zhang).note
    let long = String(repeating: "长", count: 6667)
    for (text, problem) in [
      (" \n", Refusal.Problem.missing), (long, .tooLong), ("报价\u{1B}[2J", .controlCharacters),
    ] {
      try assertRefused(.invalidField("text", problem), leaves: house) { try correct(house, note, text) }
    }
    try assertRefused(.unknownNote("99"), leaves: house) { try correct(house, NoteID(99), "x") }
    try TakeBackNote(note, on: customer).perform(by: house.id(.zhang), at: house.now, in: house.house)
    try assertRefused(.invalidField("note", .takenBack), leaves: house) { try correct(house, note, "x") }
  }

  /// Nothing in the program can change what was put right, nor take it away.
  func testACorrectionIsFinal() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    try correct(house, try house.note(customer, by: .zhang).note, "更正")
    let connection = try house.store().connection
    for sql in [
      "UPDATE note_correction SET text = 'x'", "DELETE FROM note_correction", "UPDATE note SET cost = 1",
      "UPDATE note SET ended_at = 1",
    ] {
      XCTAssertThrowsError(try connection.write { try connection.run(sql) }, sql)
    }
  }

  // MARK: start, end and cost

  func testAContactBeginsEndsAndCosts() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    house.pass(hours: 5)
    var entry = NoteEntry(kind: .visit, outcome: .connected, text: "看样", place: "客户公司", met: "钱先生")
    entry.contactAt = house.now - 7200
    entry.endedAt = house.now - 3600
    entry.cost = Amount("35.5")
    try house.write(entry, on: customer, by: .zhang)
    let note = try XCTUnwrap(try house.view(customer).notes.first)
    XCTAssertEqual([note.contactAt, note.endedAt], [house.now - 7200, house.now - 3600])
    XCTAssertEqual(note.cost, Amount(fen: 3550))
  }

  func testItEndsAfterItsStartOnTheSameDay() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    house.pass(days: 1)
    let midnight = house.calendar.start(of: house.calendar.day(of: house.now))
    let cases: [(start: Instant?, end: Instant, Refusal.Problem)] = [
      (nil, house.now - 60, .outOfRange), (house.now - 60, house.now - 61, .outOfRange),
      (midnight - 60, midnight, .outOfRange), (house.now - 60, house.now + 1, .ahead),
    ]
    for (start, end, problem) in cases {
      var entry = NoteEntry(kind: .call, outcome: .connected, text: "要报价")
      entry.contactAt = start
      entry.endedAt = end
      try assertRefused(.invalidField("end", problem), leaves: house) {
        try house.write(entry, on: customer, by: .zhang)
      }
    }
  }

  // MARK: invalid for now

  /// R3.1: held, clocks run, takes a slot, may be revived.
  func testAnInvalidCustomerIsHeldAndNotCalled() throws {
    let house = try TestHouse()
    let (customer, other) = (
      try house.customer(in: .library(of: .zhang)), try house.customer(in: .library(of: .zhang))
    )
    for one in [customer, other] { try house.note(one, by: .zhang) }
    let due = try house.due(customer)
    try house.change(customer) { $0.isInvalid = true }
    XCTAssertEqual(try house.view(customer).customer.state, .invalid)
    XCTAssertEqual(try house.due(customer), due)
    XCTAssertEqual(try house.library(of: .zhang).held, 2)
    try house.set("2026-12-24 09:00")
    XCTAssertEqual(
      try CallListView.read(by: house.id(.zhang), at: house.now, in: house.house).rows.map(\.customer.id),
      [other], "R7.1: nobody is sent to call it")
    try house.note(customer, by: .zhang)
    XCTAssertEqual(try house.view(customer).customer.state, .invalid, "a note does not revive it")
    try house.change(customer) { $0.isInvalid = false }
    XCTAssertEqual(try house.view(customer).customer.state, .following)
    let fresh = try house.customer(in: .library(of: .zhang))
    try house.change(fresh) { $0.isInvalid = true }
    try house.change(fresh) { $0.isInvalid = false }
    XCTAssertEqual(try house.view(fresh).customer.state, .pending)
  }

  func testOnlyWhatIsWorkedOnTurnsInvalid() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    try assertRefused(.wrongState(.pending), leaves: house) {
      try house.change(customer) { $0.isInvalid = false }
    }
    try house.change(customer) { $0.isInvalid = true }
    try assertRefused(.wrongState(.invalid), leaves: house) {
      try house.change(customer) { $0.isInvalid = true }
    }
    try house.tick(through: "2026-12-27 00:00")
    XCTAssertEqual(try house.view(customer, as: .director).customer.state, .unassigned)
  }
}
