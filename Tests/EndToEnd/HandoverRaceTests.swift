import Foundation
import TestSupport
import XCTest

/// Handovers by several processes at once, and one that is killed in the middle (R2.6, R3.2).
final class HandoverRaceTests: XCTestCase {
  private func house(customers: Int) throws -> ProcessHouse {
    let house = try ProcessHouse(agents: ["zhang", "wang", "li"])
    try house.require(["import", try house.table(of: customers), "--to", "zhang"])
    for (login, role) in [("lin", "director"), ("gu", "director")] {
      try house.require(["person", "add", login, "--name", login, "--department", "House", "--role", role])
    }
    return house
  }

  private func assertWhole(_ house: ProcessHouse, file: StaticString = #filePath, line: UInt = #line) throws {
    let dump = try house.dump()
    XCTAssertEqual(
      try dump.value(
        """
        SELECT count(*) FROM customer c LEFT JOIN opportunity o ON o.customer = c.id AND o.ended_at IS NULL
        WHERE c.owner IS NULL OR c.owner IS NOT o.holder OR c.opportunity IS NOT o.id
        """), "0", "a customer was lost, or has two holders", file: file, line: line)
    XCTAssertEqual(try dump.integrity(), "ok", file: file, line: line)
  }

  /// Two managers hand the same person over at once: each customer goes to one of the two, and is moved once.
  func testTwoManagersAtOnce() throws {
    let house = try house(customers: 60)
    let results = try atOnce(2) { index in
      try house.run(["handover", "zhang", "--to", ["wang", "li"][index], "--as", ["lin", "gu"][index]])
    }
    let moved = try results.map { try XCTUnwrap($0.objects.first)["moved"]?.items.count ?? 0 }
    XCTAssertEqual(moved.reduce(0, +), 60, "\(results)")
    XCTAssertEqual(
      try house.dump().values("SELECT count(*) FROM opportunity WHERE way_in = 'transferred' GROUP BY holder")
        .count,
      moved.count { $0 > 0 })
    XCTAssertEqual(try house.dump().count("opportunity"), 120)
    try assertWhole(house)
  }

  /// Killed in the middle nothing is half, and the rest goes when it is run again; what the first moved comes back too.
  func testAKilledOneIsRunAgain() throws {
    let house = try house(customers: 300)
    let first = try house.start(["handover", "zhang", "--to", "wang", "--as", "lin"])
    while try house.dump().count("handed_customer") < 20 { sched_yield() }
    first.kill()
    _ = try first.finish()
    try assertWhole(house)
    let moved = try house.dump().count("handed_customer")
    XCTAssertLessThan(moved, 300, "it was over before it was killed")
    let again = try house.require(["handover", "zhang", "--to", "wang", "--as", "lin"])
    XCTAssertEqual(again["moved"]?.items.count, 300 - moved)
    XCTAssertEqual(try house.require(["undo", "--as", "lin"])["back"]?.items.count, 300 - moved)
    try assertWhole(house)
  }
}
