import Domain
import Foundation
import Storage
import TestSupport
import XCTest

/// Files that are no base of ours, or of another version, are left as they are and named in one line (R12.2).
final class BaseFileTests: XCTestCase {
  private func file(_ bytes: Data) throws -> String {
    let path = TestHouse.freshPath()
    try bytes.write(to: URL(fileURLWithPath: path))
    addTeardownBlock {
      for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
    }
    return path
  }

  private func assertLeftAlone(
    _ path: String, _ expected: DatabaseFailure, file: StaticString = #filePath, line: UInt = #line
  ) throws {
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    for access in [Connection.Access.read, .write] {
      assertFails(expected, file: file, line: line) { _ = try Connection(path: path, access: access) }
    }
    XCTAssertEqual(try Data(contentsOf: URL(fileURLWithPath: path)), before, file: file, line: line)
    XCTAssertFalse(FileManager.default.fileExists(atPath: path + "-wal"), file: file, line: line)
  }

  /// Whatever a byte of the header is: it is read, or refused in words, and never an index.
  func testADamagedHeaderIsRefusedInWords() throws {
    let store = try TestHouse().store()
    let copy = TestHouse.freshPath()
    try store.connection.execute("VACUUM INTO '\(copy)'")
    defer { try? FileManager.default.removeItem(atPath: copy) }
    let sound = try Data(contentsOf: URL(fileURLWithPath: copy))
    var refused: Set<Int> = []
    for place in 16..<100 {
      for byte: UInt8 in [0x80, 0xFF, 0x7F] where sound[place] != byte {
        var bytes = sound
        bytes[place] = byte
        let path = try file(bytes)
        do {
          let connection = try Connection(path: path, access: .write)
          try connection.migrate()
          _ = try Store(connection).people.firstAdministrator()
        } catch is DatabaseFailure {
          refused.insert(place)
        }
      }
    }
    // The version of the schema, in four bytes.
    XCTAssertTrue(refused.isSuperset(of: [60, 61]), "\(refused.sorted())")
  }

  /// What can't be come to is not what is not there.
  func testAFileThatCanNotBeComeTo() throws {
    let path = try file(Data("a file is no folder".utf8)) + "/house.db"
    for access in [Connection.Access.read, .write] {
      assertFails(.cannotOpen(path: path, reason: "Not a directory")) {
        _ = try Connection(path: path, access: access)
      }
    }
  }

  /// SQLite takes them for something else than a file.
  func testNamesThatMeanSomethingToSQLite() throws {
    let before = FileManager.default.currentDirectoryPath
    let folder = try Scratch.newFolder()
    XCTAssertTrue(FileManager.default.changeCurrentDirectoryPath(folder.path))
    defer {
      XCTAssertTrue(FileManager.default.changeCurrentDirectoryPath(before))
      try? FileManager.default.removeItem(at: folder)
    }
    for name in ["file:house.db", ":memory:", "file:house?mode=memory"] {
      let connection = try Connection(path: name, access: .create)
      try connection.execute("CREATE TABLE one (id)")
      let url = folder.appendingPathComponent(name)
      XCTAssertTrue(FileManager.default.fileExists(atPath: url.path), name)
    }
  }

  func testAFileThatIsMissingIsNotMade() {
    let path = TestHouse.freshPath()
    for access in [Connection.Access.read, .write] {
      assertFails(.missing(path: path)) { _ = try Connection(path: path, access: access) }
    }
    XCTAssertFalse(FileManager.default.fileExists(atPath: path))
  }

  func testAFileThatIsNoDatabase() throws {
    for text in ["这不是数据库", String(repeating: "x", count: 100_000)] {
      let path = try file(Data(text.utf8))
      try assertLeftAlone(path, .notADatabase(path: path))
    }
  }

  func testAnEmptyFileIsNoBase() throws {
    let path = try file(Data())
    try assertLeftAlone(path, .notADatabase(path: path))
  }

  func testTheDatabaseOfAnotherProgram() throws {
    let store = try TestHouse().store()
    let copy = TestHouse.freshPath()
    // Made from a base of ours, so that nothing but the mark of the program tells it from one.
    try store.connection.execute("VACUUM INTO '\(copy)'")
    let path = try file(try Data(contentsOf: URL(fileURLWithPath: copy)))
    try FileManager.default.removeItem(atPath: copy)
    try mark(path, at: 68, as: 0x1234_5678)
    try assertLeftAlone(path, .notADatabase(path: path))
  }

