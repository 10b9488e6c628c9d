import CSQLite
import Services
import Synchronization

/// Finds out which statements something runs, and with what values, from SQLite itself: so the floor is the very
/// statements, and none of them is forgotten.
///
/// What is recorded is given up at its end: the base stays as it is. Used by one thread.
final class Recorder {
  private static let traced = Mutex<[(sql: String, expanded: String)]>([])

  private let house: House
  private let connection: BareConnection
  private var prepared: [String: BareStatement] = [:]

  /// - Parameter connection: where the statements are run again.
  init(_ base: BenchBase, replayingOn connection: BareConnection) throws {
    self.connection = connection
    let entry: Entry = { handle, _, _ in
      Recorder.watch(handle)
      return SQLITE_OK
    }
    // The house keeps its connection to itself; SQLite shows each one that is opened.
    let hook = unsafeBitCast(entry, to: (@convention(c) () -> Void).self)
    sqlite3_auto_extension(hook)
    defer { sqlite3_cancel_auto_extension(hook) }
    house = try base.writer()
  }

  /// The statements of a read, or of an act.
  func replay(of body: (House) throws -> Void) throws -> Replay {
    Recorder.traced.withLock { $0.removeAll() }
    // An act throws as its end is refused.
    do { try body(house) } catch {}
    let statements = Recorder.traced.withLock { $0 }
    guard let end = statements.lastIndex(where: { $0.sql == "COMMIT" }) else {
      throw BareConnection.Failure(message: "what is recorded did not come to its end")
    }
    return Replay(
      steps: try statements[...end].map {
        let recorded = try RecordedStatement($0.sql, expanded: $0.expanded)
        return (try statement(recorded.sql), recorded.values)
      })
  }

  private func statement(_ sql: String) throws -> BareStatement {
    if let known = prepared[sql] { return known }
    let statement = try connection.statement(sql)
    prepared[sql] = statement
    return statement
  }

  // MARK: SQLite's hooks

  private typealias Entry =
    @convention(c) (
      OpaquePointer?, UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?, OpaquePointer?
    ) -> Int32

  private static func watch(_ handle: OpaquePointer?) {
    sqlite3_commit_hook(handle, { _ in 1 }, nil)
    sqlite3_trace_v2(
      handle, UInt32(SQLITE_TRACE_STMT),
      { _, _, statement, _ in
        guard let statement else { return 0 }
        Recorder.note(OpaquePointer(statement))
        return 0
      }, nil)
  }

  private static func note(_ statement: OpaquePointer) {
    guard let sql = sqlite3_sql(statement), let expanded = sqlite3_expanded_sql(statement) else { return }
    defer { sqlite3_free(expanded) }
    let texts = (sql: String(cString: sql), expanded: String(cString: expanded))
    traced.withLock { $0.append(texts) }
  }
}

/// Statements with their values, ready to be run.
struct Replay {
  fileprivate let steps: [(statement: BareStatement, values: [BareStatement.Value])]

  var count: Int { steps.count }

  func callAsFunction() throws {
    for step in steps { try step.statement.run(step.values) }
  }
}
