import Domain
import Glibc
import Storage

/// Brings the rows of a table into the house (R12.3), to the sea or to somebody's library, in chunks so that others
/// keep working. Rows that are wrong, or already known, are refused one by one; the rest goes in.
package struct ImportCustomers {
  let file: ImportFile
  let target: ImportTarget
  let isDryRun: Bool

  package init(_ file: ImportFile, to target: ImportTarget, isDryRun: Bool) {
    self.file = file
    self.target = target
    self.isDryRun = isDryRun
  }

  /// Small enough that a note never waits long for it.
  private static let chunk = 200
  private static let pauseMicroseconds: UInt32 = 2000

  /// - Parameter wallClock: the host's time, by which the engine's lease runs.
  package func perform(
    by actor: PersonID, at now: Instant, wallClock: () -> Instant, in house: House,
    watched watcher: ImportWatcher = ImportWatcher()
  ) throws -> ImportReport {
    _ = try Allowance(house).require(actor, .importCustomers)
    do throws(HeadingError) { try file.heading.require(for: target) } catch {
      throw ImportError.heading(error)
    }
    var journal = try ImportJournal(file.digest(), into: target.key, in: house)
    try requireTarget(in: house, at: now, isResumed: journal.unfinished != nil)
    var entry = try RowEntry(house, into: target, by: actor, at: now)
    var report = ImportReport(after: journal.previous)
    var keeper = ImportKeeper(house: house)
    do {
      try skip(&report, journal, entry, watcher)
      while let entries = try nextChunk() {
        let refused = try enter(
          entries, with: &entry, in: house, &report, &journal, watcher, by: actor, at: now)
        for (row, refusal) in zip(entries, refused) { try tell(watcher, of: row, refusal, entry) }
        watcher.progress(report.read)
        if watcher.isToStop() { throw ImportHalt.interrupted }
        if !isDryRun { try keeper.tend(at: wallClock()) }
      }
      try watcher.finishing()
      if !isDryRun { try finish(report, journal, by: actor, at: now, in: house) }
    } catch  where report.entered > 0 && !isDryRun {
      throw ImportStopped(report: report, cause: error)
    }
    return report
  }

  /// Reads on to where an earlier import of the same file stopped, and tells again of the rows it refused.
  private func skip(
    _ report: inout ImportReport, _ journal: ImportJournal, _ rows: RowEntry, _ watcher: ImportWatcher
  ) throws {
    for _ in 0..<report.read {
      guard let entry = try file.next() else { return }
      report.resumedAfterRow = entry.number
      try tell(watcher, of: entry, try journal.refusal(ofRow: entry.number), rows)
    }
  }

  private func tell(
    _ watcher: ImportWatcher, of entry: ImportEntry, _ refusal: KeptRefusal?, _ rows: RowEntry
  ) throws {
    if let refusal { return try watcher.refused(entry, refusal) }
    guard let similar = watcher.similar else { return }
    let hits = try rows.similar(to: entry)
    if !hits.isEmpty { try similar(entry, hits) }
  }

  /// Only who may hold customers is given any (R3.2). What goes on may have begun before the day its clocks start.
  private func requireTarget(in house: House, at now: Instant, isResumed: Bool) throws {
    switch target {
    case .sea: return
    case .library(let holder):
      guard house.rules.rights.allow(.pick, to: try house.store.people.require(holder)) else {
        throw Refusal.invalidField("to", .unknown)
      }
    case .migration(let day):
      let today = house.rules.calendar.day(of: now)
      if day < today && !isResumed { throw Refusal.invalidField("clocks_from", .past) }
      if day > today + ImportTarget.daysAhead { throw Refusal.invalidField("clocks_from", .outOfRange) }
    }
  }

  private func nextChunk() throws -> [ImportEntry]? {
    var entries: [ImportEntry] = []
    while entries.count < ImportCustomers.chunk, let entry = try file.next() { entries.append(entry) }
    return entries.isEmpty ? nil : entries
  }

  /// Enters a chunk, all in one transaction, and answers why each was refused that was.
  private func enter(
    _ entries: [ImportEntry], with entry: inout RowEntry, in house: House, _ report: inout ImportReport,
    _ journal: inout ImportJournal, _ watcher: ImportWatcher, by actor: PersonID, at now: Instant
  ) throws -> [KeptRefusal?] {
    if isDryRun { return try judge(entries, &report, watcher) { try entry.check($0) } }
    defer { usleep(ImportCustomers.pauseMicroseconds) }
    var (entered, noted) = (report, journal)
    let refused = try house.write { _ in
      let refused = try judge(entries, &entered, watcher) { try entry.enter($0) }
      try noted.advance(to: entered, refused: refused.compactMap { $0 }, by: actor, at: now)
      return refused
    }
    (report, journal) = (entered, noted)
    return refused
  }

  private func judge(
    _ entries: [ImportEntry], _ report: inout ImportReport, _ watcher: ImportWatcher,
    _ judgement: (ImportEntry) throws -> RowRefusal?
  ) throws -> [KeptRefusal?] {
    try entries.map { entry in
      let refusal = try judgement(entry)
      report.count(refusal)
      return refusal.map { KeptRefusal(row: entry.number, code: $0.code, reason: watcher.reason($0)) }
    }
  }

  private func finish(
    _ report: ImportReport, _ journal: ImportJournal, by actor: PersonID, at now: Instant, in house: House
  ) throws {
    try house.write { _ in
      try journal.finish(at: now)
      try house.record(
        .importCustomers, on: nil, by: actor, at: now,
        EventDetail(["entered": String(report.entered), "refused": String(report.refused)]))
    }
  }
}

