import CSQLite
import Domain

/// One prepared statement, kept by its connection and used again.
final class Statement {
  fileprivate let handle: OpaquePointer
  private let connection: OpaquePointer
  /// A statement whose rows are being read can't be used a second time meanwhile.
  var isBusy = false

  init(_ sql: String, on connection: OpaquePointer) throws(DatabaseFailure) {
    var handle: OpaquePointer?
    let code = sqlite3_prepare_v3(connection, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &handle, nil)
    guard code == SQLITE_OK, let handle else { throw DatabaseFailure(code, on: connection) }
    self.handle = handle
    self.connection = connection
  }

  deinit { sqlite3_finalize(handle) }

  func bind(_ values: [any Bindable]) throws(DatabaseFailure) {
    for (index, value) in values.enumerated() {
      let place = Int32(index + 1)
      let code =
        switch value.bound {
        case .null: sqlite3_bind_null(handle, place)
        case .integer(let integer): sqlite3_bind_int64(handle, place, integer)
        case .text(let text): bind(text, at: place)
        case .bytes(let bytes):
          bytes.withUnsafeBytes { csqlite_bind_blob(handle, place, $0.baseAddress, Int32($0.count)) }
        }
      guard code == SQLITE_OK else { throw DatabaseFailure(code, on: connection) }
    }
  }

  private func bind(_ text: String, at place: Int32) -> Int32 {
    var text = text
    return text.withUTF8 { bytes in
      // An empty buffer may have no address, which SQLite would take for NULL.
      guard let base = bytes.baseAddress else { return csqlite_bind_text(handle, place, "", 0) }
      return base.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
        csqlite_bind_text(handle, place, $0, Int32(bytes.count))
      }
    }
  }

  /// The next row, or nil at the end.
  func step() throws(DatabaseFailure) -> Row? {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return Row(handle)
    case SQLITE_DONE: return nil
    case let code: throw DatabaseFailure(code, on: connection)
    }
  }

  func reset() {
    sqlite3_reset(handle)
    sqlite3_clear_bindings(handle)
  }
}

/// The text of a statement, by which it is found again. Long texts are told apart by their length and their end, where
/// those that begin alike differ: reading them whole would take as long as many a look-up itself.
struct StatementText: Hashable {
  private static let end = 24

  let sql: String

  func hash(into hasher: inout Hasher) {
    hasher.combine(sql.utf8.count)
    sql.utf8.withContiguousStorageIfAvailable {
      hasher.combine(
        bytes: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer($0).suffix(StatementText.end)))
    }
  }
}

/// The row a statement stands on; gone with the next step.
package struct Row {
  private let statement: OpaquePointer

  fileprivate init(_ statement: OpaquePointer) {
    self.statement = statement
  }

  package func isNull(_ column: Int32) -> Bool {
    sqlite3_column_type(statement, column) == SQLITE_NULL
  }

  package func integer(_ column: Int32) -> Int64 {
    sqlite3_column_int64(statement, column)
  }

  package func optionalInteger(_ column: Int32) -> Int64? {
    isNull(column) ? nil : integer(column)
  }

  package func int(_ column: Int32) -> Int { Int(integer(column)) }

  package func bool(_ column: Int32) -> Bool { integer(column) != 0 }

  /// Empty for NULL. Bytes that are no UTF-8 are repaired.
  package func text(_ column: Int32) -> String {
    guard let bytes = sqlite3_column_text(statement, column) else { return "" }
    let count = Int(sqlite3_column_bytes(statement, column))
    return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
  }

  package func bytes(_ column: Int32) -> [UInt8] {
    guard let bytes = sqlite3_column_blob(statement, column) else { return [] }
    return Array(UnsafeRawBufferPointer(start: bytes, count: Int(sqlite3_column_bytes(statement, column))))
  }

  package func optionalText(_ column: Int32) -> String? {
    isNull(column) ? nil : text(column)
  }

  package func instant(_ column: Int32) -> Instant {
    Instant(seconds: integer(column))
  }

  package func optionalInstant(_ column: Int32) -> Instant? {
    optionalInteger(column).map(Instant.init(seconds:))
  }

  package func optionalDay(_ column: Int32) -> Day? {
    optionalInteger(column).map { Day(number: Int($0)) }
  }

  /// What is planned stands in one column, whether it was agreed in another, what it is for in a third.
  package func nextContact(_ at: Int32, _ isAgreed: Int32, _ purpose: Int32) -> NextContact? {
    optionalInstant(at).map { NextContact(at: $0, isAgreed: bool(isAgreed), purpose: text(purpose)) }
  }

  package func id<ID: Identifier>(_ column: Int32, as type: ID.Type = ID.self) -> ID {
    ID(integer(column))
  }

  package func optionalID<ID: Identifier>(_ column: Int32, as type: ID.Type = ID.self) -> ID? {
    optionalInteger(column).map(ID.init)
  }
}
