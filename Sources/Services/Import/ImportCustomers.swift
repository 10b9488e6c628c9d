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

  /// - Parameters:
  ///   - wallClock: the host's time, by which the engine's lease runs.
  ///   - refused: told of each refused row.
  ///   - progress: told how many rows are read, after each chunk.
  package func perform(
    by actor: PersonID, at now: Instant, wallClock: () -> Instant, in house: House,
    refused: (ImportEntry, RowRefusal) throws -> Void, progress: (Int) -> Void
  ) throws -> ImportReport {
    _ = try Allowance(house).require(actor, .importCustomers)
    try requireHolder(in: house)
    let intake = CustomerIntake(
      tables: house.rules.tables, policy: try house.rules.policy(try policyName(actor, house)))
    var entry = RowEntry(
      house: house, intake: intake, actor: actor, holder: holder, now: now, isDryRun: isDryRun)
    var report = ImportReport()
    var keeper = ImportKeeper(house: house)
    do {
      while let entries = try nextChunk() {
        let results = try enter(entries, with: &entry, in: house)
        for (entry, result) in zip(entries, results) {
          report.count(result)
          if let result { try refused(entry, result) }
        }
        progress(report.read)
        if !isDryRun { try keeper.tend(at: wallClock()) }
      }
      if !isDryRun { try record(report, by: actor, at: now, in: house) }
    } catch  where report.entered > 0 && !isDryRun {
      throw ImportStopped(report: report, cause: error)
    }
    return report
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

  /// Nil for each row that went in.
  private func enter(
    _ entries: [ImportEntry], with entry: inout RowEntry, in house: House
  ) throws -> [RowRefusal?] {
    if isDryRun { return try entries.map { try entry.check($0) } }
    defer { usleep(ImportCustomers.pauseMicroseconds) }
    return try house.write { _ in try entries.map { try entry.enter($0) } }
  }

  private func record(_ report: ImportReport, by actor: PersonID, at now: Instant, in house: House) throws {
    try house.write { _ in
      try house.record(
        .importCustomers, on: nil, by: actor, at: now,
        EventDetail(["entered": String(report.entered), "refused": String(report.refused)]))
    }
  }
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
  /// How many rows were refused for each code, and more exactly: `name.missing`, `phone.not_a_number`.
  package private(set) var reasons: [String: Int] = [:]
  package private(set) var problems: [String: Int] = [:]

  package var refused: Int { read - entered }

  mutating func count(_ refusal: RowRefusal?) {
    read += 1
    guard let refusal else {
      entered += 1
      return
    }
    reasons[refusal.code, default: 0] += 1
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
}
