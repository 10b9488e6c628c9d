import Domain
import Services
import TestSupport
import XCTest

/// Policy "dealer" (R4.3): nothing is released; levels have a rhythm of calls and an expected buying time.
final class LevelTests: XCTestCase {
  private func dealer() throws -> TestHouse {
    try TestHouse(try XCTUnwrap(try ShippedPolicy.dealer))
  }

  /// A note that names a level.
  @discardableResult
  private func call(_ customer: CustomerID, level: String?, in house: TestHouse) throws -> NoteID {
    try house.write(NoteEntry(outcome: .connected, text: "要报价", intent: level), on: customer, by: .zhang).note
  }

  private func asked(_ who: TestHouse.Who, in house: TestHouse) throws -> [CustomerID?] {
    try house.alerts(of: who).filter { $0.kind == .levelAsked }.map(\.customer)
  }

  /// H within a week: named on 11-26, past on 12-03 at 24:00.
  func testTheLevelIsAskedAgainOnceAPeriod() throws {
    for (level, past) in [("H", "2026-12-04 00:00"), ("A", "2026-12-12 00:00"), ("B", "2026-12-27 00:00")] {
      let house = try dealer()
      let customer = try house.customer(in: .library(of: .zhang))
      try call(customer, level: level, in: house)
      house.pass(days: 1)
      try call(customer, level: nil, in: house)
      house.now = try house.time(past) - 1
      try house.engineTick()
      XCTAssertEqual(try asked(.zhang, in: house), [], "a call that names no level is no answer")
      for _ in 1...3 {
        house.pass(hours: 12)
        try house.engineTick()
      }
      XCTAssertEqual(try asked(.zhang, in: house), [customer], level)
      try call(customer, level: "H", in: house)
      house.pass(days: 8)
      try house.engineTick()
      XCTAssertEqual(try asked(.zhang, in: house).count, 2, "named anew, it is another period")
    }
  }

  func testWhatIsNotAsked() throws {
    let house = try dealer()
    let customers = try house.customers(5, in: .library(of: .zhang))
    for (customer, level) in zip(customers, ["C", "O", "H", "H", "H"]) {
      try call(customer, level: level, in: house)
    }
    try house.mark(houseAccount: true, customers[2])
    try house.release(customers[3], by: .zhang)
    let last = try call(customers[4], level: "C", in: house)
    house.pass(seconds: 30)
    try house.takeBack(last, on: customers[4], by: .zhang)
    house.pass(days: 12)
    try house.engineTick()
    XCTAssertEqual(try asked(.zhang, in: house), [customers[4]], "the note that named another is taken back")
  }

  /// R4.3: a try without contact moves what is overdue by a desk day and does not end it; a contact ends it. What is not
  /// overdue is not moved.
  func testATryMovesWhatIsOverdue() throws {
    let house = try dealer()
    let customers = try house.customers(5, in: .library(of: .zhang))
    for customer in customers.dropLast() { try call(customer, level: "A", in: house) }
    func overdue() throws -> [Int64: Int] {
      let lines = try OverdueView.read(by: house.id(.zhang), at: house.now, in: house.house).lines
        .filter { $0.days != nil }
      return Dictionary(uniqueKeysWithValues: lines.map { ($0.row.id.value, $0.days ?? 0) })
    }
    // Thursday, 14 days on: 7 beyond the rhythm.
    house.pass(days: 14)
    try call(customers[4], level: "A", in: house)
    XCTAssertEqual(try overdue(), [1: 7, 2: 7, 3: 7, 4: 7])
    try house.note(customers[0], by: .zhang, .noAnswer)
    try house.note(customers[1], by: .zhang, .wrongNumber)
    try house.note(customers[2], by: .zhang, .connected)
    try house.note(customers[4], by: .zhang, .noAnswer)
    XCTAssertEqual(try overdue(), [4: 7])
    house.pass(days: 1)
    XCTAssertEqual(try overdue(), [1: 1, 2: 1, 4: 8])
    // Friday: the next desk day is Monday.
    let last = try house.note(customers[0], by: .zhang, .busy)
    XCTAssertEqual(try overdue().keys.sorted(), [2, 4])
    try house.takeBack(last.note, on: customers[0], by: .zhang)
    XCTAssertEqual(try overdue()[1], 8, "as it was called last")
    try house.note(customers[1], by: .zhang, .busy)
    house.pass(days: 2)
    XCTAssertNil(try overdue()[2])
    house.pass(days: 1)
    XCTAssertEqual(try overdue()[2], 1)
    house.pass(days: 3)
    XCTAssertNil(try overdue()[5], "called 7 days ago")
    house.pass(days: 1)
    XCTAssertEqual(try overdue()[5], 1)
  }

  func testOverdueShowsToAgentAndManager() throws {
    let house = try dealer()
    let customers = try house.customers(3, in: .library(of: .zhang))
    for (customer, level) in zip(customers, ["A", "H", "O"]) { try call(customer, level: level, in: house) }
    try house.customer(in: .library(of: .li))
    house.pass(days: 7)
    func overdue(_ who: TestHouse.Who) throws -> [String] {
      try OverdueView.read(by: house.id(who), at: house.now, in: house.house).lines.map {
        "\($0.row.id.value) \($0.days ?? 0) \($0.isLevelToAsk) \($0.holder.name)"
      }
    }
    XCTAssertEqual(try overdue(.zhang), ["2 5 false 何小满"], "H every 2 days; A every 7")
    house.pass(days: 1)
    for who in [TestHouse.Who.zhang, .manager, .director] {
      XCTAssertEqual(try overdue(who), ["2 6 true 何小满", "1 1 false 何小满"])
    }
    XCTAssertEqual(try overdue(.li), [])
  }
}
