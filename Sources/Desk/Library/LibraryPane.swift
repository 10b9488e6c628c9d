import Domain
import Services
import TerminalKit

/// My opportunities (我的机会): everything one holds, what is due soonest first.
struct LibraryPane: FilteredScreen, ViewScreen {
  /// As it was last read; nil before.
  private(set) var view: LibraryView?
  private(set) var rows: [CustomerID: LibraryRow] = [:]
  private var held: Set<CustomerID> = []
  /// Those of who is away.
  private(set) var covered: Set<CustomerID> = []
  private var counts: [LibraryChoice: Int] = [:]
  var list = ListState<CustomerID>()
  private(set) var choice = LibraryChoice.all
  /// How many fit the filter, whatever the view.
  private(set) var fitting = 0
  /// As somebody has chosen it; nil for that of the view.
  private var chosenOrder: LibraryOrder?
  private(set) var isReversed = false
  var filter = FilterField()
  /// All numbers of each customer as digits, once a filter has asked for them.
  private(set) var numbers: [CustomerID: String]?
  /// The tags of each, once a filter has asked for them.
  private(set) var tags: [CustomerID: [String]]?
  /// What is said of the selected customer.
  private(set) var detail = Worded<CustomerAside>()
  /// R6.7: why nobody is dialled at this hour.
  private(set) var quiet: Hindrance?
  /// The cells of the rows that are shown, and when they were worded.
  private(set) var cells: [CustomerID: [StyledText]] = [:]
  private var cellsStamp: CellsStamp?
  /// The first answer is late.
  private(set) var isSlow = false

  var selected: LibraryRow? { list.selection.flatMap { rows[$0] } }

  var subject: Subject? { selected.map { Subject($0.id, name: $0.name) } }

  var targets: [Subject] { list.chosen.compactMap { rows[$0] }.map { Subject($0.id, name: $0.name) } }

  /// Somebody else holds it now, or nobody: it stays in place until one leaves it or the pane.
  func isGone(_ id: CustomerID) -> Bool { !held.contains(id) }

  var marks: Set<CustomerID> { list.marks }

  var order: LibraryOrder { chosenOrder ?? choice.order }

  func count(_ choice: LibraryChoice) -> Int { counts[choice] ?? 0 }

  /// The customer whose next contact falls into this minute.
  func appointment(at now: Instant) -> LibraryRow? {
    view?.rows.first { $0.nextContact.map { $0.seconds / 60 == now.seconds / 60 } ?? false }
  }

  private struct CellsStamp: Equatable {
    let isWide: Bool
    let minute: Int64
  }

  // MARK: what is said of the rows

  mutating func take(detail: CustomerView) { self.detail.take(detail) }

  mutating func waitLonger() { isSlow = view == nil }

  mutating func settle(_ context: Context) {
    prepareCells(of: list.scroll(toShow: height(context)), context)
    detail.prepare(context)
    quiet = Dialling.quiet(context)
  }

  /// Words the cells of the rows in view that have none yet; all of them anew when a minute has passed or
  /// the columns have changed.
  private mutating func prepareCells(of visible: Range<Int>, _ context: Context) {
    let stamp = CellsStamp(isWide: context.frame.isWide, minute: context.now.seconds / 60)
    if cellsStamp != stamp { cells = [:] }
    cellsStamp = stamp
    let words = LibraryCells(context)
    for id in list.rows[visible] where cells[id] == nil {
      cells[id] = rows[id].map { words.cells($0, isGone: isGone(id)) }
    }
  }

  // MARK: rows

  /// New rows, quietly: what is shown stays where it is, with what is new in it.
  mutating func take(_ new: LibraryView, _ context: Context) {
    let isFirst = view == nil
    view = new
    cells = [:]
    let left = rows
    rows = Dictionary((new.rows + new.covered).map { ($0.id, $0) }) { first, _ in first }
    held = Set(rows.keys)
    covered = Set(new.covered.map(\.id))
    for choice in LibraryChoice.allCases { counts[choice] = chosen(choice, context).count }
    guard !isFirst else { return arrange(context) }
    for id in list.rows where rows[id] == nil { rows[id] = left[id] }
    let stay = Set(list.rows)
    list.update(rows: merge(shown(context).filter { !stay.contains($0) }, into: list.rows, context))
    list.unmark(list.marks.filter { isGone($0) })
  }

  /// Lets go of rows that are no longer one's own.
  mutating func dropGone() {
    if view != nil { drop(list.rows.filter(isGone)) }
  }

  mutating func drop(_ gone: [CustomerID]) {
    let gone = Set(gone)
    list.update(rows: list.rows.filter { !gone.contains($0) })
  }

  /// Sorts and filters anew.
  mutating func arrange(_ context: Context, toFirst: Bool = true) {
    let wanted = wanted(context)
    let all = choice == .covered ? view?.covered : view?.rows
    fitting = all?.count { matches($0, wanted, context) } ?? 0
    list.update(rows: shown(context))
    if toFirst { list.moveToFirst() }
  }

  mutating func take(choice: LibraryChoice, _ context: Context) {
    self.choice = choice
    arrange(context)
  }

  /// The same column again turns the order round.
  mutating func sort(by order: LibraryOrder, _ context: Context) {
    isReversed = self.order == order ? !isReversed : false
    chosenOrder = order
    arrange(context)
  }

  /// The first time the filter waits for them; later what is shown stays where it is.
  mutating func take(numbers: [CustomerID: String], _ context: Context) {
    let isFirst = self.numbers == nil
    self.numbers = numbers
    if isFirst { arrange(context) }
  }

  mutating func take(tags: [CustomerID: [String]], _ context: Context) {
    let isFirst = self.tags == nil
    self.tags = tags
    if isFirst { arrange(context) }
  }

  private func shown(_ context: Context) -> [CustomerID] {
    let wanted = wanted(context)
    let chosen = chosen(choice, context).filter { matches($0, wanted, context) }
    return chosen.sorted { precedes($0, $1, context) }.map(\.id)
  }

  private func chosen(_ choice: LibraryChoice, _ context: Context) -> [LibraryRow] {
    if choice == .covered { return view?.covered ?? [] }
    return (view?.rows ?? []).filter { choice.contains($0, context) }
  }

  private func matches(_ row: LibraryRow, _ wanted: ListFilter, _ context: Context) -> Bool {
    if wanted.isEmpty { return true }
    return wanted.matches(
      LibraryCells(context).cells(row, isGone: isGone(row.id)).map(\.text) + [row.place],
      name: context.session.fold(row.name), initials: row.initials, numbers: numbers?[row.id] ?? "",
      intent: row.intent, tags: tags?[row.id] ?? [], next: row.next)
  }

  private func precedes(_ one: LibraryRow, _ other: LibraryRow, _ context: Context) -> Bool {
    isReversed ? order.precedes(other, one, context) : order.precedes(one, other, context)
  }

  /// Each new row before the first that comes after it.
  private func merge(_ new: [CustomerID], into stay: [CustomerID], _ context: Context) -> [CustomerID] {
    new.reduce(into: stay) { merged, id in
      guard let row = rows[id] else { return }
      let place = merged.firstIndex { rows[$0].map { precedes(row, $0, context) } ?? false }
      merged.insert(id, at: place ?? merged.endIndex)
    }
  }
}
