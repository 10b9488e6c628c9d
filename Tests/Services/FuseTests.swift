import Domain
import Services
import TestSupport
import XCTest

/// Too much at once releases nothing until a manager confirms (R4.13).
final class FuseTests: XCTestCase {
  /// 60 customers of zhang's and 12 of li's, all due on 2026-12-26 24:00 and warned; it is that moment.
  private func tooMany(
    _ changes: [String: JSON] = [:], zhang: Int = 60, li: Int = 12, now: String = "2026-12-27 00:00"
  ) throws -> TestHouse {
    let house = try TestHouse(Policy.channel(changes))
    try house.importRows((0..<zhang).map { "苏州潮音\($0)厂,0512-6\(3_000_000 + $0),苏州" }, to: .zhang)
    try house.importRows((0..<li).map { "苏州浪花\($0)厂,0512-6\(4_000_000 + $0),苏州" }, to: .li)
    for moment in ["2026-12-18 09:00", "2026-12-25 15:00"] {
      try house.set(moment)
      try house.engineTick()
    }
    try house.set(now)
    return house
  }

  private func confirm(_ house: TestHouse, by who: TestHouse.Who) throws -> Int {
    try ConfirmReleases().perform(by: house.id(who), at: house.now, in: house.house)
  }

  private func forecast(_ house: TestHouse, by who: TestHouse.Who) throws -> ReleaseForecast {
    try ReleaseForecast.read(by: house.id(who), at: house.now, in: house.house)
  }

  private func held(_ house: TestHouse) throws -> Int {
    try BaseDump(house.path).count("customer", where: "owner IS NOT NULL")
  }

  // MARK: what managers see

  /// The list counts what the forecast counts: of one holder, what is held back and what is still to come.
  func testTheCustomersOfAHolder() throws {
    let house = try tooMany()
    try house.engineTick()
    for (who, count) in [(TestHouse.Who.zhang, 60), (.li, 12)] {
      let list = try HolderForecast.read(
        of: house.id(who), by: house.id(.director), at: house.now, in: house.house)
      XCTAssertEqual(list.holder, try house.holder(who))
      XCTAssertEqual(list.rows.count, count)
      XCTAssertTrue(list.rows.allSatisfy { $0.isHeldBack(at: house.now) })
    }
    for who in [TestHouse.Who.zhang, .manager] {
      assertRefused(.notAllowed(.confirm)) {
        _ = try HolderForecast.read(of: house.id(.li), by: house.id(who), at: house.now, in: house.house)
      }
    }
  }

  // MARK: when it blows

  func testItBlowsAboveBothLimits() throws {
    let fuse: JSON = ["count": 50, "percent": 20, "behind": "5m", "ahead": "15d", "jump": "5m"]
    for (due, alsoHeld, blows) in [(50, 0, false), (51, 0, true), (51, 204, false), (51, 203, true)] {
      let house = try TestHouse(Policy.channel(["fuse": fuse, "capacity": 1000]))
      try house.importRows((0..<due).map { "苏州潮音\($0)厂,0512-6\(3_000_000 + $0),苏州" }, to: .zhang)
      try house.set("2026-12-25 15:00")
      try house.engineTick()
      if alsoHeld > 0 {
        try house.importRows((0..<alsoHeld).map { "苏州浪花\($0)厂,0512-6\(4_000_000 + $0),苏州" }, to: .li)
      }
      try house.set("2026-12-29 00:00")
      let report = try XCTUnwrap(try house.engineTick())
      XCTAssertEqual(report.fuse?.cause, blows ? .tooMany : nil, "\(due) of \(due + alsoHeld)")
      XCTAssertEqual(report.released, blows ? 0 : due)
    }
  }

  /// What is due at two hours of a day is of one due day.
  func testTheDayCountsNotTheMoment() throws {
    let house = try tooMany(zhang: 60, li: 0)
    try house.store().connection.run(
      "UPDATE customer SET flow_back_at = flow_back_at - 3600, wake_at = wake_at - 3600 WHERE id % 2")
    XCTAssertEqual(try house.engineTick()?.fuse?.cause, .tooMany)
  }