/// Who looks on while a file is imported.
package struct ImportWatcher {
  /// Words a refusal, for the file of refused rows.
  package var reason: (RowRefusal) -> String = { $0.problem }
  /// Told of each refused row, those an earlier import of the same file refused among them.
  package var refused: (ImportEntry, KeptRefusal) throws -> Void = { _, _ in }
  /// Told how many rows are read, after each chunk.
  package var progress: (Int) -> Void = { _ in }
  /// Told of each row that went in although its name has its key in common with another's. Nobody is asked where this
  /// is nil: looking for parts of names takes longer than everything else.
  package var similar: ((ImportEntry, [CollisionHit]) throws -> Void)?
  /// Asked after each chunk.
  package var isToStop: () -> Bool = { false }
  /// All rows are read: what is kept of the refused ones must be safe before the import counts as finished.
  package var finishing: () throws -> Void = {}

  package init() {}
}

/// Why an import ends before its file does. The raw values are part of the command line's contract.
package enum ImportHalt: String, Error, Sendable {
  /// Somebody asked for it.
  case interrupted
  /// Another process imports the same file, and is further on by now.
  case elsewhere = "imported_elsewhere"
}

/// An import that could not go on: what it had done by then stays.
package struct ImportStopped: Error {
  package let report: ImportReport
  package let cause: any Error
}

/// What an import did.
package struct ImportReport: Sendable {
  package private(set) var read = 0
  package private(set) var entered = 0
  /// How many rows were refused for what: `name.missing`, `phone.not_a_number`, `collision`.
  package private(set) var problems: [String: Int] = [:]
  /// The last row of the file that an earlier import of it had come to, where it had not come to the end.
  package internal(set) var resumedAfterRow: Int?
  /// When the same file was imported to its end before.
  package let importedBefore: Instant?

  init(after previous: ImportRun?) {
    importedBefore = previous?.finishedAt
    guard let previous, previous.finishedAt == nil else { return }
    (read, entered, problems) = (previous.read, previous.entered, previous.problems)
  }

  package var refused: Int { read - entered }

  /// How many rows were refused for each code.
  package var reasons: [String: Int] {
    Dictionary(problems.map { (RowRefusal.code(ofProblem: $0.key), $0.value) }, uniquingKeysWith: +)
  }

  mutating func count(_ refusal: RowRefusal?) {
    read += 1
    guard let refusal else {
      entered += 1
      return
    }
    problems[refusal.problem, default: 0] += 1
  }
}

/// Why a row of a table was refused.
package enum RowRefusal: Sendable {
  case fault(ImportFault)
  case rule(Refusal)
  /// The same name, key or number stood in an earlier row of the file (found by a dry run).
  case twin(row: Int, name: String, matched: String)

  package var code: String {
    switch self {
    case .fault(let fault): fault.code
    case .rule(let refusal): refusal.code
    case .twin: "collision"
    }
  }

  /// More exactly than the code.
  package var problem: String {
    if case .rule(.invalidField(let field, let problem)) = self { return "\(field).\(problem.rawValue)" }
    return code
  }

  static func code(ofProblem problem: String) -> String {
    problem.contains(".") ? "invalid_field" : problem
  }
}
