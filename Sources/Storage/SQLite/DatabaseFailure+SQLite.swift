import CSQLite
import Domain

extension DatabaseFailure {
  /// What a result code of SQLite means for the program.
  init(_ code: Int32, on connection: OpaquePointer?) {
    let reason =
      connection.map { String(cString: sqlite3_errmsg($0)) } ?? String(cString: sqlite3_errstr(code))
    let path = connection.flatMap { sqlite3_db_filename($0, "main") }.map { String(cString: $0) } ?? ""
    switch code & 0xff {
    case SQLITE_NOTADB: self = .notADatabase(path: path)
    case SQLITE_READONLY, SQLITE_PERM: self = .readOnly
    case SQLITE_BUSY, SQLITE_LOCKED: self = .locked
    case SQLITE_FULL: self = .full
    case SQLITE_CANTOPEN: self = .cannotOpen(path: path, reason: reason)
    case SQLITE_INTERRUPT: self = .interrupted
    default: self = .failed(reason: reason)
    }
  }
}