  func testABaseOfANewerProgram() throws {
    let store = try TestHouse().store()
    let copy = TestHouse.freshPath()
    try store.connection.execute("VACUUM INTO '\(copy)'")
    let path = try file(try Data(contentsOf: URL(fileURLWithPath: copy)))
    try FileManager.default.removeItem(atPath: copy)
    let known = try store.connection.schemaVersion()
    try mark(path, at: 60, as: UInt32(known + 7))
    try assertLeftAlone(path, .newerVersion(path: path, found: known + 7, known: known))
  }

  /// A field of the header of a database file (sqlite.org/fileformat.html, 1.3).
  private func mark(_ path: String, at offset: UInt64, as value: UInt32) throws {
    let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    try handle.seek(toOffset: offset)
    try handle.write(contentsOf: withUnsafeBytes(of: value.bigEndian) { Data($0) })
    try handle.close()
  }

  func testAFolder() throws {
    let path = FileManager.default.temporaryDirectory.path
    XCTAssertThrowsError(try Connection(path: path, access: .write)) { error in
      guard case .cannotOpen = error as? DatabaseFailure else { return XCTFail("\(error)") }
    }
  }

  /// Broken in the middle: the program says so instead of showing half of it.
  func testABrokenBaseIsAFailure() throws {
    let store = try TestHouse().store()
    let copy = TestHouse.freshPath()
    try store.connection.execute("VACUUM INTO '\(copy)'")
    var bytes = try Data(contentsOf: URL(fileURLWithPath: copy))
    try FileManager.default.removeItem(atPath: copy)
    bytes.replaceSubrange(4096..<bytes.count, with: Data(repeating: 0xA5, count: bytes.count - 4096))
    let path = try file(bytes)
    XCTAssertThrowsError(try Store(Connection(path: path, access: .read)).people.all()) { error in
      guard case .failed = error as? DatabaseFailure else { return XCTFail("\(error)") }
    }
  }

  // MARK: migrations

  func testAFreshBaseIsOfThisVersion() throws {
    let path = TestHouse.freshPath()
    defer { try? FileManager.default.removeItem(atPath: path) }
    let connection = try Connection(path: path, access: .create)
    XCTAssertEqual(try connection.schemaVersion(), 0)
    XCTAssertThrowsError(
      try connection.requireKnownSchema(), "readers wait for a writer to bring it up to date")
    try connection.migrate()
    XCTAssertGreaterThan(try connection.schemaVersion(), 0)
    XCTAssertNoThrow(try connection.requireKnownSchema())
    let before = try BaseDump(path).all()
    try connection.migrate()
    XCTAssertEqual(try BaseDump(path).all(), before)
  }

  func testTwoThatMigrateAtOnce() throws {
    let path = TestHouse.freshPath()
    defer {
      for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
    }
    let (one, other) = (
      try Connection(path: path, access: .create), try Connection(path: path, access: .create)
    )
    try one.migrate()
    XCTAssertNoThrow(try other.migrate())
    XCTAssertEqual(try other.schemaVersion(), try one.schemaVersion())
  }

  // MARK: how a base is opened

  /// An acknowledged note is a kept note; sessions never checkpoint by themselves (WAL-reset bug).
  func testSettingsOfAConnection() throws {
    let house = try TestHouse()
    for access in [Connection.Access.read, .write] {
      let connection = try Connection(path: house.path, access: access)
      for (pragma, value) in [
        ("journal_mode", "wal"), ("synchronous", "2"), ("foreign_keys", "1"), ("wal_autocheckpoint", "0"),
        ("mmap_size", "0"), ("query_only", access == .read ? "1" : "0"),
      ] {
        XCTAssertEqual(try connection.first("PRAGMA \(pragma)") { $0.text(0) }, value, pragma)
      }
    }
  }

  func testAReaderCantWrite() throws {
    let house = try TestHouse()
    let connection = try Connection(path: house.path, access: .read)
    XCTAssertThrowsError(try connection.run("UPDATE person SET name = 'x'"))
  }
}
