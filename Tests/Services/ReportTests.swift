import Domain
import TestSupport
import XCTest

@testable import Services

/// What a report counts and what not (R8.5): each with a row beside it that is outside.
final class ReportTests: ReportTestCase {
  func testWhatWasTakenBackIsNotCounted() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    let kept = try house.note(customer, by: .zhang)
    let back = try house.note(customer, by: .zhang, .noAnswer)
    XCTAssertEqual(figures(try report(house))[.calls], 2)
    try house.takeBack(back.note, on: customer, by: .zhang)
    XCTAssertEqual(figures(try report(house))[.calls], 1)
    XCTAssertEqual(figures(try report(house))[.effective], 1)
    try house.takeBack(kept.note, on: customer, by: .zhang)
    XCTAssertEqual(figures(try report(house))[.effective], 0)
  }

  /// A customer counts once a day, by an effective call; A and B by the level it stood at after that call.
  func testACustomerCountsOnceADay() throws {
    let house = try TestHouse()
    let customers = try house.customers(3, in: .library(of: .zhang))
    for _ in 1...2 { _ = try house.note(customers[0], by: .zhang) }
    _ = try house.write(
      NoteEntry(outcome: .connected, text: "要报价", intent: "B"), on: customers[1], by: .zhang)
    _ = try house.write(NoteEntry(outcome: .noAnswer, intent: "A"), on: customers[2], by: .zhang)
    _ = try house.note(customers[0], by: .zhang, kind: .message)
    for _ in 1...2 { _ = try house.visit(customers[2], by: .zhang) }
    var counted = figures(try report(house))
    XCTAssertEqual([ReportFigure.calls, .effective, .ab, .visits].map { counted[$0] }, [4, 2, 1, 1])
    house.pass(days: 1)
    _ = try house.note(customers[0], by: .zhang)
    counted = figures(try report(house, from: "2026-11-26"))
    XCTAssertEqual(counted[.effective], 3, "the next day again")
  }

  func testADayEndsAtMidnight() throws {
    let house = try TestHouse(at: "2026-11-26 23:59")
    let customer = try house.customer(in: .library(of: .zhang))
    _ = try house.note(customer, by: .zhang)
    try house.set("2026-11-27 00:00")
    _ = try house.note(customer, by: .zhang)
    try house.release(customer, by: .zhang)
    let (first, second) = ("2026-11-26", "2026-11-27")
    XCTAssertEqual(figures(try report(house, from: first, to: first))[.calls], 1)
    XCTAssertEqual(figures(try report(house, from: first, to: first))[.left], 0)
    XCTAssertEqual(figures(try report(house, from: second, to: second))[.calls], 1)
    XCTAssertEqual(figures(try report(house, from: second, to: second))[.left], 1)
    XCTAssertEqual(figures(try report(house, from: second, to: second))[.came], 0)
  }

  /// R3.7: an undone pick came to nobody, and its end is none.
  func testAnUndonePickIsNone() throws {
    let house = try TestHouse()
    let customers = try house.customers(2, in: .sea)
    try house.pick(customers[0], by: .zhang)
    try house.undo(by: .zhang)
    for kind in ReportKind.allCases {
      let report = try report(house, kind)
      for figure in kind.figures {
        XCTAssertEqual(report.lines.reduce(0) { $0 + $1.figures[figure] }, 0, "\(kind) \(figure)")
      }
    }
    try house.pick(customers[1], by: .zhang)
    let counted = figures(try report(house))
    XCTAssertEqual([ReportFigure.new, .came, .left].map { counted[$0] }, [1, 1, 0])
    XCTAssertEqual(figures(try report(house, .sea))[.picked], 1)
  }

  /// R8.6: an order that was confirmed, on that day, for whose library the customer was in; none that was voided.
  func testAnOrderThatCounts() throws {
    let house = try TestHouse()
    let customers = try house.customers(3, in: .library(of: .zhang))
    let orders = try customers.map { try house.order($0, yuan: 100) }
    for order in orders[..<2] { try house.confirm(order) }
    XCTAssertEqual(figures(try report(house))[.signed], 2, "one waits")
    try house.void(orders[0])
    let counted = figures(try report(house, .leaderboard))
    XCTAssertEqual([counted[.signed], counted[.amount]], [1, 10_000])
    house.pass(days: 1)
    XCTAssertEqual(figures(try report(house))[.signed], 0, "it was yesterday")
  }

  func testTheSeaTellsRulesFromHands() throws {
    let house = try TestHouse()
    let customers = try house.customers(3, in: .library(of: .zhang))
    try house.release(customers[0], by: .zhang, reason: .competitor)
    try house.tick(through: "2026-12-27 00:00")
    let counted = figures(try report(house, .sea, from: "2026-11-26"))
    XCTAssertEqual(
      [ReportFigure.flowedBack, .competitor, .noNeed, .released].map { counted[$0] }, [2, 1, 0, 3])
    XCTAssertEqual(figures(try report(house, from: "2026-11-26"))[.left], 3)
  }

  /// R2.2, R2.4: under his department; who was deactivated did what he did.
  func testWhoseFigures() throws {
    let house = try TestHouse()
    func logins(_ reader: TestHouse.Who, _ department: String? = nil) throws -> [String] {
      try report(house, for: reader, department: department).lines.map(\.subject.key).sorted()
    }
    XCTAssertEqual(try logins(.director), ["li", "zhang"])
    XCTAssertEqual(try logins(.manager), ["zhang"])
    XCTAssertEqual(try logins(.zhang), ["zhang"])
    assertRefused(.notAllowed(.see)) { _ = try logins(.manager, "二部") }
    assertRefused(.notAllowed(.see)) { _ = try logins(.zhang, "二部") }
    XCTAssertEqual(try logins(.director, "二部"), ["li"])
    try house.store().connection.run("UPDATE person SET is_active = 0 WHERE login = 'li'")
    XCTAssertEqual(try logins(.director), ["li", "zhang"])
  }

  // MARK: the sea

  /// R4.4: of several clocks the first has ruled; R8.5: what came and was never called, and how long the others waited.
  func testWhichClockAndTheFirstNote() throws {
    let house = try TestHouse()
    let customers = try house.customers(4, in: .library(of: .zhang))
    house.pass(hours: 3)
    let first = try house.note(customers[0], by: .zhang)
    try house.takeBack(first.note, on: customers[0], by: .zhang)
    house.pass(seconds: 1)
    _ = try house.note(customers[0], by: .zhang)
    house.pass(hours: 2)
    _ = try house.note(customers[1], by: .zhang)
    var counted = figures(try report(house, .sea))
    XCTAssertEqual([counted[.untouched], counted.value(.firstNote)], [2, 40], "3 hours and 5")
    XCTAssertEqual(counted[.firstNoteSeconds], 8 * 3_600 + 2, "the first that stands")
    try house.tick(through: "2026-12-27 00:00")
    counted = figures(try report(house, .sea, from: "2026-11-26"))
    XCTAssertEqual(
      [ReportFigure.flowedBack, .byNote, .byVisit, .bySigning].map { counted[$0] }, [4, 4, 0, 0])
  }

  func testAnOnlyNoteTakenBackLeavesItUntouched() throws {
    let house = try TestHouse()
    let customers = try house.customers(2, in: .library(of: .zhang))
    let only = try house.note(customers[0], by: .zhang)
    XCTAssertEqual(figures(try report(house, .sea))[.untouched], 1)
    try house.takeBack(only.note, on: customers[0], by: .zhang)
    XCTAssertEqual(figures(try report(house, .sea))[.untouched], 2)
  }

  /// R3.10: whose pair has signed goes to the sea too.
  func testAPairThatSignedIsADuplicate() throws {
    let house = try TestHouse()
    let (company, person) = (try house.customer(in: .library(of: .zhang)), try house.person())
    try house.pair(company, person)
    try house.confirm(house.order(company, yuan: 100))
    let counted = figures(try report(house, .sea))
    XCTAssertEqual([counted[.duplicate], counted[.released], counted[.flowedBack]], [1, 1, 0])
  }

  /// R4.4: of several clocks the first has ruled; what a colleague was given was not picked.
  func testEachClockAndEachWayIn() throws {
    let house = try TestHouse()
    let customers = try house.customers(3, in: .library(of: .zhang))
    try TransferCustomer(customers[2], to: house.id(.li)).perform(
      by: house.id(.director), at: house.now, in: house.house)
    try house.tick(through: "2026-12-27 00:00")
    for (customer, clocks) in zip(customers, ["visit,note", "signing"]) {
      try house.store().connection.run(
        "UPDATE opportunity SET end_clocks = ? WHERE customer = ?", [clocks, customer])
    }
    let report = try report(house, .sea, from: "2026-11-26")
    XCTAssertEqual(
      [ReportFigure.flowedBack, .byNote, .byVisit, .bySigning].map { figures(report)[$0] }, [2, 0, 1, 1])
    XCTAssertEqual([figures(report, of: "li")[.granted], figures(report, of: "li")[.picked]], [1, 0])
    XCTAssertEqual(figures(report)[.granted], 0)
  }

  /// R3.9: of what was asked, nothing is lost before the manager agrees.
  func testWhatIsLost() throws {
    let house = try TestHouse()
    let customers = try house.customers(2, in: .library(of: .zhang))
    let asked = try customers.map {
      try AskLost($0, reason: .noNeed, explanation: "今年不买了").perform(
        by: house.id(.zhang), at: house.now, in: house.house)
    }
    XCTAssertEqual(figures(try report(house, .sea))[.lost], 0)
    try AnswerRequest(asked[0].request, granted: true).perform(
      by: house.id(.manager), at: house.now, in: house.house)
    let counted = figures(try report(house, .sea))
    XCTAssertEqual([counted[.lost], counted[.released], counted[.noNeed], counted[.left]], [1, 0, 0, 1])
  }
}
