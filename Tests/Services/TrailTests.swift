import Domain
import Foundation
import Services
import Storage
import TestSupport
import XCTest

/// Every act that succeeds leaves its event, or one on each customer it is about; the few that concern nobody else
/// leave none (R2.5).
final class TrailTests: XCTestCase {
  func testEveryActLeavesItsTrail() throws {
    for trail in Trail.all {
      let house = try TestHouse()
      let act = try trail.prepare(house)
      let connection = try house.store().connection
      let before = try XCTUnwrap(connection.first("SELECT max(id) FROM event") { $0.integer(0) })
      try act()
      let events = try connection.query(
        """
        SELECT act, coalesce((SELECT login FROM person WHERE id = actor), '-'), customer FROM event
        WHERE id > ? ORDER BY id
        """, [before]
      ) { "\($0.text(0)) \($0.text(1)) \($0.optionalID(2, as: CustomerID.self)?.code ?? "-")" }
      XCTAssertEqual(events, trail.events, trail.act)
    }
  }

  /// An act that is not in the table is one nobody asked for its event.
  func testEveryActIsInTheTable() throws {
    let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Sources/Services/Acts").standardizedFileURL
    // AuditTests look at the first event of a house.
    let tried = Set(
      ["SetUpHouse"] + Trail.all.compactMap { $0.act.split(separator: " ").first.map(String.init) })
    for file in try FileManager.default.contentsOfDirectory(at: sources, includingPropertiesForKeys: nil) {
      let text = try String(contentsOf: file, encoding: .utf8)
      for part in text.components(separatedBy: "\npackage struct ").dropFirst()
      where part.contains("func perform(") {
        let name = String(part.prefix { $0.isLetter })
        XCTAssertTrue(tried.contains(name), "\(name) of \(file.lastPathComponent)")
      }
    }
  }
}

/// What one act leaves in the audit trail of a house.
struct Trail: Sendable {
  /// The type of the act, and what is special about it.
  let act: String
  /// Each as `act who customer`, in order.
  let events: [String]
  /// Prepares a house, and returns what is to be done in it.
  let prepare: @Sendable (TestHouse) throws -> () throws -> Void

  init(
    _ act: String, _ events: [String], _ prepare: @escaping @Sendable (TestHouse) throws -> () throws -> Void
  ) {
    self.act = act
    self.events = events
    self.prepare = prepare
  }

  static let all =
    ways + notes + documents + tasks + days + lists + requests + changes + applications + orders + engine
}
