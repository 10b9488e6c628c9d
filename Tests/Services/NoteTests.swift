import Domain
import Services
import TestSupport
import XCTest

/// Writing a note: what it renews, what it changes, what is refused (R4.9, R6.1-R6.3).
final class NoteTests: XCTestCase {
  private func heldCustomer(_ policy: Policy? = nil) throws -> (TestHouse, CustomerID) {
    let house = try TestHouse(policy)
    let customer = try house.customer(in: .library(of: .zhang), phone: "0512-60010001 13800010001")
    house.pass(days: 1)
    return (house, customer)
  }

  func testItSaysWhatItRenewedAndTheDueBeforeAndAfter() throws {
    let (house, customer) = try heldCustomer()
    let written = try house.note(customer, by: .zhang)
    XCTAssertEqual(written.renewals, .note)
    XCTAssertEqual(written.dueBefore.map(house.calendar.dueText), "2026-12-26 24:00")
    XCTAssertEqual(written.dueAfter.map(house.calendar.dueText), "2026-12-27 24:00")
    XCTAssertEqual(written.clock, "note")
    XCTAssertEqual(try house.due(customer), "2026-12-27 24:00")
  }

  func testAVisitRenewsTheVisitClock() throws {
    let (house, customer) = try heldCustomer()
    house.pass(days: 20)
    XCTAssertEqual(try house.visit(customer, by: .zhang).renewals, [.note, .visit])
    let clocks = try XCTUnwrap(try house.view(customer).standing).deadlines.map {
      "\($0.clock.name) \(house.calendar.dueText($0.due))"
    }
    XCTAssertEqual(clocks, ["note 2027-01-16 24:00", "visit 2027-02-15 24:00", "signing 2027-05-25 24:00"])
  }

  func testOnlyTheHolderWrites() throws {
    let (house, customer) = try heldCustomer()
    for who in [TestHouse.Who.li, .manager, .director] {
      try assertRefused(.notHeld, leaves: house) { try house.note(customer, by: who) }
    }
    let sea = try house.customer(in: .sea)
    try assertRefused(.notHeld, leaves: house) { try house.note(sea, by: .zhang) }
  }

  func testTheFirstNoteTurnsPendingIntoFollowing() throws {
    let (house, customer) = try heldCustomer()
    XCTAssertEqual(try house.view(customer).customer.state, .pending)
    try house.note(customer, by: .zhang, .noAnswer)
    XCTAssertEqual(try house.view(customer).customer.state, .following)
  }

