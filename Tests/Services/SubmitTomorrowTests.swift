import Domain
import Services
import TestSupport
import XCTest

/// The list of the next desk day from when it is handed in, and what changes it then (R7.5, R8.2).
final class SubmitTomorrowTests: TomorrowTestCase {
  func testHandingIn() throws {
    let house = try house()
    try assertRefused(.listEmpty, leaves: house) { try house.submitTomorrow() }
    let customers = try house.customers(2, in: .library(of: .zhang))
    try house.fillTomorrow()
    let short = ListFigures(prepared: 2, new: 2, target: 3, newTarget: 1)
    for reason in ["", "  "] {
      try assertRefused(.listShort(short), leaves: house) { try house.submitTomorrow(reason: reason) }
    }
    for (reason, problem) in [
      ("只有\u{202E}两家", Refusal.Problem.controlCharacters), (String(repeating: "少", count: 400), .tooLong),
    ] {
      try assertRefused(.invalidField("reason", problem), leaves: house) {
        try house.submitTomorrow(reason: reason)
      }
    }
    let submitted = try house.submitTomorrow(reason: "库里只有两家")
    XCTAssertEqual(submitted.superiors.map(\.name), ["林白露"])
    XCTAssertFalse(submitted.isLate)
    XCTAssertEqual(try house.tomorrow().status, .submitted)
    try assertRefused(.alreadySubmitted(at: house.now), leaves: house) {
      try house.submitTomorrow(reason: "又")
    }
    try house.withdrawTomorrow()
    try assertRefused(.notSubmitted, leaves: house) { try house.withdrawTomorrow() }
    try house.dropTomorrow(customers)
    try assertRefused(.listEmpty, leaves: house) { try house.submitTomorrow(reason: "空的") }
  }

  func testAfterTheCloseItIsLate() throws {
    let house = try house(at: "2026-11-26 18:29")
    _ = try house.customers(3, in: .library(of: .zhang))
    try house.fillTomorrow()
    XCTAssertFalse(try house.submitTomorrow().isLate)
    try house.withdrawTomorrow()
    try house.set("2026-11-26 18:30")
    XCTAssertTrue(try house.submitTomorrow().isLate)
  }

  func testAHandedInListThatChangesSaysSo() throws {
    let changes: [(String, (TestHouse, CustomerID) throws -> Void, Bool)] = [
      ("nothing", { _, _ in }, false),
      ("a release", { house, customer in try house.release(customer, by: .zhang) }, true),
      (
        "another level", { try $0.write(NoteEntry(outcome: .connected, intent: "C"), on: $1, by: .zhang) },
        true
      ),
      ("a note that moves the due alone", { house, customer in try house.note(customer, by: .zhang) }, false),
      ("a pick", { house, _ in try house.pick(try house.customer(in: .sea), by: .zhang) }, true),
      ("an entry", { house, _ in try house.customer(in: .library(of: .zhang)) }, true),
      ("a row more", { house, _ in try house.fillTomorrow() }, false),
      ("a row less", { house, customer in try house.dropTomorrow([customer]) }, true),
      ("a transfer", { house, customer in try house.transfer(customer, to: .manager) }, true),
    ]
    for (what, change, isChanged) in changes {
      let house = try house()
      let customers = try house.customers(3, in: .library(of: .zhang))
      try house.fillTomorrow()
      try house.submitTomorrow()
      let version = try house.tomorrow().version
      try change(house, customers[0])
      XCTAssertEqual(try house.tomorrow().isChanged, isChanged, what)
      XCTAssertEqual(try house.tomorrow().version > version, isChanged, what)
    }
  }

  /// A customer that had left the list before goes on elsewhere: the list is none the other for it.
  func testWhatHadLeftAHandedInListChangesItNoMore() throws {
    let house = try house()
    let customers = try house.customers(2, in: .library(of: .zhang))
    try house.fillTomorrow()
    try house.release(customers[0], by: .zhang)
    try house.submitTomorrow(reason: "只有一家")
    try house.set("2026-11-26 15:00")
    try house.pick(customers[0], by: .li)
    try house.write(NoteEntry(outcome: .connected, intent: "C"), on: customers[0], by: .li)
    XCTAssertFalse(try house.tomorrow().isChanged)
    try house.release(customers[0], by: .li)
    try house.release(customers[1], by: .zhang)
    XCTAssertTrue(try house.tomorrow().isChanged)
  }

  /// A list that nobody has passed yet follows its customers through its own day, whatever is prepared meanwhile.
  func testAListThatWaitsFollowsItsCustomersThroughItsDay() throws {
    let house = try TestHouse(
      Policy.channel(["tomorrow": ["customers": 3, "new": 1], "release": .release("10:00")]),
      at: "2026-10-28 09:00")
    let customers = try house.customers(2, in: .library(of: .zhang))
    try house.tick(through: "2026-11-26 14:00")
    try house.note(customers[1], by: .zhang)
    try house.fillTomorrow()
    try house.submitTomorrow(reason: "只有两家")
    func seen() throws -> EveningList {
      try EveningList.read(
        of: house.id(.zhang), by: house.id(.manager), date: Day(iso: "2026-11-26"), at: house.now,
        in: house.house)
    }
    try house.set("2026-11-27 09:00")
    try house.fillTomorrow()
    XCTAssertEqual(try seen().list.figures.prepared, 2)
    XCTAssertFalse(try seen().list.isChanged)
    try house.tick(through: "2026-11-27 10:00")
    XCTAssertEqual(try seen().list.rows.map(\.end), [.flowedBack(clocks: ["note"]), nil])
    XCTAssertEqual(try seen().list.figures.prepared, 1)
    XCTAssertTrue(try seen().list.isChanged)
    try house.set("2026-11-30 09:00")
    try house.fillTomorrow()
    try house.write(NoteEntry(outcome: .connected, intent: "C"), on: customers[1], by: .zhang)
    XCTAssertEqual(try seen().list.figures.prepared, 1, "the day is over, and nobody is woken for it")
  }

  func testAPickComesOntoAListThatWasHandedIn() throws {
    let house = try house()
    _ = try house.customers(3, in: .library(of: .zhang))
    try house.fillTomorrow()
    let early = try house.pick(try house.customer(in: .sea), by: .zhang).customer
    XCTAssertFalse(try house.tomorrow().rows.map(\.id).contains(early), "until then it is filled by hand")
    try house.submitTomorrow()
    let later = try house.pick(try house.customer(in: .sea), by: .zhang).customer
    XCTAssertTrue(try house.tomorrow().rows.map(\.id).contains(later))
    XCTAssertEqual(try figures(house), [4, 3, 4, 1])
    try house.undo(by: .zhang)
    XCTAssertEqual(try figures(house), [3, 3, 3, 1])
  }

}
