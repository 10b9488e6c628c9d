import Domain
import Foundation
import Storage
import TestSupport
import XCTest

/// All of it or nothing, whatever goes wrong.
final class TransactionTests: XCTestCase {
  private struct Stop: Error {}

  private func setting(_ store: Store) throws -> String? { try store.settings.text(.policy) }

  func testAThrownErrorTakesAllBack() throws {
    let house = try TestHouse()
    let store = try house.store()
    XCTAssertThrowsError(
      try store.connection.write {
        try store.settings.set(.policy, to: "a")
        throw Stop()
      })
    XCTAssertNil(try setting(store))
    XCTAssertFalse(store.connection.isInTransaction)
    XCTAssertNoThrow(try store.connection.write { try store.settings.set(.policy, to: "b") })
    XCTAssertEqual(try setting(store), "b")
  }

  func testAPartMayFailWithoutTheRest() throws {
    let house = try TestHouse()
    let store = try house.store()
    try store.connection.write {
      try store.settings.set(.policy, to: "a")
      XCTAssertThrowsError(
        try store.connection.savepoint {
          try store.settings.set(.policy, to: "b")
          throw Stop()
        })
      try store.connection.savepoint { try store.settings.set(.sandbox, to: "7") }
    }
    XCTAssertEqual(try setting(store), "a")
    XCTAssertEqual(try store.settings.text(.sandbox), "7")
  }

  func testPartsWithinParts() throws {
    let house = try TestHouse()
    let store = try house.store()
    try store.connection.write {
      try store.connection.savepoint {
        try store.settings.set(.policy, to: "a")
        _ = try? store.connection.savepoint {
          try store.settings.set(.policy, to: "b")
          throw Stop()
        }
      }
    }
    XCTAssertEqual(try setting(store), "a")
  }

  /// Several reads see one and the same state, whatever others commit meanwhile.
  func testAReadSeesOneState() throws {
    let house = try TestHouse()
    let (reader, writer) = (try house.store(), try house.store())
    try reader.connection.read {
      XCTAssertNil(try setting(reader))
      try writer.settings.set(.policy, to: "a")
      XCTAssertNil(try setting(reader))
      try reader.connection.read { XCTAssertNil(try setting(reader)) }
    }
    XCTAssertEqual(try setting(reader), "a")
  }

  func testWhoWritesIsTold() throws {
    let house = try TestHouse()
    let (one, other) = (try house.store(), try house.store())
    let before = try one.connection.dataVersion()
    XCTAssertEqual(try one.connection.dataVersion(), before)
    try other.settings.set(.policy, to: "a")
    XCTAssertNotEqual(try one.connection.dataVersion(), before)
  }

  /// The disk is full: the act fails as a whole, and what was there stays.
  func testAFullDisk() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    let store = try house.store()
    try store.connection.execute("PRAGMA max_page_count = 1")
    let before = try BaseDump(house.path).all()
    assertFails(.full) {
      try store.connection.write {
        for _ in 0..<5000 {
          try store.events.add(.plan, on: customer, by: nil, from: "test", at: house.now, detail: "{}")
        }
      }
    }
    XCTAssertFalse(store.connection.isInTransaction)
    XCTAssertEqual(try BaseDump(house.path).all(), before)
    XCTAssertEqual(try BaseDump(house.path).integrity(), "ok")
  }

  func testTextsOfEveryKindComeBackAsTheyWere() throws {
    let house = try TestHouse()
    let store = try house.store()
    for text in ["", " ", "苏州日东", "𠮷野家", "零\0字", "e\u{301}", "'; DROP TABLE note; --", "🙂", "\u{202E}反"] {
      try store.settings.set(.policy, to: text)
      XCTAssertEqual(try setting(store), text)
    }
    let long = String(repeating: "长", count: 2_000_000)
    try store.settings.set(.policy, to: long)
    XCTAssertEqual(try setting(store), long)
  }

  /// Nothing of what the open opportunity makes of its customer can come loose: the base itself holds one of them.
  func testTwoOpenOpportunitiesOfOneCustomerCantBe() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    let store = try house.store()
    XCTAssertThrowsError(
      try store.connection.run(
        """
        INSERT INTO opportunity (customer, holder, department, policy, way_in, entered_at)
        VALUES (?, ?, 1, 'channel', 'picked', 0)
        """, [customer, house.id(.li)]))
  }

  /// What was moved out of the log stands in the file.
  func testACheckpointEmptiesTheLog() throws {
    let house = try TestHouse()
    try house.customers(20, in: .library(of: .zhang)).forEach { _ in }
    let store = try house.store()
    try store.connection.checkpoint()
    let log = try FileManager.default.attributesOfItem(atPath: house.path + "-wal")[.size] as? Int
    XCTAssertEqual(log, 0)
    XCTAssertEqual(try BaseDump(house.path).count("customer"), 20)
  }

  func testACheckpointBesideAReaderIsLeftForLater() throws {
    let house = try TestHouse()
    let (reader, keeper) = (try house.store(), try house.store())
    try keeper.connection.execute("PRAGMA busy_timeout = 0")
    try reader.connection.read {
      XCTAssertNil(try setting(reader))
      try keeper.settings.set(.policy, to: "a")
      XCTAssertNoThrow(try keeper.connection.checkpoint())
    }
  }
}