  /// One open next contact (R6.1): a note that names none leaves what was agreed, until it is over or called off.
  func testAnAgreedNextContactStands() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    let agreed = house.now + 3600
    try house.write(NoteEntry(outcome: .connected, text: "约了", nextContact: agreed), on: customer, by: .zhang)
    try house.write(NoteEntry(outcome: .connected, text: "补一句"), on: customer, by: .zhang)
    XCTAssertEqual(try house.view(customer).customer.nextContact, agreed)
    try house.write(
      NoteEntry(outcome: .connected, text: "不用再打", callsOffNextContact: true), on: customer, by: .zhang)
    XCTAssertNil(try house.view(customer).customer.nextContact)
    try house.write(NoteEntry(outcome: .connected, text: "又约", nextContact: agreed), on: customer, by: .zhang)
    house.pass(days: 1)
    try house.write(NoteEntry(outcome: .connected, text: "打过了"), on: customer, by: .zhang)
    XCTAssertNil(try house.view(customer).customer.nextContact)
  }

  func testItMovesIntentStageAndNextContact() throws {
    let (house, customer) = try heldCustomer()
    let next = try house.time("2026-12-01 15:00")
    try house.write(
      NoteEntry(outcome: .interested, text: "要报价", intent: "B", stage: 3, nextContact: next), on: customer,
      by: .zhang)
    var seen = try house.view(customer).customer
    XCTAssertEqual([seen.intent, String(seen.stage)], ["B", "3"])
    XCTAssertEqual(seen.nextContact, next)
    try house.note(customer, by: .zhang)
    seen = try house.view(customer).customer
    XCTAssertEqual([seen.intent, String(seen.stage)], ["B", "3"], "what a note does not say stays")
  }

  func testTheServersTimeCounts() throws {
    let (house, customer) = try heldCustomer()
    let contactAt = try house.time("2026-11-26 20:00")
    try house.write(
      NoteEntry(outcome: .connected, text: "昨晚通话", contactAt: contactAt), on: customer, by: .zhang)
    let note = try XCTUnwrap(try house.view(customer).notes.first)
    XCTAssertEqual([note.at, note.contactAt], [house.now, contactAt])
    XCTAssertEqual(try house.due(customer), "2026-12-27 24:00", "a typed contact time moves no clock")
  }

  func testContactTimesThatCantBe() throws {
    let house = try TestHouse(at: "2026-11-01 09:00")
    let customer = try house.customer(in: .library(of: .zhang))
    try house.set("2026-11-20 14:00")
    for (contactAt, problem) in [
      ("2026-11-20T14:00:01", Refusal.Problem.ahead), ("2027-01-01 09:00", .ahead),
      ("2026-11-12T23:59:59", .tooFarBack), ("2026-10-31 09:00", .tooFarBack),
    ] {
      let entry = NoteEntry(outcome: .connected, contactAt: try house.time(contactAt))
      try assertRefused(.invalidField("at", problem), leaves: house) {
        try house.write(entry, on: customer, by: .zhang)
      }
    }
    for contactAt in ["2026-11-20 14:00", "2026-11-13 00:00"] {
      let entry = NoteEntry(outcome: .connected, contactAt: try house.time(contactAt))
      XCTAssertNoThrow(try house.write(entry, on: customer, by: .zhang), contactAt)
    }
  }

  func testNoContactBeforeTheEntry() throws {
    let (house, customer) = try heldCustomer()
    let entry = NoteEntry(outcome: .connected, contactAt: try house.time("2026-11-26T13:59:59"))
    try assertRefused(.invalidField("at", .beforeEntry), leaves: house) {
      try house.write(entry, on: customer, by: .zhang)
    }
  }

  func testFieldsThatCantBe() throws {
    let (house, customer) = try heldCustomer()
    let long = String(repeating: "长", count: 5_000_000 / 3)
    let cases: [(String, Refusal.Problem, NoteEntry)] = [
      ("intent", .unknown, NoteEntry(outcome: .connected, intent: "Z")),
      ("stage", .unknown, NoteEntry(outcome: .connected, stage: 8)),
      ("stage", .unknown, NoteEntry(outcome: .connected, stage: 0)),
      ("next", .past, NoteEntry(outcome: .connected, nextContact: house.now)),
      ("number", .unknown, NoteEntry(outcome: .connected, number: "051299999999")),
      ("text", .tooLong, NoteEntry(outcome: .connected, text: long)),
      ("place", .tooLong, NoteEntry(outcome: .connected, place: long)),
      ("met", .tooLong, NoteEntry(outcome: .connected, met: long)),
      ("text", .controlCharacters, NoteEntry(outcome: .connected, text: "红\u{1B}[31m字")),
      ("text", .controlCharacters, NoteEntry(outcome: .connected, text: "零\0字")),
      ("text", .controlCharacters, NoteEntry(outcome: .connected, text: "\u{9B}2J")),
      ("met", .controlCharacters, NoteEntry(outcome: .connected, met: "钱\u{202E}先生")),
      ("place", .controlCharacters, NoteEntry(outcome: .connected, place: "厂\n里")),
    ]
    for (field, problem, entry) in cases {
      try assertRefused(.invalidField(field, problem), leaves: house) {
        try house.write(entry, on: customer, by: .zhang)
      }
    }
  }

  func testATextMayHaveLines() throws {
    let (house, customer) = try heldCustomer()
    try house.note(customer, by: .zhang, text: "第一行\r\n第二行\t缩进\n第三行")
    XCTAssertEqual(try house.view(customer).notes.first?.text, "第一行\n第二行\t缩进\n第三行")
  }

  // MARK: numbers (R6.3)

  func testWhatIsSaidOfTheCalledNumberMarksIt() throws {
    for (outcome, mark) in [
      (Outcome.deadNumber, NumberMark.dead), (.wrongNumber, .wrong), (.doNotCall, .doNotCall),
      (.noAnswer, .good),
    ] {
      let (house, customer) = try heldCustomer()
      try house.write(NoteEntry(outcome: outcome, number: "13800010001"), on: customer, by: .zhang)
      XCTAssertEqual(try house.view(customer).numbers.map(\.mark), [.good, mark], outcome.rawValue)
    }
  }

  func testWhereNoNumberIsNamedItIsTheOneDialledFirst() throws {
    let (house, customer) = try heldCustomer()
    try house.note(customer, by: .zhang, .deadNumber)
    XCTAssertEqual(try house.view(customer).numbers.map(\.mark), [.dead, .good])
    try house.note(customer, by: .zhang, .wrongNumber)
    XCTAssertEqual(try house.view(customer).numbers.map(\.mark), [.dead, .wrong])
    try house.note(customer, by: .zhang, .doNotCall, kind: .message)
    XCTAssertEqual(try house.view(customer).numbers.map(\.mark), [.dead, .wrong])
  }

  func testDoNotCallStays() throws {
    let (house, customer) = try heldCustomer()
    try house.write(NoteEntry(outcome: .doNotCall, number: "13800010001"), on: customer, by: .zhang)
    try house.write(NoteEntry(outcome: .wrongNumber, number: "13800010001"), on: customer, by: .zhang)
    XCTAssertEqual(try house.view(customer).numbers.map(\.mark), [.good, .doNotCall])
  }

  // MARK: drafts (R6.4)

  func testADraftIsKeptUntilItsNoteIsWritten() throws {
    let (house, customer) = try heldCustomer()
    let zhang = house.id(.zhang)
    try KeepDraft(#"{"text":"要"}"#, on: customer).perform(by: zhang, at: house.now, in: house.house)
    house.pass(seconds: 1)
    try KeepDraft(#"{"text":"要报"}"#, on: customer).perform(by: zhang, at: house.now, in: house.house)
    let drafts = try Reading.drafts(of: zhang, in: house.house)
    XCTAssertEqual(drafts.map(\.entry), [#"{"text":"要报"}"#])
    XCTAssertEqual(drafts.map(\.startedAt), [house.now - 1])
    XCTAssertEqual(drafts.map(\.savedAt), [house.now])
    XCTAssertEqual(try Reading.drafts(of: house.id(.li), in: house.house).count, 0)
    try house.note(customer, by: .zhang)
    XCTAssertEqual(try Reading.drafts(of: zhang, in: house.house).count, 0)
  }

  func testADraftCanBeDropped() throws {
    let (house, customer) = try heldCustomer()
    for entry in ["{}", nil] {
      try KeepDraft(entry, on: customer).perform(by: house.id(.zhang), at: house.now, in: house.house)
    }
    XCTAssertEqual(try Reading.drafts(of: house.id(.zhang), in: house.house).count, 0)
  }

  func testDraftsThatCantBe() throws {
    let (house, customer) = try heldCustomer()
    try assertRefused(.invalidField("text", .tooLong), leaves: house) {
      try KeepDraft(String(repeating: "长", count: 70_000), on: customer)
        .perform(by: house.id(.zhang), at: house.now, in: house.house)
    }
    try assertRefused(.unknownCustomer("K000099"), leaves: house) {
      try KeepDraft("{}", on: CustomerID(99)).perform(by: house.id(.zhang), at: house.now, in: house.house)
    }
  }

  // MARK: the next contact (R6.1)

  func testThereIsOneNextContact() throws {
    let (house, customer) = try heldCustomer()
    for text in ["2026-12-01 15:00", "2026-12-02 09:00"] {
      try PlanContact(house.time(text), with: customer)
        .perform(by: house.id(.zhang), at: house.now, in: house.house)
    }
    XCTAssertEqual(try house.view(customer).customer.nextContact, try house.time("2026-12-02 09:00"))
    XCTAssertEqual(try house.due(customer), "2026-12-26 24:00", "it moves no clock")
    try assertRefused(.invalidField("next", .past), leaves: house) {
      try PlanContact(house.now, with: customer)
        .perform(by: house.id(.zhang), at: house.now, in: house.house)
    }
    try assertRefused(.notHeld, leaves: house) {
      try PlanContact(nil, with: customer).perform(by: house.id(.li), at: house.now, in: house.house)
    }
  }
}
