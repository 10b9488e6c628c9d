import Domain
import Services
import TestSupport
import XCTest

/// One of all running processes acts (R4.11).
final class LeaseTests: XCTestCase {
  /// This process under another start: one that is gone, as far as anybody can tell.
  private let gone = "\(getpid())@1"

  private func giveLease(to holder: String, until expiry: Instant, in house: TestHouse) throws {
    try house.store().connection.run(
      "INSERT INTO lease VALUES ('engine', ?, ?) ON CONFLICT DO UPDATE SET holder = ?1, expires_at = ?2",
      [holder, expiry])
  }

  private func dueHouse() throws -> TestHouse {
    let house = try TestHouse()
    try house.customer(in: .library(of: .zhang))
    try house.set("2026-12-25 00:00")
    return house
  }

  /// The first process of the host: it lives as long as the host.
  private func living() throws -> String {
    let fields = try String(contentsOfFile: "/proc/1/stat", encoding: .utf8).components(separatedBy: ") ")
    return "1@" + (try XCTUnwrap(fields.last)).components(separatedBy: " ")[19]
  }

  func testTheHolderOfTheLeaseActs() throws {
    let house = try dueHouse()
    let engine = Engine(house.house)
    XCTAssertEqual(try engine.tick(at: house.now, wallClock: house.now)?.warned, 1)
    XCTAssertEqual(try engine.tick(at: house.now, wallClock: house.now), TickReport(), "and keeps it")
    XCTAssertEqual(
      try BaseDump(house.path).value("SELECT expires_at FROM lease"), String(house.now.seconds + 40))
  }

  func testWhileALivingProcessHoldsItNobodyElseActs() throws {
    let house = try dueHouse()
    try giveLease(to: living(), until: house.now + 1, in: house)
    let before = try BaseDump(house.path).all()
    XCTAssertNil(try Engine(house.house).tick(at: house.now, wallClock: house.now))
    XCTAssertEqual(try BaseDump(house.path).all(), before, "it was only looked at")
  }

  func testAnExpiredLeaseIsTaken() throws {
    let house = try dueHouse()
    try giveLease(to: living(), until: house.now, in: house)
    XCTAssertEqual(try Engine(house.house).tick(at: house.now, wallClock: house.now)?.warned, 1)
  }

  func testTheLeaseOfADeadProcessIsTakenAtOnce() throws {
    for dead in [gone, "4194303@17"] {
      let house = try dueHouse()
      try giveLease(to: dead, until: house.now + 50, in: house)
      XCTAssertEqual(try Engine(house.house).tick(at: house.now, wallClock: house.now)?.warned, 1, dead)
    }
  }

  /// One that was killed and that nobody has waited for still has its number.
  func testTheLeaseOfAProcessThatEndedUnseenIsTakenAtOnce() throws {
    let house = try dueHouse()
    var process: pid_t = 0
    let arguments: [UnsafeMutablePointer<CChar>?] = [strdup("true"), nil]
    defer { free(arguments[0]) }
    XCTAssertEqual(posix_spawn(&process, "/bin/true", nil, nil, arguments, nil), 0)
    defer { waitpid(process, nil, 0) }
    var information = siginfo_t()
    XCTAssertEqual(waitid(P_PID, id_t(process), &information, WEXITED | WNOWAIT), 0)
    let fields = try String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8).components(
      separatedBy: ") ")
    let started = try XCTUnwrap(fields.last).components(separatedBy: " ")[19]
    try giveLease(to: "\(process)@\(started)", until: house.now + 50, in: house)
    XCTAssertEqual(try Engine(house.house).tick(at: house.now, wallClock: house.now)?.warned, 1)
  }

  func testALeaseGivenBackIsFree() throws {
    let house = try dueHouse()
    let engine = Engine(house.house)
    _ = try engine.tick(at: house.now, wallClock: house.now)
    try engine.giveBackLease()
    XCTAssertEqual(try BaseDump(house.path).count("lease"), 0)
    try engine.giveBackLease()
  }

  func testNobodyGivesBackSomebodyElsesLease() throws {
    let house = try dueHouse()
    try giveLease(to: living(), until: house.now + 50, in: house)
    try Engine(house.house).giveBackLease()
    XCTAssertEqual(try BaseDump(house.path).count("lease"), 1)
  }

  /// Of two that look at the same dead holder, one gets the lease.
  func testATakeoverHappensOnce() throws {
    let house = try dueHouse()
    try giveLease(to: gone, until: house.now + 50, in: house)
    let (one, other) = (try house.store(), try house.store())
    XCTAssertTrue(try one.leases.take("engine", by: "a", from: gone, until: house.now))
    XCTAssertFalse(try other.leases.take("engine", by: "b", from: gone, until: house.now))
    XCTAssertTrue(try one.leases.take("engine", by: "a", from: "a", until: house.now + 1), "it is kept")
  }

  func testOfTwoThatFindNoLeaseOneGetsIt() throws {
    let house = try dueHouse()
    let (one, other) = (try house.store(), try house.store())
    XCTAssertTrue(try one.leases.take("engine", by: "a", from: nil, until: house.now))
    XCTAssertFalse(try other.leases.take("engine", by: "b", from: nil, until: house.now))
  }

  /// The clock of a sandbox may be set anywhere; the lease runs by the host's.
  func testTheLeaseRunsByTheHostsClock() throws {
    let house = try dueHouse()
    let wall = try house.time("2026-11-26 14:00")
    XCTAssertNotNil(try Engine(house.house).tick(at: house.now, wallClock: wall))
    XCTAssertEqual(try BaseDump(house.path).value("SELECT expires_at FROM lease"), String(wall.seconds + 40))
    let lastTick = try house.store().fuses.lastReading()?.at
    XCTAssertEqual(lastTick, house.now)
  }

  /// A sweep that has lost its lease stops after the chunk it is in; the next holder does the rest, and nothing twice.
  func testALostLeaseStopsASweep() throws {
    let house = try TestHouse()
    try house.importRows((1...230).map { "苏州潮音\($0)厂,0512-6\(1_000_000 + $0),苏州" }, to: .zhang)
    try house.tick(through: "2026-12-26 12:00")
    try house.set("2026-12-27 00:00")
    var asked = 0
    let report = try SweepDeadlines().perform(at: house.now, in: house.house) {
      asked += 1
      return false
    }
    XCTAssertEqual(asked, 1)
    XCTAssertTrue((1...100).contains(report.released), "\(report.released)")
    XCTAssertEqual(try house.tick().released, 230 - report.released)
    XCTAssertEqual(try BaseDump(house.path).count("event", where: "act = 'flow_back'"), 230)
  }
}
