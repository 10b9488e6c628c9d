import Domain
import Foundation
import TestSupport
import XCTest

@testable import Storage

/// A base of any version that ever was becomes one of this program's, with all that is in it.
final class MigrationTests: XCTestCase {
  /// A base as the program of this version made it.
  private func base(ofVersion version: Int) throws -> String {
    let path = TestHouse.freshPath()
    let connection = try Connection(path: path, access: .create)
    for step in Migrations.all.prefix(version) { try connection.execute(step.sql) }
    try connection.execute("PRAGMA user_version = \(version)")
    try connection.execute("PRAGMA application_id = \(Migrations.applicationID)")
    try connection.execute(
      """
      INSERT INTO department (id, name, policy) VALUES (1, '一部', 'channel');
      INSERT INTO person (id, login, name, department, created_at) VALUES (1, 'zhang', '何小满', 1, 7);
      INSERT INTO setting VALUES ('sandbox', '1');
      """)
    return path
  }

  private func schema(_ connection: Connection) throws -> [String] {
    try connection.query(
      "SELECT type || ' ' || name || ' ' || tbl_name FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY 1"
    ) { $0.text(0) }
  }

  private func columns(_ connection: Connection) throws -> [String] {
    try connection.query(
      """
      SELECT t.name || '.' || c.name || ' ' || c.type || ' ' || c."notnull" || ' ' || coalesce(c.dflt_value, '-')
      FROM sqlite_schema t JOIN pragma_table_info(t.name) c WHERE t.type = 'table' ORDER BY 1
      """
    ) { $0.text(0) }
  }

  func testEveryOldVersionBecomesThisOne() throws {
    let fresh = try TestHouse().store().connection
    for version in 1..<Migrations.all.count {
      let connection = try Connection(path: try base(ofVersion: version), access: .write)
      XCTAssertThrowsError(try connection.requireKnownSchema(), "version \(version)")
      try connection.migrate()
      XCTAssertNoThrow(try connection.requireKnownSchema())
      XCTAssertEqual(try schema(connection), try schema(fresh), "version \(version)")
      XCTAssertEqual(try columns(connection), try columns(fresh), "version \(version)")
      XCTAssertEqual(try Store(connection).people.find(login: "zhang")?.name, "何小满")
      XCTAssertTrue(try Store(connection).settings.isSandbox())
    }
  }

  /// The quick check of some versions of SQLite calls a good base broken where the columns of a key stand elsewhere.
  func testATableWithoutRowidBeginsWithItsKeyInItsOrder() throws {
    let misplaced = try TestHouse().store().connection.query(
      """
      SELECT t.name || '.' || c.name FROM sqlite_schema t JOIN pragma_table_info(t.name) c
      WHERE t.type = 'table' AND t.sql LIKE '%WITHOUT ROWID' AND c.pk > 0 AND c.pk <> c.cid + 1
      """
    ) { $0.text(0) }
    XCTAssertEqual(misplaced, [])
  }

  /// Half a step is none: a base whose step fails stays at the version it had.
  func testAStepThatFailsLeavesTheBaseAsItWas() throws {
    guard Migrations.all.count > 1 else { return }
    let path = try base(ofVersion: 1)
    let connection = try Connection(path: path, access: .write)
    // What the next step is about to make is there already.
    for step in Migrations.all.dropFirst() { try connection.execute(step.sql) }
    let before = try schema(connection)
    XCTAssertThrowsError(try connection.migrate())
    XCTAssertEqual(try connection.schemaVersion(), 1)
    XCTAssertEqual(try schema(connection), before)
    XCTAssertFalse(connection.isInTransaction)
  }

  func testStepsHaveNamesOfTheirOwn() {
    XCTAssertEqual(Set(Migrations.all.map(\.name)).count, Migrations.all.count)
  }
}
