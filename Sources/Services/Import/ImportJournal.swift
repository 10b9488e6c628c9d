import Domain
import Storage

/// Keeps how far a file is imported, in the same transactions as its rows: whatever ends the program, the same file
/// goes on where it stopped, and nothing goes in twice (R12.3).
struct ImportJournal {
  private let house: House
  /// Nil where the file can't be told again, as a pipe: nothing is kept then.
  private let file: String?
  private let target: String
  /// The last import of this file into this target.
  let previous: ImportRun?
  private var run: ImportRun?

  init(_ file: String?, into target: String, in house: House) throws {
    self.house = house
    self.file = file
    self.target = target
    previous = try file.flatMap { file in try house.read { try $0.importRuns.last(of: file, into: target) } }
    run = previous?.finishedAt == nil ? previous : nil
  }

  /// What is there to go on from.
  var unfinished: ImportRun? { previous?.finishedAt == nil ? previous : nil }

  /// Why a row that was read before was refused, where it was.
  func refusal(ofRow row: Int) throws -> KeptRefusal? {
    guard let run else { return nil }
    return try house.store.importRuns.refusal(of: run.id, row: row)
  }

  /// Notes what a chunk did, inside its transaction.
  mutating func advance(
    to report: ImportReport, refused: [KeptRefusal], by actor: PersonID, at now: Instant
  ) throws {
    guard let file else { return }
    let runs = house.store.importRuns
    var run = try self.run ?? start(file, by: actor, at: now)
    let before = run.read
    (run.read, run.entered, run.problems) = (report.read, report.entered, report.problems)
    guard try runs.advance(run, from: before) else { throw ImportHalt.elsewhere }
    for refusal in refused { try runs.keep(refusal, of: run.id) }
    self.run = run
  }

  private func start(_ file: String, by actor: PersonID, at now: Instant) throws -> ImportRun {
    let runs = house.store.importRuns
    guard try runs.last(of: file, into: target)?.id == previous?.id else {
      throw ImportHalt.elsewhere
    }
    return try runs.start(of: file, into: target, by: actor, at: now)
  }

  /// All rows are read. Called inside a transaction.
  func finish(at now: Instant) throws {
    if let run { try house.store.importRuns.finish(run.id, at: now) }
  }
}
