import Domain
import Storage

/// Brings the rows of a table into the house (R12.3), in chunks so that others keep working. Rows that are wrong, or
/// already known, are refused one by one; the rest goes in.
package struct ImportCustomers {
  /// Rows of one transaction: few enough that a note never waits long for them.
  package static let chunk = 20

  let file: ImportFile
  let target: ImportTarget
  let isDryRun: Bool

  package init(_ file: ImportFile, to target: ImportTarget, isDryRun: Bool) {
    self.file = file
    self.target = target
    self.isDryRun = isDryRun
  }

  /// - Parameter wallClock: the host's time, by which the engine's lease runs.
  package func perform(
    by actor: PersonID, at now: Instant, wallClock: () -> Instant, in house: House,
    watched watcher: ImportWatcher = ImportWatcher()
  ) throws -> ImportReport {
    var work = try house.read(as: actor, .importCustomers, at: now) { unit in
      do throws(HeadingError) { try file.heading.require(for: target) } catch {
        throw ImportError.heading(error)
      }
      let journal = try ImportJournal(file.digest(), into: target.key, in: unit)
      try requireTarget(in: unit, isResumed: journal.unfinished != nil)
      return ImportWork(
        file: file, house: house, actor: actor, now: now, watcher: watcher, isDryRun: isDryRun,
        rows: try RowEntry(into: target, in: unit), journal: journal,
        report: ImportReport(after: journal.previous))
    }
    var keeper = ImportKeeper(house: house)
    do {
      try work.skip()
      while try work.nextChunk() {
        if watcher.isToStop() { throw ImportHalt.interrupted }
        if !isDryRun { try keeper.tend(at: wallClock(), isAlone: work.isAlone) }
      }
      try work.finish()
    } catch  where work.report.entered > 0 && !isDryRun {
      throw ImportStopped(report: work.report, cause: error)
    }
    return work.report
  }

  /// Only who may hold customers is given any (R3.2). What goes on may have begun before the day its clocks start.
  private func requireTarget(in unit: MomentUnit, isResumed: Bool) throws {
    switch target {
    case .sea: return
    case .library(let holder):
      guard unit.rules.rights.allow(.pick, to: try unit.person(holder)) else {
        throw Refusal.invalidField("to", .unknown)
      }
    case .migration(let day):
      let today = unit.rules.calendar.day(of: unit.now)
      if day < today && !isResumed { throw Refusal.invalidField("clocks_from", .past) }
      if day > today + ImportTarget.daysAhead { throw Refusal.invalidField("clocks_from", .outOfRange) }
    }
  }
}
