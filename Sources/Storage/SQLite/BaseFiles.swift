import CSQLite
import Domain
import Glibc

/// The two files a connection works in, the base and its log, as they were when it was opened.
///
/// SQLite goes on writing into files that were moved, deleted or replaced meanwhile, where nobody finds what it wrote.
struct BaseFiles {
  private struct Identity: Equatable {
    let device: dev_t
    let number: ino_t

    /// Nil where there is no such file.
    init?(_ path: String) {
      var status = stat()
      guard stat(path, &status) == 0 else { return nil }
      device = status.st_dev
      number = status.st_ino
    }
  }

  private let path: String
  private let logPath: String
  private let base: Identity?
  /// Nil until a base that is being made has one.
  private var log: Identity?

  /// - Parameter handle: one that has read the base already, and so has its log open.
  init(_ path: String, of handle: OpaquePointer) throws(DatabaseFailure) {
    self.path = path
    // The log lies beside the file itself, wherever a link to it may lie.
    logPath = sqlite3_db_filename(handle, "main").map { String(cString: $0) + "-wal" } ?? path + "-wal"
    base = Identity(path)
    log = Identity(logPath)
    var hasMoved: Int32 = 0
    sqlite3_file_control(handle, "main", SQLITE_FCNTL_HAS_MOVED, &hasMoved)
    if hasMoved != 0 { throw .moved(path: path) }
  }

  /// Refuses where another file, or none, is in the place of one of them: two looks at the file system. Called in a
  /// transaction that writes, or just after it, when there is a log.
  mutating func requireInPlace() throws(DatabaseFailure) {
    log = log ?? Identity(logPath)
    guard let base, Identity(path) == base, Identity(logPath) == log else { throw .moved(path: path) }
  }
}
