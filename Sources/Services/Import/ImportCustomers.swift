import Domain
import Glibc
import Storage

/// Brings the rows of a table into the house (R12.3), to the sea or to somebody's library, in chunks so that others
/// keep working. Rows that are wrong, or already known, are refused one by one; the rest goes in.
package struct ImportCustomers {
  let file: ImportFile
  /// Into whose library; nil for the sea.
  let holder: PersonID?
  let isDryRun: Bool

  package init(_ file: ImportFile, to holder: PersonID?, isDryRun: Bool) {
    self.file = file
    self.holder = holder
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
    try requireHolder(in: house)
    let intake = CustomerIntake(
      tables: house.rules.tables, policy: try house.rules.policy(try policyName(actor, house)))
    var entry = RowEntry(
      house: house, intake: intake, actor: actor, holder: holder, now: now, isDryRun: isDryRun)
    var journal = try ImportJournal(file.digest(), into: target, in: house)
    var report = ImportReport(after: journal.previous)
    var keeper = ImportKeeper(house: house)
    do {
      try skip(&report, journal, watcher)
      while let entries = try nextChunk() {
        let refused = try enter(
          entries, with: &entry, in: house, &report, &journal, watcher, by: actor, at: now)
        for (entry, refusal) in refused { try watcher.refused(entry, refusal) }
        watcher.progress(report.read)
        if !isDryRun { try keeper.tend(at: wallClock()) }
      }
      try watcher.finishing()
      if !isDryRun { try finish(report, journal, by: actor, at: now, in: house) }
    } catch  where report.entered > 0 && !isDryRun {
      throw ImportStopped(report: report, cause: error)
    }
    return report
  }

  /// The same file into another target is another import.
  private var target: String { holder.map { "person \($0.value)" } ?? "sea" }

  /// Reads on to where an earlier import of the same file stopped, and tells again of the rows it refused.
  private func skip(_ report: inout ImportReport, _ journal: ImportJournal, _ watcher: ImportWatcher) throws {
    for _ in 0..<report.read {
      guard let entry = try file.next() else { return }
      report.resumedAfterRow = entry.number
      if let refusal = try journal.refusal(ofRow: entry.number) { try watcher.refused(entry, refusal) }
    }
  }

  /// Only who may hold customers is given any (R3.2).
  private func requireHolder(in house: House) throws {
    guard let holder else { return }
    guard house.rules.rights.allow(.pick, to: try house.store.people.require(holder)) else {
      throw Refusal.invalidField("to", .unknown)
    }
  }

  private func policyName(_ actor: PersonID, _ house: House) throws -> String {
    try house.store.people.require(holder ?? actor).policy
  }

  private func nextChunk() throws -> [ImportEntry]? {
    var entries: [ImportEntry] = []
    while entries.count < ImportCustomers.chunk, let entry = try file.next() { entries.append(entry) }
    return entries.isEmpty ? nil : entries
  }

  /// Enters a chunk, all in one transaction, and answers which rows were refused.
  private func enter(
    _ entries: [ImportEntry], with entry: inout RowEntry, in house: House, _ report: inout ImportReport,
    _ journal: inout ImportJournal, _ watcher: ImportWatcher, by actor: PersonID, at now: Instant
  ) throws -> [(ImportEntry, KeptRefusal)] {
    if isDryRun { return try judge(entries, &report, watcher) { try entry.check($0) } }
    defer { usleep(ImportCustomers.pauseMicroseconds) }
    var (entered, noted) = (report, journal)
    let refused = try house.write { _ in
      let refused = try judge(entries, &entered, watcher) { try entry.enter($0) }
      try noted.advance(to: entered, refused: refused.map(\.1), by: actor, at: now)
      return refused
    }
    (report, journal) = (entered, noted)
    return refused
  }

  private func judge(
    _ entries: [ImportEntry], _ report: inout ImportReport, _ watcher: ImportWatcher,
    _ judgement: (ImportEntry) throws -> RowRefusal?
  ) throws -> [(ImportEntry, KeptRefusal)] {
    var refused: [(ImportEntry, KeptRefusal)] = []
    for entry in entries {
      let refusal = try judgement(entry)
      report.count(refusal)
      guard let refusal else { continue }
      refused.append(
        (entry, KeptRefusal(row: entry.number, code: refusal.code, reason: watcher.reason(refusal))))
    }
    return refused
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
  /// All rows are read: what is kept of the refused ones must be safe before the import counts as finished.
  package var finishing: () throws -> Void = {}

  package init() {}
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
  /// The same name or number stood in an earlier row of the file (found by a dry run).
  case twin(row: Int, matched: String)

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
