import Domain
import Services
import TerminalKit

extension Obstacle {
  func isHeld(by person: PersonID) -> Bool {
    if case .refused(.held(let holder, _)) = self { return holder.id == person }
    return false
  }
}

/// The rows of a search that have been read so far, page by page, and what is known against picking them.
struct SeaRows: Sendable {
  var list = ListState<CustomerID>()
  /// Also marked ones that the present search does not find.
  private var rows: [CustomerID: SeaRow] = [:]
  private var obstacles: [CustomerID: Obstacle] = [:]
  /// What came of the last pick: it stays until the next one.
  private var refusals: [CustomerID: Refusal] = [:]
  /// Where the next page starts; nil when all is read.
  private(set) var next: SeaCursor?
  /// The newest that was read: what came later is news.
  private(set) var newest: SeaCursor?

  var selected: SeaRow? { list.selection.flatMap { rows[$0] } }

  subscript(id: CustomerID) -> SeaRow? { rows[id] }

  /// Why it can't be picked, where that is known.
  func obstacle(to id: CustomerID) -> Obstacle? { refusals[id].map { .refused($0) } ?? obstacles[id] }

  // MARK: reading

  /// The first page of a search: the cursor on the first row.
  mutating func replace(with page: SeaPage) {
    let kept = rows.filter { list.isMarked($0.key) }
    rows = [:]
    obstacles = [:]
    refusals = [:]
    add(page)
    rows.merge(kept) { new, _ in new }
    newest = page.rows.map(\.cursor).max()
    list.update(rows: page.rows.map(\.id))
    list.moveToFirst()
  }

  mutating func append(_ page: SeaPage) {
    let shown = Set(list.rows)
    add(page)
    list.update(rows: list.rows + page.rows.map(\.id).filter { !shown.contains($0) })
  }

  private mutating func add(_ page: SeaPage) {
    for row in page.rows { rows[row.id] = row }
    obstacles.merge(page.obstacles) { _, new in new }
    next = page.next
  }

  /// What is known now of some of the rows.
  mutating func learn(_ new: [CustomerID: Obstacle], of customers: [CustomerID]) {
    for id in customers { obstacles[id] = new[id] }
  }

  // MARK: picking

  mutating func forgetRefusals() { refusals = [:] }

  mutating func refuse(_ id: CustomerID, because refusal: Refusal) { refusals[id] = refusal }

  /// They are in the library now.
  mutating func remove(_ ids: Set<CustomerID>) {
    list.unmark(ids)
    list.update(rows: list.rows.filter { !ids.contains($0) })
    for id in ids { rows[id] = nil }
  }
}
