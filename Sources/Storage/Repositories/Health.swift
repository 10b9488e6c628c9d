import CSQLite
import Domain
import Glibc

/// What the base itself says of its state, for `tideline doctor`.
package struct Health {
  let connection: Connection

  package static var sqliteVersion: String { String(cString: sqlite3_libversion()) }

  /// SQLite 3.7.0 to 3.51.2 may corrupt a file where two processes move the log at once ("WAL-reset").
  package static var hasResetFault: Bool { sqlite3_libversion_number() < 3_051_003 }

  package func hasFullTextSearch() throws -> Bool {
    try connection.first("SELECT 1 FROM pragma_compile_options WHERE compile_options = 'ENABLE_FTS5'") { _ in
      true
    } ?? false
  }

  /// `ok`, or the first fault of the file.
  package func quickCheck() throws -> String {
    try connection.first("PRAGMA quick_check(1)") { $0.text(0) } ?? ""
  }

  package func schema() throws -> (version: Int, known: Int) {
    (try connection.schemaVersion(), Migrations.all.count)
  }

  /// The tables, triggers and indexes that are not as this program makes them, or are gone, or are none of it (R2.5).
  package func changedObjects() throws -> [String] {
    let (own, made) = (try Health.objects(of: connection), try Health.objects(of: .model()))
    return Set(own.keys).union(made.keys).filter { own[$0] != made[$0] }.sorted()
  }

  private static func objects(of connection: Connection) throws -> [String: String] {
    let objects = try connection.query(
      "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite%'"
    ) { ($0.text(0), $0.text(1)) }
    return Dictionary(objects) { first, _ in first }
  }

  /// Bytes of the log, and when the file proper was last written: at the last checkpoint.
  package func log() -> (bytes: Int64, movedAt: Instant) {
    var (log, file) = (stat(), stat())
    let bytes = stat(connection.path + "-wal", &log) == 0 ? Int64(log.st_size) : 0
    _ = stat(connection.path, &file)
    return (bytes, Instant(seconds: Int64(file.st_mtim.tv_sec)))
  }

  /// Rows of the large tables.
  package func rows() throws -> (customers: Int, held: Int, notes: Int, events: Int) {
    try connection.first(
      """
      SELECT (SELECT count(*) FROM customer), (SELECT count(*) FROM customer WHERE owner IS NOT NULL),
        (SELECT count(*) FROM note), (SELECT count(*) FROM event)
      """
    ) { ($0.int(0), $0.int(1), $0.int(2), $0.int(3)) } ?? (0, 0, 0, 0)
  }

  /// How many customers and open opportunities do not agree on their holder, and whether the counters count right.
  package func disagreements() throws -> (holders: Int, areCountersRight: Bool) {
    let holders = try connection.first(
      """
      SELECT (SELECT count(*) FROM opportunity o JOIN customer c ON c.id = o.customer
          WHERE o.ended_at IS NULL AND (c.owner IS NOT o.holder OR c.opportunity IS NOT o.id))
        + (SELECT count(*) FROM customer c WHERE c.owner IS NOT NULL AND NOT EXISTS (
          SELECT 1 FROM opportunity o WHERE o.customer = c.id AND o.ended_at IS NULL))
      """
    ) { $0.int(0) }
    let wrong = try connection.first(
      """
      SELECT count(*) FROM counter WHERE value <> CASE name
        WHEN 'customers' THEN (SELECT count(*) FROM customer)
        WHEN 'sea' THEN (SELECT count(*) FROM customer WHERE state = 'unassigned') ELSE value END
      """
    ) { $0.int(0) }
    return (holders ?? 0, wrong == 0)
  }

  package func recount() throws {
    try connection.run(
      "UPDATE counter SET value = (SELECT count(*) FROM customer) WHERE name = 'customers'")
    try connection.run(
      """
      UPDATE counter SET value = (SELECT count(*) FROM customer WHERE state = 'unassigned') WHERE name = 'sea'
      """)
  }

  /// One held customer in so many, with what is stored of its clocks.
  package func heldSample(oneIn step: Int) throws -> [StoredStanding] {
    try connection.query(
      """
      SELECT id, flow_back_at, wake_at, clock, warned_at, buys_by FROM customer
      WHERE owner IS NOT NULL AND id % ? = 0
      """, [step], stored)
  }

  /// What is stored of the clocks of a customer.
  package func stored(of customer: CustomerID) throws -> StoredStanding? {
    try connection.first(
      "SELECT id, flow_back_at, wake_at, clock, warned_at, buys_by FROM customer WHERE id = ?", [customer],
      stored)
  }

  private func stored(_ row: Row) -> StoredStanding {
    StoredStanding(
      customer: row.id(0), due: row.optionalInstant(1), wakesAt: row.optionalInstant(2),
      clock: row.optionalText(3), warnedAt: row.optionalInstant(4), buysBy: row.optionalInstant(5))
  }

  private static let names = """
    SELECT id, kind, name, folded, initials, name_key,
      (SELECT group_concat(gone.folded || ' ' || gone.initials, ' ') FROM customer AS gone
       WHERE gone.merged_into = customer.id)
    FROM customer
    """

  /// One customer in so many, as it is found by its name.
  package func nameSample(oneIn step: Int) throws -> [StoredName] {
    try connection.query(
      "\(Health.names) WHERE id % ? = 0", [step], name)
  }

  /// Customers in the order of their ids, as they are found by their names.
  package func names(after customer: CustomerID, limit: Int) throws -> [StoredName] {
    try connection.query(
      "\(Health.names) WHERE id > ? ORDER BY id LIMIT ?", [customer, limit], name)
  }

  private func name(_ row: Row) -> StoredName {
    StoredName(
      customer: row.id(0), kind: CustomerKind(rawValue: row.text(1)) ?? .company, name: row.text(2),
      folded: row.text(3), initials: row.text(4), key: row.optionalText(5),
      aliases: row.optionalText(6).map { [$0] } ?? [])
  }

  package func newestCustomer() throws -> CustomerID {
    try connection.first("SELECT coalesce(max(id), 0) FROM customer") { $0.id(0) } ?? CustomerID(0)
  }

  package func rename(_ customer: CustomerID, folded: String, initials: String, key: String) throws {
    try connection.run(
      "UPDATE customer SET folded = ?, initials = ?, name_key = ? WHERE id = ?",
      [folded, initials, key, customer])
  }
}

/// What a customer's row says of its clocks: all of it follows from what happened, and can be reckoned anew.
package struct StoredStanding: Sendable, Equatable {
  package let customer: CustomerID
  package let due: Instant?
  package let wakesAt: Instant?
  package let clock: String?
  package let warnedAt: Instant?
  package let buysBy: Instant?

  package init(
    customer: CustomerID, due: Instant?, wakesAt: Instant?, clock: String?, warnedAt: Instant?,
    buysBy: Instant?
  ) {
    self.customer = customer
    self.due = due
    self.wakesAt = wakesAt
    self.clock = clock
    self.warnedAt = warnedAt
    self.buysBy = buysBy
  }
}

/// A customer's name, and by what it is found.
package struct StoredName: Sendable {
  package let customer: CustomerID
  package let kind: CustomerKind
  package let name: String
  package let folded: String
  package let initials: String
  /// Nil in bases of before, until it is reckoned.
  package let key: String?
  /// The names of what was merged into it.
  package let aliases: [String]
}
