import Domain
import Services
import TestSupport
import XCTest

/// The day's figures, and what each is counted from (R7.4).
final class CountersTests: XCTestCase {
  private func counters(_ house: TestHouse) throws -> Counters {
    try Counters.read(by: house.id(.zhang), at: house.now, in: house.house)
  }

  private func figures(_ house: TestHouse) throws -> [Int] {
    let day = try counters(house).day
    return DayFigure.allCases.map(day.count)
  }

  /// Effective calls, A and B, added, visits.
  func testWhatCounts() throws {
    let house = try TestHouse()
    let customers = try house.customers(2, in: .library(of: .zhang))
    try house.set("2026-11-27 09:00")
    let steps: [(String, () throws -> Void, [Int])] = [
      ("in vain", { try house.note(customers[0], by: .zhang, .noAnswer) }, [0, 0, 0, 0]),
      ("reached", { try house.note(customers[0], by: .zhang) }, [1, 0, 0, 0]),
      ("twice is once", { try house.note(customers[0], by: .zhang, .refused) }, [1, 0, 0, 0]),
      (
        "an appointment at B counts for both",
        {
          try house.write(
            NoteEntry(outcome: .appointment, intent: "B", nextContact: house.now + 60), on: customers[1],
            by: .zhang)
        }, [2, 1, 0, 0]
      ),
      ("a message is no call", { try house.note(customers[0], by: .zhang, kind: .message) }, [2, 1, 0, 0]),
      ("a visit is no call", { try house.visit(customers[0], by: .zhang) }, [2, 1, 0, 1]),
      ("one visit a customer", { try house.visit(customers[0], by: .zhang) }, [2, 1, 0, 1]),
      ("a visit without a result", { try house.note(customers[1], by: .zhang, kind: .visit) }, [2, 1, 0, 1]),
      ("entered", { try house.customer(in: .library(of: .zhang)) }, [2, 1, 1, 1]),
      ("picked", { try house.pick(try house.customer(in: .sea), by: .zhang) }, [2, 1, 2, 1]),
      ("undone", { try house.undo(by: .zhang) }, [2, 1, 1, 1]),
      ("somebody else's", { try house.customer(in: .library(of: .li)) }, [2, 1, 1, 1]),
      ("at midnight all begins anew", { try house.set("2026-11-28 00:00") }, [0, 0, 0, 0]),
    ]
    for (what, act, expected) in steps {
      try act()
      XCTAssertEqual(try figures(house), expected, what)
      let counted = try counters(house).counted
      XCTAssertEqual(
        DayFigure.allCases.map { counted[$0]?.count ?? -1 }, expected, "\(what): the list behind")
    }
  }

  func testTheTakenBackCountsForNothing() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    let written = try house.write(NoteEntry(outcome: .connected, intent: "A"), on: customer, by: .zhang)
    XCTAssertEqual(try figures(house), [1, 1, 1, 0])
    try house.takeBack(written.note, on: customer, by: .zhang)
    XCTAssertEqual(try figures(house), [0, 0, 1, 0])
  }

  /// Each figure stays what it was, wherever its customer goes.
  func testWhatWasCountedStaysCounted() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    try house.write(NoteEntry(outcome: .connected, intent: "B"), on: customer, by: .zhang)
    try house.release(customer, by: .zhang)
    XCTAssertEqual(try figures(house), [1, 1, 1, 0])
    XCTAssertEqual(try counters(house).counted[.ab]?.map(\.customer), [customer])
  }

  func testADayOfVisits() throws {
    let house = try TestHouse()
    func set(_ isOn: Bool, tomorrow: Bool = false) throws -> String {
      try SetVisitDay(isOn, tomorrow: tomorrow).perform(by: house.id(.zhang), at: house.now, in: house.house)
        .iso
    }
    XCTAssertEqual(try counters(house).day.shortfalls, [.effective, .ab, .added])
    XCTAssertEqual(try set(true), "2026-11-26")
    XCTAssertEqual(try counters(house).day.shortfalls, [.added, .visits])
    XCTAssertEqual(try set(true), "2026-11-26", "twice is once")
    XCTAssertEqual(try set(false), "2026-11-26")
    XCTAssertEqual(try counters(house).day.isVisitDay, false)
    try house.set("2026-11-27 14:00")
    XCTAssertEqual(try set(true, tomorrow: true), "2026-11-30", "the next desk day")
    XCTAssertTrue(try counters(house).isNextDayOfVisits)
    try house.set("2026-11-30 09:00")
    XCTAssertTrue(try counters(house).day.isVisitDay)
  }
}
