import Domain
import Storage
import TestSupport
import XCTest

@testable import Services

/// A wrong server clock never empties a library (R4.13).
final class FuseClockTests: XCTestCase {
  /// Held by zhang and warned; the engine ticked at 2026-12-25 10:00, two days before the due.
  private func ticked() throws -> (TestHouse, CustomerID) {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    try house.set("2026-12-25 10:00")
    XCTAssertNil(try house.engineTick()?.fuse)
    return (house, customer)
  }

  func testBehindAndAhead() throws {
    for (moment, cause) in [
      ("2026-12-25 09:55", nil), ("2026-12-25T09:54:59", FuseCause.clockBehind),
      ("2026-12-24 10:00", .clockBehind), ("2027-01-09 10:00", nil), ("2027-01-09T10:00:01", .clockAhead),
    ] {
      let (house, _) = try ticked()
      try house.set(moment)
      XCTAssertEqual(try house.engineTick()?.fuse?.cause, cause, moment)
    }
  }

  func testWithoutALastTickThereIsNothingToCompareWith() throws {
    let house = try TestHouse()
    try house.set("2028-01-01 10:00")
    XCTAssertNil(try house.engineTick()?.fuse)
  }

  /// Who sets the house up does so by whatever clock; only what is done with customers measures it.
  func testSettingUpMeasuresNoClock() throws {
    for isSettingUp in [true, false] {
      let (house, customer) = try ticked()
      try house.set("2026-12-26 10:00")
      if isSettingUp {
        try AddPerson(login: "wang", name: "汪春分", department: "一部", roles: [.agent])
          .perform(by: house.id(.admin), at: house.now, in: house.house)
      } else {
        try house.note(customer, by: .zhang)
      }
      try house.set("2026-12-25 10:05")
      XCTAssertEqual(try house.engineTick()?.fuse?.cause, isSettingUp ? nil : .clockBehind)
    }
  }

  /// By such a clock nobody is released, warned or refused an answer, neither by the engine nor by an act.
  func testAClockAheadDoesNothing() throws {
    for engineCame in [false, true] {
      let (house, customer) = try ticked()
      let other = try house.customer(in: .library(of: .li))
      try house.ask(other, days: 3, by: .li)
      let rows = try BaseDump(house.path).all(except: ["fuse", "event", "lease"])
      try house.set("2027-01-25 10:00")
      if engineCame { XCTAssertEqual(try house.engineTick()?.fuse?.cause, .clockAhead) }
      assertRefused(code: "held") { try house.pick(customer, by: .li) }
      assertRefused(code: "held") { try house.pick(other, by: .zhang) }
      XCTAssertEqual(try BaseDump(house.path).all(except: ["fuse", "event", "lease"]), rows)
      XCTAssertEqual(try house.library(of: .zhang).rows.count, 1)
      XCTAssertEqual(try house.view(customer).holder, try house.holder(.zhang))
    }
  }

  func testAClockThatComesBackMendsIt() throws {
    let (house, customer) = try ticked()
    try house.set("2027-01-25 10:00")
    try house.engineTick()
    try house.set("2026-12-25 11:00")
    XCTAssertEqual(try house.engineTick(), TickReport())
    try house.set("2026-12-27 00:00")
    XCTAssertEqual(try house.engineTick()?.released, 1)
    XCTAssertEqual(try house.lastEnd(customer)?.at, "2026-12-26 24:00")
  }

  func testAClockBehindIsWaitedFor() throws {
    let (house, customer) = try ticked()
    try house.set("2026-12-24 10:00")
    XCTAssertEqual(try house.engineTick()?.fuse?.cause, .clockBehind)
    XCTAssertNoThrow(try house.note(customer, by: .zhang), "holders act")
    try house.set("2026-12-25 09:56")
    XCTAssertNil(try house.engineTick()?.fuse)
  }

