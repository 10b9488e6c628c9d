import Domain
import Services
import TerminalKit

/// Tomorrow's list (明日名单, R7.5): what is on it and why, what there is to put on it, and what the sea has for it.
struct TomorrowPane: FilteredScreen, ViewScreen {
  /// As it was last read; nil before.
  private(set) var view: TomorrowView?
  private(set) var rows: [CustomerID: TomorrowRow] = [:]
  private var listed: Set<CustomerID> = []
  private(set) var choice = TomorrowChoice.list
  private var own = ListState<CustomerID>()
  /// What the sea recommends; nil before it was asked.
  var sea: SeaRows?
  var filter = FilterField()
  private(set) var detail = Worded<TomorrowAside>()
  /// An act is on its way.
  private var isBusy = false
  /// It was said that the list is short: the next `0` asks why it is handed in all the same.
  var isShortSaid = false

  init() {}

  static var filterAdvice: String { "tomorrow.filter.advice" }

  var list: ListState<CustomerID> {
    get { choice == .sea ? sea?.list ?? ListState() : own }
    set { if choice == .sea { sea?.list = newValue } else { own = newValue } }
  }

  func isOnList(_ id: CustomerID) -> Bool { listed.contains(id) }

  /// It came when the list was passed already, and may leave it again.
  func isLater(_ id: CustomerID) -> Bool { rows[id]?.isLater ?? false }

  var subject: Subject? { list.selection.flatMap(subject) }

  var targets: [Subject] { list.chosen.compactMap(subject) }

  private func subject(_ id: CustomerID) -> Subject? {
    (choice == .sea ? sea?[id]?.name : rows[id]?.name).map { Subject(id, name: $0) }
  }

  func count(of choice: TomorrowChoice, _ context: Context) -> Int? {
    choice == .sea ? sea?.list.rows.count : view.map { choice.rows(of: $0).count }
  }

  // MARK: reading

  mutating func appear(_ context: Context) -> [Effect] {
    isShortSaid = false
    return refresh(context) + (sea == nil ? askForSea(context) : [])
  }

  mutating func refresh(_ context: Context) -> [Effect] {
    guard PaneID.tomorrow.closed(to: context.session) == nil, context.place == .tomorrow else { return [] }
    return [askForList] + (choice == .sea ? lookAtSea(context) : [])
  }

  /// What is back in the sea is among its rows again.
  mutating func takenBack(_ context: Context) -> [Effect] { sea == nil ? [] : askForSea(context) }

  private var askForList: Effect {
    ask(.tomorrow) { pane, view, context in
      let before = pane.view
      pane.take(view, context)
      let isAnswered = before?.status == .submitted && view.status != .submitted && view.answeredAt != nil
      return pane.askForDetail() + (isAnswered ? [.say(pane.advice(context))] : [])
    }
  }

  private mutating func take(_ new: TomorrowView, _ context: Context) {
    view = new
    listed = Set(new.rows.map(\.id))
    rows = Dictionary((new.rows + new.candidates).map { ($0.id, $0) }) { first, _ in first }
    arrange(context)
  }

  /// The list and the filter in their order; the cursor stays with its row.
  private mutating func arrange(_ context: Context) {
    guard choice != .sea, let view else { return }
    let wanted = wanted(context)
    let shown = choice.rows(of: view).filter { filter.isEmpty || matches($0, wanted, context) }
    own.update(rows: shown.map(\.id))
    own.unmark(own.marks.filter { rows[$0] == nil })
  }

  private func matches(_ row: TomorrowRow, _ wanted: ListFilter, _ context: Context) -> Bool {
    let shown = TomorrowCells(context).row(
      row, isOnList: isOnList(row.id), isSelected: false, isMarked: false)
    return wanted.matches(
      shown.cells.map(\.text), name: context.session.fold(row.name), initials: row.customer?.initials ?? "",
      intent: row.customer?.intent ?? "")
  }

  func unknownFields(_ context: Context) -> [String] {
    choice == .sea ? SeaFilter(filter.text, context).unknown : wanted(context).unknown
  }

  func askForDetail() -> [Effect] {
    guard let id = list.selection else { return [] }
    return [ask(.customer(id)) { if id == $0.list.selection { $0.detail.take($1) } }]
  }

  mutating func settle(_ context: Context) {
    _ = list.scroll(toShow: height(context))
    let isInSea = choice == .sea
    detail.prepare(columns: context.frame.size.columns, context) {
      TomorrowAside($0, isInSea: isInSea, context)
    }
  }

  // MARK: what is shown

  mutating func show(_ view: TomorrowChoice, _ context: Context) -> [Effect] {
    choice = view
    isShortSaid = false
    arrange(context)
    list.moveToFirst()
    return view == .sea && !filter.isEmpty ? askForSea(context) : askForDetail()
  }

  mutating func filtered(_ context: Context) -> [Effect] {
    if choice == .sea { return askForSea(context) }
    arrange(context)
    own.moveToFirst()
    return detailFollows
  }

  // MARK: acts

  /// - Returns: false while another is on its way.
  mutating func beginAct() -> Bool {
    if isBusy { return false }
    isBusy = true
    isShortSaid = false
    return true
  }

  mutating func endAct(unmarking done: [CustomerID] = []) {
    isBusy = false
    own.unmark(done)
  }
}

extension Question<TomorrowView> {
  /// One's own list of the next desk day.
  fileprivate static var tomorrow: Question { Question { try TomorrowView.read(by: $1, at: $2, in: $0) } }
}
