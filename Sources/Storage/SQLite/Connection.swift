import CSQLite
import Domain
import Glibc

/// One connection to the base. Made, used and closed by one queue.
package final class Connection {
  package enum Access: Sendable {
    case read, write, create
  }

  package let path: String
  let handle: OpaquePointer
  private let busyWait = BusyWait()
  private var files: BaseFiles?
  private(set) var statements: [StatementText: Statement] = [:]

  /// - Parameter cacheKiB: the page cache; 8 MiB is what the storage figures were measured with.
  package init(path: String, access: Access, cacheKiB: Int = 8192) throws(DatabaseFailure) {
    if access != .create { try Connection.requireReachable(path) }
    StopDelay.begin()
    defer { StopDelay.end() }
    var handle: OpaquePointer?
    let create = access == .create ? SQLITE_OPEN_CREATE : 0
    // A reader opens for writing too: WAL needs its shared memory file. `query_only` keeps it from writing.
    let code = sqlite3_open_v2(
      Connection.name(of: path), &handle, SQLITE_OPEN_READWRITE | create | SQLITE_OPEN_NOMUTEX, nil)
    guard code == SQLITE_OK, let handle else {
      let failure = DatabaseFailure(code, on: handle)
      sqlite3_close_v2(handle)
      // SQLite forgets the path of what it could not open.
      if case .cannotOpen(_, let reason) = failure { throw .cannotOpen(path: path, reason: reason) }
      throw failure
    }
    // Every number of a floor will be in it: its owner's alone, unless its maker says otherwise.
    if access == .create { chmod(path, 0o600) }
    self.path = path
    self.handle = handle
    sqlite3_extended_result_codes(handle, 1)
    busyWait.install(on: handle)
    do {
      // The first statement that reads the file says whether it is a database at all. Somebody else's is left as it is.
      if access != .create { try checkOwnership() }
      try configure(cacheKiB: cacheKiB, access: access)
      files = try BaseFiles(path, of: handle)
    } catch .notADatabase {
      throw .notADatabase(path: path)
    }
  }

  /// A file that can't be come to is not a file that is not there.
  private static func requireReachable(_ path: String) throws(DatabaseFailure) {
    if Glibc.access(path, F_OK) == 0 { return }
    if errno == ENOENT { throw .missing(path: path) }
    throw .cannotOpen(path: path, reason: String(cString: strerror(errno)))
  }

  /// SQLite takes `file:` and `:memory:` for something else than a file.
  private static func name(of path: String) -> String { path.hasPrefix("/") ? path : "./" + path }

  /// A base of this program's making in memory, empty: what others are compared with.
  package static func model() throws -> Connection {
    var handle: OpaquePointer?
    let code = sqlite3_open_v2(":memory:", &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nil)
    guard code == SQLITE_OK, let handle else { throw DatabaseFailure(code, on: handle) }
    let model = Connection(inMemory: handle)
    for step in Migrations.all { try model.execute(step.sql) }
    return model
  }

  private init(inMemory handle: OpaquePointer) {
    path = ":memory:"
    self.handle = handle
  }

  deinit {
    // Whoever closes a base last writes its log back.
    StopDelay.begin()
    defer { StopDelay.end() }
    statements.removeAll()
    sqlite3_close_v2(handle)
  }

  private func configure(cacheKiB: Int, access: Access) throws(DatabaseFailure) {
    if try single("PRAGMA journal_mode", { $0.text(0) }) != "wal",
      sqlite3_db_readonly(handle, "main") == 0
    {
      try execute("PRAGMA journal_mode = WAL")
    }
    // An acknowledged note is a kept note: FULL. A base being made is nobody's yet; its maker syncs the whole file.
    // One keeper checkpoints (WAL-reset bug before SQLite 3.51.3).
    try execute(
      """
      PRAGMA synchronous = \(access == .create ? "OFF" : "FULL"); PRAGMA cache_size = -\(cacheKiB); PRAGMA mmap_size = 0;
      PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY; PRAGMA journal_size_limit = 67108864;
      PRAGMA wal_autocheckpoint = 0;
      """)
    if access == .read { try execute("PRAGMA query_only = ON") }
  }

  /// Statements without values, several at once.
  package func execute(_ sql: String) throws(DatabaseFailure) {
    let code = sqlite3_exec(handle, sql, nil, nil, nil)
    if code != SQLITE_OK { throw DatabaseFailure(code, on: handle) }
  }

  /// Every row of a query, read by `read`.
  package func query<Item>(
    _ sql: String, _ values: [any Bindable] = [], _ read: (Row) throws -> Item
  ) throws -> [Item] {
    try withStatement(sql, values) { statement in
      var items: [Item] = []
      while let row = try statement.step() { items.append(try read(row)) }
      return items
    }
  }

  /// The first row of a query, or nil.
  package func first<Item>(
    _ sql: String, _ values: [any Bindable] = [], _ read: (Row) throws -> Item
  ) throws -> Item? {
    try withStatement(sql, values) { statement in
      try statement.step().map(read)
    }
  }

  /// Runs a statement that writes; returns how many rows it changed.
  @discardableResult
  package func run(_ sql: String, _ values: [any Bindable] = []) throws -> Int {
    try withStatement(sql, values) { statement in
      while try statement.step() != nil {}
      return Int(sqlite3_changes(handle))
    }
  }

  package var lastInsertedID: Int64 { sqlite3_last_insert_rowid(handle) }

  /// Changes whenever another connection has committed something; 3 microseconds.
  package func dataVersion() throws -> Int64 {
    try first("PRAGMA data_version") { $0.integer(0) } ?? 0
  }

  /// Moves what was written into the file proper. Only the keeper calls it (the holder of the engine lease); where
  /// others are busy it is left for the next time.
  package func checkpoint() throws {
    StopDelay.begin()
    defer { StopDelay.end() }
    let code = sqlite3_wal_checkpoint_v2(handle, nil, SQLITE_CHECKPOINT_TRUNCATE, nil, nil)
    guard code == SQLITE_OK || code == SQLITE_BUSY || code == SQLITE_LOCKED else {
      throw DatabaseFailure(code, on: handle)
    }
  }

  /// Refuses where the base is not at its path any more.
  func requireInPlace() throws(DatabaseFailure) { try files?.requireInPlace() }

  package var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

  private func withStatement<Result>(
    _ sql: String, _ values: [any Bindable], _ body: (Statement) throws -> Result
  ) throws -> Result {
    let statement = try prepared(sql)
    statement.isBusy = true
    defer {
      statement.reset()
      statement.isBusy = false
    }
    try statement.bind(values)
    return try body(statement)
  }

  /// The kept statement; a fresh one where that one's rows are just being read.
  private func prepared(_ sql: String) throws(DatabaseFailure) -> Statement {
    let text = StatementText(sql: sql)
    if let kept = statements[text] {
      return kept.isBusy ? try Statement(sql, on: handle) : kept
    }
    let statement = try Statement(sql, on: handle)
    statements[text] = statement
    return statement
  }

  /// The first row of a query without values.
  func single<Item>(_ sql: String, _ read: (Row) -> Item) throws(DatabaseFailure) -> Item? {
    let statement = try prepared(sql)
    defer { statement.reset() }
    return try statement.step().map(read)
  }
}
