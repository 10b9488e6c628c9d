import Domain
import Foundation
import Storage
import TestSupport
import XCTest

/// A base that another program moves, deletes, replaces or migrates while it is open: what is written from then on is
/// refused, never acknowledged and lost (R12.2).
final class BaseInPlaceTests: XCTestCase {
  private let files = FileManager.default
  private var folder = URL(fileURLWithPath: "/")
  private var path: String { folder.appendingPathComponent("house.db").path }

  override func setUpWithError() throws {
    folder = URL(fileURLWithPath: TestHouse.freshPath() + ".d")
    try files.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  override func tearDown() { try? files.removeItem(at: folder) }

  /// A base that is open for writing, with one thing in it.
  private func open() throws -> Store {
    let connection = try Connection(path: path, access: .create)
    try connection.migrate()
    let store = Store(try Connection(path: path, access: .write))
    try write("before", into: store)
    return store
  }

  private func write(_ text: String, into store: Store) throws {
    try store.connection.write { try store.settings.set(.policy, to: text) }
  }

  private func assertNotKept(_ store: Store, file: StaticString = #filePath, line: UInt = #line) throws {
    assertFails(.moved(path: path), file: file, line: line) { try write("after", into: store) }
    XCTAssertFalse(store.connection.isInTransaction, file: file, line: line)
    XCTAssertEqual(try store.settings.text(.policy), "before", file: file, line: line)
  }

  private func move(_ suffix: String) throws {
    try files.moveItem(atPath: path + suffix, toPath: path + suffix + ".away")
  }

  func testAMovedBase() throws {
    let store = try open()
    try move("")
    try assertNotKept(store)
  }

  func testADeletedBase() throws {
    let store = try open()
    for suffix in ["", "-wal", "-shm"] { try files.removeItem(atPath: path + suffix) }
    try assertNotKept(store)
  }

  func testABaseInWhosePlaceIsAnother() throws {
    let store = try open()
    let copy = path + ".copy"
    try store.connection.execute("VACUUM INTO '\(copy)'")
    try move("")
    try files.moveItem(atPath: copy, toPath: path)
    try assertNotKept(store)
  }

  func testALogThatWasRemovedOrReplaced() throws {
    let store = try open()
    try move("-wal")
    try assertNotKept(store)
    try Data().write(to: URL(fileURLWithPath: path + "-wal"))
    try assertNotKept(store)
  }

  /// Moved back it is the same base: nothing was lost, and it goes on.
  func testABaseThatIsPutBack() throws {
    let store = try open()
    for suffix in ["", "-wal"] { try move(suffix) }
    try assertNotKept(store)
    for suffix in ["", "-wal"] { try files.moveItem(atPath: path + suffix + ".away", toPath: path + suffix) }
    XCTAssertNoThrow(try write("after", into: store))
  }

  /// What is already written when the base goes is not acknowledged either.
  func testABaseThatGoesInTheMiddleOfAWrite() throws {
    let store = try open()
    assertFails(.moved(path: path)) {
      try store.connection.write {
        try store.settings.set(.policy, to: "after")
        try move("")
      }
    }
  }

  func testALinkToABaseIsFollowed() throws {
    _ = try open()
    let link = folder.appendingPathComponent("link.db").path
    try files.createSymbolicLink(atPath: link, withDestinationPath: path)
    let store = Store(try Connection(path: link, access: .write))
    XCTAssertNoThrow(try write("by the link", into: store))
    let other = folder.appendingPathComponent("other.db").path
    try store.connection.execute("VACUUM INTO '\(other)'")
    try files.removeItem(atPath: link)
    try files.createSymbolicLink(atPath: link, withDestinationPath: other)
    assertFails(.moved(path: link)) { try write("nowhere", into: store) }
  }

  /// A program that is older than the base would write by rules that no longer hold.
  func testABaseThatIsMigratedMeanwhile() throws {
    let store = try open()
    let known = try store.connection.schemaVersion()
    try Connection(path: path, access: .write).execute("PRAGMA user_version = \(known + 1)")
    assertFails(.newerVersion(path: path, found: known + 1, known: known)) { try write("after", into: store) }
    XCTAssertEqual(try store.settings.text(.policy), "before", "what is there can still be read")
  }
}
