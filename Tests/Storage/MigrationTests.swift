import Domain
import TestSupport
import XCTest

@testable import Storage

/// A base of an earlier version is brought further when it is opened for writing, with what is in it.
final class MigrationTests: XCTestCase {
  func testABaseOfTheFirstVersionGoesOn() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    let before = try BaseDump(house.path).rows(of: "opportunity")
    try house.store().connection.execute("ALTER TABLE opportunity DROP COLUMN asked_until")
    try house.store().connection.execute("PRAGMA user_version = 1")
    _ = try house.another()
    XCTAssertEqual(try house.store().connection.schemaVersion(), Migrations.all.count)
    XCTAssertEqual(try BaseDump(house.path).rows(of: "opportunity"), before)
    XCTAssertNoThrow(try house.ask(customer, days: 3))
  }
}