  /// Holds those of zhang's up to this number until a moment, the others until another.
  private func hold(_ house: TestHouse, upTo number: Int, until first: String, others: String) throws {
    let connection = try house.store().connection
    for (condition, moment) in [("<=", first), (">", others)] {
      let due = try house.time(moment)
      try connection.run(
        "UPDATE opportunity SET held_until = ? WHERE customer \(condition) ?", [due, number])
      try connection.run(
        "UPDATE customer SET flow_back_at = ?1, wake_at = ?1 WHERE id \(condition) ?2", [due, number])
    }
  }

  /// What earlier ticks released of the due day counts with what is left of it.
  func testEarlierReleasesOfTheDueDayCount() throws {
    for (others, isConfirmed, blows) in [
      ("2026-12-27 10:00", false, true), ("2026-12-27 10:00", true, false),
      ("2026-12-28 10:00", false, false),
    ] {
      let house = try tooMany(zhang: 70, li: 0, now: "2026-12-27 09:00")
      try hold(house, upTo: 40, until: "2026-12-27 09:00", others: others)
      XCTAssertEqual(try house.engineTick()?.released, 40)
      if isConfirmed { try ConfirmForecast().perform(by: house.id(.manager), at: house.now, in: house.house) }
      try house.set(others)
      let report = try XCTUnwrap(try house.engineTick())
      XCTAssertEqual(report.fuse?.cause, blows ? .tooMany : nil, others)
      XCTAssertEqual(report.released, blows ? 0 : 30)
    }
  }

  /// What a manager confirmed is no part of what nobody has looked at.
  func testWhatWasConfirmedDoesNotCount() throws {
    let house = try tooMany(zhang: 70, li: 0)
    try hold(house, upTo: 60, until: "2026-12-27 09:00", others: "2026-12-27 10:00")
    try house.set("2026-12-27 09:00")
    XCTAssertEqual(try house.engineTick()?.fuse?.cause, .tooMany)
    XCTAssertEqual(try confirm(house, by: .director), 60)
    try house.set("2026-12-27 10:00")
    XCTAssertEqual(try house.engineTick()?.released, 10)
  }

  // MARK: while it is blown

  func testNothingIsReleasedByEngineOrActs() throws {
    let house = try tooMany()
    let customer = CustomerID(1)
    XCTAssertEqual(try house.engineTick()?.fuse?.cause, .tooMany)
    house.pass(hours: 10)
    XCTAssertEqual(try house.engineTick()?.released, 0)
    assertRefused(code: "held") { try house.pick(customer, by: .li) }
    XCTAssertEqual(try held(house), 72)
    XCTAssertEqual(try house.library(of: .zhang).rows.count, 60, "rows stay listed")
    XCTAssertEqual(try house.library(of: .zhang).held, 60, "and take their slots")
    XCTAssertEqual(try house.view(customer).holder, try house.holder(.zhang))
  }

  func testHoldersAct() throws {
    let house = try tooMany()
    try house.engineTick()
    house.pass(hours: 10)
    try house.note(CustomerID(1), by: .zhang)
    XCTAssertEqual(try house.due(CustomerID(1)), "2027-01-25 24:00")
    XCTAssertNoThrow(try house.ask(CustomerID(2), days: 3))
    try house.release(CustomerID(3), by: .zhang)
    XCTAssertNoThrow(try house.undo(by: .zhang), "it is not over while the fuse is blown")
    let note = try house.note(CustomerID(4), by: .zhang)
    XCTAssertNoThrow(try house.takeBack(note.note, on: CustomerID(4), by: .zhang))
  }

