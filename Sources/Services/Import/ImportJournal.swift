import Domain
import Storage

/// Keeps how far a file is imported, in the same transactions as its rows: whatever ends the program, the same file
/// goes on where it stopped, and nothing goes in twice (R12.3).
struct ImportJournal {
  /// Nil where the file can't be told again, as a pipe: nothing is kept then.
  private let file: String?
  private let target: String
  /// The last import of this file into this target.
  let previous: ImportRun?
  private var run: ImportRun?

  init(_ file: String?, into target: String, in unit: ReadingUnit) throws {
    self.file = file
    self.target = target
    previous = try file.flatMap { try unit.store.importRuns.last(of: $0, into: target) }
    run = previous?.finishedAt == nil ? previous : nil
  }

  /// What is there to go on from.
  var unfinished: ImportRun? { previous?.finishedAt == nil ? previous : nil }

  /// Why a row that was read before was refused, where it was.
  func refusal(ofRow row: Int, in unit: ReadingUnit) throws -> KeptRefusal? {
    guard let run else { return nil }
    return try unit.store.importRuns.refusal(of: run.id, row: row)
  }

  /// Notes what a chunk did, inside its transaction.
  mutating func advance(to report: ImportReport, refused: [KeptRefusal], in unit: WritingUnit) throws {
    guard let file else { return }
    let runs = unit.store.importRuns
    var run = try self.run ?? start(file, in: unit)
    let before = run.read
    (run.read, run.entered, run.problems) = (report.read, report.entered, report.problems)
    guard try runs.advance(run, from: before) else { throw ImportHalt.elsewhere }
    for refusal in refused { try runs.keep(refusal, of: run.id) }
    self.run = run
  }

  private func start(_ file: String, in unit: WritingUnit) throws -> ImportRun {
    let runs = unit.store.importRuns
    guard try runs.last(of: file, into: target)?.id == previous?.id else {
      throw ImportHalt.elsewhere
    }
    return try runs.start(of: file, into: target, by: unit.person.id, at: unit.now)
  }

  /// All rows are read.
  func finish(in unit: WritingUnit) throws {
    if let run { try unit.store.importRuns.finish(run.id, at: unit.now) }
  }
}
