import CSQLite
import Glibc

/// The floor: SQLite as C sees it, with the program's settings and nothing around it.
final class BareConnection {
  struct Failure: Error {
    let message: String
  }

  fileprivate let handle: OpaquePointer

  init(_ path: String, cacheKiB: Int) throws(Failure) {
    var handle: OpaquePointer?
    let code = sqlite3_open_v2(path, &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nil)
    guard code == SQLITE_OK, let handle else { throw Failure(message: "can't open \(path)") }
    self.handle = handle
    sqlite3_busy_timeout(handle, 5000)
    try run(
      """
      PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -\(cacheKiB); PRAGMA mmap_size = 0;
      PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY; PRAGMA journal_size_limit = 67108864;
      PRAGMA wal_autocheckpoint = 0;
      """)
  }

  deinit { sqlite3_close_v2(handle) }

  func run(_ sql: String) throws(Failure) {
    if sqlite3_exec(handle, sql, nil, nil, nil) != SQLITE_OK {
      throw Failure(message: String(cString: sqlite3_errmsg(handle)))
    }
  }

  func statement(_ sql: String) throws(Failure) -> BareStatement { try BareStatement(sql, on: self) }

  func checkpoint() { sqlite3_wal_checkpoint_v2(handle, nil, SQLITE_CHECKPOINT_TRUNCATE, nil, nil) }
}

/// A statement prepared once.
final class BareStatement {
  enum Value {
    case null
    case integer(Int64)
    case text(String)
  }

  private let handle: OpaquePointer
  private let connection: BareConnection
  /// Keeps what was read from being optimised away.
  private(set) var checksum: Int64 = 0

  fileprivate init(_ sql: String, on connection: BareConnection) throws(BareConnection.Failure) {
    var handle: OpaquePointer?
    let flags = UInt32(SQLITE_PREPARE_PERSISTENT)
    let code = sqlite3_prepare_v3(connection.handle, sql, -1, flags, &handle, nil)
    guard code == SQLITE_OK, let handle else {
      throw BareConnection.Failure(message: String(cString: sqlite3_errmsg(connection.handle)) + ": " + sql)
    }
    self.handle = handle
    self.connection = connection
  }

  deinit { sqlite3_finalize(handle) }

  @discardableResult
  func callAsFunction(_ values: Value...) throws(BareConnection.Failure) -> Int { try run(values) }

  /// Binds the values, reads every column of every row, and says how many rows there were.
  @discardableResult
  func run(_ values: [Value]) throws(BareConnection.Failure) -> Int {
    for (index, value) in values.enumerated() { bind(value, at: Int32(index + 1)) }
    defer { sqlite3_reset(handle) }
    var rows = 0
    while true {
      switch sqlite3_step(handle) {
      case SQLITE_ROW: readRow()
      case SQLITE_DONE: return rows
      default: throw BareConnection.Failure(message: String(cString: sqlite3_errmsg(connection.handle)))
      }
      rows += 1
    }
  }

  /// The first column of each row.
  func integers(_ values: Value...) -> [Int64] {
    for (index, value) in values.enumerated() { bind(value, at: Int32(index + 1)) }
    defer { sqlite3_reset(handle) }
    var integers: [Int64] = []
    while sqlite3_step(handle) == SQLITE_ROW { integers.append(sqlite3_column_int64(handle, 0)) }
    return integers
  }

  func texts(_ values: Value...) -> [String] {
    for (index, value) in values.enumerated() { bind(value, at: Int32(index + 1)) }
    defer { sqlite3_reset(handle) }
    var texts: [String] = []
    while sqlite3_step(handle) == SQLITE_ROW {
      texts.append(sqlite3_column_text(handle, 0).map { String(cString: $0) } ?? "")
    }
    return texts
  }

  private func bind(_ value: Value, at place: Int32) {
    switch value {
    case .null: sqlite3_bind_null(handle, place)
    case .integer(let integer): sqlite3_bind_int64(handle, place, integer)
    case .text(let text): csqlite_bind_text(handle, place, text, Int32(text.utf8.count))
    }
  }

  private func readRow() {
    for column in 0..<sqlite3_column_count(handle) {
      switch sqlite3_column_type(handle, column) {
      case SQLITE_INTEGER: checksum &+= sqlite3_column_int64(handle, column)
      case SQLITE_TEXT:
        let text = sqlite3_column_text(handle, column)
        checksum &+= Int64(text?.pointee ?? 0) &+ Int64(sqlite3_column_bytes(handle, column))
      default: break
      }
    }
  }
}