  func testItMendsItselfOnceAllWasRenewed() throws {
    let house = try tooMany(zhang: 60, li: 0)
    XCTAssertNotNil(try house.engineTick()?.fuse)
    house.pass(hours: 10)
    for customer in 1...59 { try house.note(CustomerID(Int64(customer)), by: .zhang) }
    XCTAssertNotNil(try house.engineTick()?.fuse, "one is left")
    try house.note(CustomerID(60), by: .zhang)
    XCTAssertEqual(try house.engineTick(), TickReport())
    assertRefused(.nothingToConfirm) { _ = try confirm(house, by: .director) }
  }

  /// A manager who is away for weeks must not make the clock look as if it had jumped.
  func testTheClockIsMeasuredWhileItIsBlown() throws {
    let house = try tooMany()
    let late = try house.customer(in: .library(of: .li))
    for _ in 1...20 {
      XCTAssertEqual(try house.engineTick()?.fuse?.cause, .tooMany)
      house.pass(days: 1)
    }
    house.pass(days: 3)
    try house.engineTick()
    XCTAssertNotNil(try house.view(late, as: .li).standing?.firstWarning, "others are warned all the same")
  }

  func testALibraryThatIsFullStaysFull() throws {
    let house = try tooMany(["capacity": 60])
    try house.engineTick()
    let sea = try house.customer(in: .sea)
    assertRefused(.libraryFull(held: 60, capacity: 60)) { try house.pick(sea, by: .zhang) }
  }

  // MARK: confirming

  func testAManagerConfirmsForHisSubtree() throws {
    let house = try tooMany()
    try house.engineTick()
    house.pass(hours: 9)
    XCTAssertEqual(try forecast(house, by: .manager).heldBack.map(\.count), [60])
    XCTAssertEqual(try forecast(house, by: .director).heldBack.map(\.count).sorted(), [12, 60])
    XCTAssertEqual(try confirm(house, by: .manager), 60)
    XCTAssertEqual(try held(house), 12)
    XCTAssertNotNil(try house.engineTick()?.fuse, "li's still wait")
    XCTAssertEqual(try confirm(house, by: .director), 12)
    XCTAssertEqual(try house.engineTick(), TickReport())
    try assertRefused(.nothingToConfirm, leaves: house) { _ = try confirm(house, by: .director) }
  }