  /// After a long holiday with the engine off the clock is right, and a director or an administrator says so; what is due
  /// then goes by the rules. A manager confirms for his subtree, and no clock.
  func testADirectorOrAnAdministratorConfirmsTheClock() throws {
    for who in [TestHouse.Who.director, .admin] {
      let (house, customer) = try ticked()
      let late = try house.customer(in: .library(of: .zhang))
      try house.set("2027-01-25 10:00")
      XCTAssertEqual(try house.engineTick()?.fuse?.cause, .clockAhead)
      try assertRefused(.notAllowed(.mendClock), leaves: house) {
        try ConfirmReleases().perform(by: house.id(.manager), at: house.now, in: house.house)
      }
      XCTAssertEqual(try ConfirmReleases().perform(by: house.id(who), at: house.now, in: house.house), 0)
      let report = try XCTUnwrap(try house.engineTick())
      XCTAssertNil(report.fuse)
      XCTAssertEqual(
        [report.warned, report.released], [1, 1], "the one that was warned; the other is warned first")
      XCTAssertEqual(try house.lastEnd(customer)?.at, "2026-12-26 24:00")
      XCTAssertEqual(try house.due(late), "2027-01-26 24:00")
    }
  }

  /// Many small steps back are one large one: seen against the highest moment since the fuse was mended last.
  func testSmallStepsBackAreSeen() throws {
    let (house, _) = try ticked()
    for (moment, cause) in [
      ("2026-12-25 09:56", nil), ("2026-12-25 09:52", FuseCause.clockBehind),
      ("2026-12-25 09:30", .clockBehind),
      ("2026-12-25 09:55", nil), ("2026-12-25 09:51", nil), ("2026-12-25 09:49", .clockBehind),
    ] {
      try house.set(moment)
      XCTAssertEqual(try house.engineTick()?.fuse?.cause, cause, moment)
    }
  }

  /// A committed act is a moment of the house as a tick is; what was refused or read is none, nor one so far ahead that no
  /// clock can be right by it.
  func testActsAreMomentsOfTheHouse() throws {
    for (moment, isSeen) in [("2026-12-25 10:20", true), ("2027-01-25 10:00", false)] {
      let (house, customer) = try ticked()
      try house.set(moment)
      _ = try house.library(of: .zhang)
      assertRefused(code: "held") { try house.pick(customer, by: .li) }
      try house.set("2026-12-25 10:10")
      XCTAssertNil(try house.engineTick()?.fuse, "nothing was done at \(moment)")
      try house.set(moment)
      try house.note(customer, by: .zhang)
      try house.set("2026-12-25 10:14")
      XCTAssertEqual(try house.engineTick()?.fuse?.cause, isSeen ? .clockBehind : nil, moment)
    }
  }

  // MARK: against the host's own uptime

  func testAJumpAgainstTheUptime() throws {
    let now = try TestHouse().now
    let rules = try Policy.channel().fuse
    func cause(_ passed: Int64, uptime: Int64?, boot: String = "a") -> FuseCause? {
      let last = ClockReading(at: now, uptime: 1000, boot: "a")
      return rules.distrust(
        ClockReading(at: now + passed, uptime: uptime.map { 1000 + $0 }, boot: boot), after: last)
    }
    XCTAssertNil(cause(20, uptime: 20))
    XCTAssertNil(cause(320, uptime: 20))
    XCTAssertEqual(cause(321, uptime: 20), .clockJumped)
    XCTAssertEqual(cause(-281, uptime: 20), .clockJumped)
    XCTAssertEqual(cause(86_420, uptime: 20), .clockJumped)
    XCTAssertNil(cause(86_420, uptime: nil), "a clock that was set by hand has no uptime")
    XCTAssertNil(cause(86_420, uptime: 20, boot: "b"), "the host was started anew")
  }

  func testTheFuseBoxBlowsAndMendsByIt() throws {
    let (house, _) = try ticked()
    let look = InspectFuse(house: house.house)
    try house.store().fuses.record(ClockReading(at: house.now, uptime: 1000, boot: "a"))
    XCTAssertTrue(try look.perform(ClockReading(at: house.now + 90_000, uptime: 1020, boot: "a")))
    XCTAssertEqual(try house.store().fuses.blown()?.cause, .clockJumped)
    XCTAssertFalse(try look.perform(ClockReading(at: house.now + 40, uptime: 1040, boot: "a")))
    XCTAssertNil(try house.store().fuses.blown())
  }
}
