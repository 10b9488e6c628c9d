import Domain
import Services
import Storage

/// The pages of a library: the 50 rows that a screen shows, the whole library, and all that "my opportunities" says.
struct ListFigures {
  let base: BenchBase

  private static let columns = """
    SELECT id, name, initials, place, state, intent, stage, flow_back_at, warned_at, clock, next_contact,
      last_note_at, last_outcome, entered_at, tries
    FROM customer WHERE owner = ? ORDER BY flow_back_at, id
    """

  func figures() throws -> [Figure] {
    let library = Store(
      try Connection(path: base.path, access: .read, cacheKiB: BenchBase.readerKiB)
    ).library
    let page = try base.bare.statement(ListFigures.columns + " LIMIT 50")
    let whole = try base.bare.statement(ListFigures.columns)
    let size = try library.rows(of: base.agent(0), overAt: base.now).count
    var all = try Comparison.figure("library, whole (\(size) rows)", rounds: 400) {
      _ = try library.rows(of: base.agent($0), overAt: base.now)
    } floor: {
      try whole(.integer(base.agent($0).value))
    }
    all.remark = "floor: the same rows"
    var view = try Comparison.figure("LibraryView", rounds: 400) {
      _ = try LibraryView.read(by: base.agent($0), at: base.now, in: base.reader)
    } floor: {
      try page(.integer(base.agent($0).value))
    }
    view.remark = "whole library, counters, alerts; floor: 50 rows"
    return [all, view]
  }
}