  func testWhatWasRenewedDropsOutAndTheRestEndsThen() throws {
    let house = try tooMany()
    try house.engineTick()
    house.pass(hours: 9)
    try house.note(CustomerID(1), by: .zhang)
    XCTAssertEqual(try confirm(house, by: .director), 71)
    XCTAssertEqual(try house.view(CustomerID(1)).holder, try house.holder(.zhang))
    XCTAssertEqual(try house.lastEnd(CustomerID(2))?.at, "2026-12-27 09:00", "it ends now")
    let event = try XCTUnwrap(
      try Reading.audit(of: CustomerID(2), limit: 1, by: house.id(.admin), in: house.house).first)
    XCTAssertEqual(event.name, "顾大寒")
    XCTAssertTrue(event.detail.contains(#""due_at":"2026-12-27T00:00:00+08:00""#), event.detail)
  }

  func testWhoMayNotConfirm() throws {
    let house = try tooMany()
    try house.engineTick()
    for who in [TestHouse.Who.zhang, .support, .clerk, .reception] {
      try assertRefused(.notAllowed(.confirm), leaves: house) { _ = try confirm(house, by: who) }
      try assertRefused(.notAllowed(.confirm), leaves: house) { _ = try forecast(house, by: who) }
    }
  }

  // MARK: beforehand

  func testAForecastThatWasConfirmedDoesNotBlow() throws {
    let house = try tooMany(now: "2026-12-25 15:00")
    let seen = try forecast(house, by: .director)
    XCTAssertEqual(seen.counts.map(\.count), [60, 12])
    XCTAssertEqual(seen.through, try house.time("2026-12-29 00:00"), "Friday's next desk day is Monday")
    XCTAssertTrue(seen.isTooMuch)
    XCTAssertEqual(try forecast(house, by: .manager).counts.map(\.count), [60])
    try ConfirmForecast().perform(by: house.id(.director), at: house.now, in: house.house)
    try house.set("2026-12-27 00:00")
    XCTAssertEqual(try house.engineTick()?.released, 72)
  }

  /// 40 on Friday and 40 on Saturday are no day with more than 50.
  func testTheForecastLooksAtEachDueDay() throws {
    let house = try tooMany(zhang: 80, li: 0, now: "2026-12-25 15:00")
    XCTAssertTrue(try forecast(house, by: .director).isTooMuch)
    try house.store().connection.run(
      "UPDATE customer SET flow_back_at = flow_back_at - 86400 WHERE id % 2")
    XCTAssertFalse(try forecast(house, by: .director).isTooMuch)
    XCTAssertEqual(try forecast(house, by: .director).counts.map(\.count), [80])
  }

  /// What a manager confirms is what he was shown, not what fell due while he read.
  func testWhatFellDueSinceItWasShownStays() throws {
    let house = try tooMany(li: 0)
    try house.engineTick()
    let shown = house.now
    try house.store().connection.run(
      "UPDATE customer SET flow_back_at = flow_back_at + 60, wake_at = wake_at + 60 WHERE id % 2")
    house.pass(minutes: 2)
    let confirm = ConfirmReleases(shownAt: shown)
    XCTAssertEqual(try confirm.perform(by: house.id(.manager), at: house.now, in: house.house), 30)
    XCTAssertEqual(try held(house), 30)
    XCTAssertEqual(try forecast(house, by: .manager).heldBack.map(\.count), [30])
  }

  /// What others have left to confirm is below the limit.
  func testAConfirmationIsForTheSubtree() throws {
    for (li, blows) in [(12, false), (55, true)] {
      let house = try tooMany(li: li, now: "2026-12-25 15:00")
      try ConfirmForecast().perform(by: house.id(.manager), at: house.now, in: house.house)
      try house.set("2026-12-27 00:00")
      XCTAssertEqual(try house.engineTick()?.fuse?.cause, blows ? .tooMany : nil)
      XCTAssertEqual(try held(house), blows ? 60 + li : 0)
    }
  }

  func testAConfirmationReachesNoFurtherThanTheForecast() throws {
    let house = try tooMany(now: "2026-12-24 15:00")  // through Friday, 24:00
    try ConfirmForecast().perform(by: house.id(.director), at: house.now, in: house.house)
    try house.set("2026-12-27 00:00")
    XCTAssertEqual(try house.engineTick()?.fuse?.cause, .tooMany)
  }

  /// R4.13: the share is of what was held before the day's first release, and has to be more than the limit.
  func testTheShareCountsWhatWasReleasedBefore() throws {
    for (due, blows) in [(2, false), (3, true)] {
      let house = try TestHouse(
        Policy.channel(["fuse": ["count": 1, "percent": 20, "behind": "5m", "ahead": "15d", "jump": "5m"]]))
      _ = try house.customers(10, in: .library(of: .zhang))
      try house.tick(through: "2026-12-26 12:00")
      try hold(house, upTo: 1, until: "2026-12-27 09:00", others: "2026-12-30 10:00")
      try house.store().connection.run(
        "UPDATE customer SET flow_back_at = ?1, wake_at = ?1 WHERE id BETWEEN 2 AND ?2",
        [try house.time("2026-12-27 10:00"), due])
      try house.store().connection.run(
        "UPDATE opportunity SET held_until = ?1 WHERE customer BETWEEN 2 AND ?2",
        [try house.time("2026-12-27 10:00"), due])
      try house.set("2026-12-27 09:00")
      XCTAssertEqual(try house.engineTick()?.released, 1)
      try house.set("2026-12-27 10:00")
      let report = try XCTUnwrap(try house.engineTick())
      XCTAssertEqual(report.fuse?.cause, blows ? .tooMany : nil, "\(due) of 10")
      XCTAssertEqual(report.released, blows ? 0 : due - 1)
    }
  }
}
