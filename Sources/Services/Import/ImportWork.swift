import Domain
import Storage

/// An import under way: where its rows go, how far it is, and who looks on.
struct ImportWork {
  let file: ImportFile
  let house: House
  let actor: PersonID
  let now: Instant
  let watcher: ImportWatcher
  let isDryRun: Bool
  var rows: RowEntry
  var journal: ImportJournal
  var report: ImportReport
  private var pace = ImportPace()
  var isAlone: Bool { pace.isAlone }

  init(
    file: ImportFile, house: House, actor: PersonID, now: Instant, watcher: ImportWatcher, isDryRun: Bool,
    rows: RowEntry, journal: ImportJournal, report: ImportReport
  ) {
    self.file = file
    self.house = house
    self.actor = actor
    self.now = now
    self.watcher = watcher
    self.isDryRun = isDryRun
    self.rows = rows
    self.journal = journal
    self.report = report
  }

  /// Reads on to where an earlier import of the same file stopped, and tells again of the rows it refused.
  mutating func skip() throws {
    for _ in 0..<report.read {
      guard let entry = try file.next() else { return }
      report.resumedAfterRow = entry.number
      let refusal = try house.read(as: actor, .importCustomers) {
        try journal.refusal(ofRow: entry.number, in: $0)
      }
      try tell(of: entry, refusal)
    }
  }

  /// Enters a chunk, all in one transaction. False where there is none left.
  mutating func nextChunk() throws -> Bool {
    var entries: [ImportEntry] = []
    while entries.count < ImportCustomers.chunk, let entry = try file.next() { entries.append(entry) }
    if entries.isEmpty { return false }
    let refusals = try isDryRun ? check(entries) : enter(entries)
    for (entry, refusal) in zip(entries, refusals) { try tell(of: entry, refusal) }
    watcher.progress(report.read)
    return true
  }

  private mutating func enter(_ entries: [ImportEntry]) throws -> [KeptRefusal?] {
    var work = self
    let ready = try house.read(as: actor, .importCustomers, at: now) { unit in
      try entries.map { try work.rows.ready($0, in: unit) }
    }
    // Each row leaves an event of its own.
    let refusals = try house.write(as: actor, .importCustomers, leaving: .changes, at: now) { unit in
      let refusals = try zip(entries, ready).map { entry, row in
        work.count(try work.rows.enter(row, in: unit), of: entry)
      }
      try work.journal.advance(to: work.report, refused: refusals.compactMap { $0 }, in: unit)
      return refusals
    }
    try work.pace.rest(in: house)
    self = work
    return refusals
  }

  private mutating func check(_ entries: [ImportEntry]) throws -> [KeptRefusal?] {
    var work = self
    let refusals = try house.read(as: actor, .importCustomers, at: now) { unit in
      try entries.map { work.count(try work.rows.check($0, in: unit), of: $0) }
    }
    self = work
    return refusals
  }

  /// Nil for a row that goes in.
  private mutating func count(_ refusal: RowRefusal?, of entry: ImportEntry) -> KeptRefusal? {
    report.count(refusal)
    return refusal.map { KeptRefusal(row: entry.number, code: $0.code, reason: watcher.reason($0)) }
  }

  private mutating func tell(of entry: ImportEntry, _ refusal: KeptRefusal?) throws {
    if let refusal { return try watcher.refused(entry, refusal) }
    guard let similar = watcher.similar else { return }
    let hits = try house.read(as: actor, .importCustomers, at: now) { try rows.similar(to: entry, in: $0) }
    if !hits.isEmpty { try similar(entry, hits) }
  }

  /// All rows are read.
  func finish() throws {
    try watcher.finishing()
    if isDryRun { return }
    try house.write(as: actor, .importCustomers, at: now) { unit in
      try journal.finish(in: unit)
      unit.event.add(["entered": String(report.entered), "refused": String(report.refused)])
    }
  }
}
