import Domain
import Services
import TerminalKit

/// Today's list (今日名单, R7.1): whom to call now and why, in order; what was done of it, and what left meanwhile.
struct CallListPane: FilteredScreen, ViewScreen {
  /// Where it offers how the day's figures were counted.
  static let countersDigit = 9

  private(set) var view: CallListView?
  private var entries: [CustomerID: CallEntry] = [:]
  var list = ListState<CustomerID>()
  private(set) var choice = CallChoice.left
  var filter = FilterField()
  private(set) var detail = Worded<CustomerAside>()
  /// R6.7: why nobody is dialled at this hour.
  private(set) var quiet: Hindrance?

  init() {}

  static var filterAdvice: String { "tomorrow.filter.advice" }

  var selected: CallEntry? { list.selection.flatMap { entries[$0] } }

  subscript(id: CustomerID) -> CallEntry? { entries[id] }

  /// What left is nobody's to act on here.
  var subject: Subject? {
    switch selected {
    case nil, .struck: nil
    case .left(let row): Subject(row.id, name: row.name)
    case .done(let done): Subject(done.id, name: done.name)
    }
  }

  // MARK: reading

  mutating func appear(_ context: Context) -> [Effect] { refresh(context) }

  mutating func refresh(_ context: Context) -> [Effect] {
    [
      ask(.calls) { pane, view, context in
        pane.take(view, context)
        return pane.askForDetail()
      }
    ]
  }

  /// It is sorted anew, and the selected row stays where it is.
  private mutating func take(_ view: CallListView, _ context: Context) {
    self.view = view
    let all =
      view.struck.map { CallEntry.struck($0) } + view.done.map { .done($0) } + view.rows.map { .left($0) }
    entries = Dictionary(all.map { ($0.id, $0) }) { _, last in last }
    arrange(context)
  }

  private mutating func arrange(_ context: Context) {
    guard let view else { return }
    let wanted = wanted(context)
    let all =
      view.rows.map { CallEntry.left($0) } + view.done.map { .done($0) } + view.struck.map { .struck($0) }
    let shown = all.filter { choice.contains($0) && matches($0, wanted, context) }
    list.update(rows: shown.map(\.id))
  }

  private func matches(_ entry: CallEntry, _ wanted: ListFilter, _ context: Context) -> Bool {
    if wanted.isEmpty { return true }
    return wanted.matches(
      CallCells(context).row(entry, isSelected: false).cells.map(\.text),
      name: context.session.fold(entry.name), initials: entry.customer?.initials ?? "",
      intent: entry.customer?.intent ?? "")
  }

  mutating func filtered(_ context: Context) -> [Effect] {
    arrange(context)
    list.moveToFirst()
    return detailFollows
  }

  func count(of item: CallChoice, _ context: Context) -> Int? {
    switch item {
    case .left: view?.rows.count
    case .done: view?.done.count
    default: view?.rows.count { item.contains(.left($0)) }
    }
  }

  mutating func show(_ view: CallChoice, _ context: Context) -> [Effect] {
    choice = view
    arrange(context)
    list.moveToFirst()
    return askForDetail()
  }

  mutating func choose(_ digit: Int, _ context: Context) -> [Effect] {
    if digit == CallListPane.countersDigit { return [.open(CountersPane())] }
    guard let view = CallChoice(rawValue: digit) else { return [.unknownKey] }
    return show(view, context)
  }

  // MARK: what is said of the row

  func askForDetail() -> [Effect] {
    guard let id = subject?.id else { return [] }
    return [ask(.customer(id)) { if id == $0.list.selection { $0.detail.take($1) } }]
  }

  mutating func settle(_ context: Context) {
    _ = list.scroll(toShow: height(context))
    detail.prepare(context)
    quiet = Dialling.quiet(context)
  }

  // MARK: working

  /// The work goes on where the cursor is.
  func work(dials: Bool) -> [Effect] {
    subject.map { [.open(WorkPane($0, dials: dials))] } ?? []
  }
}

extension Question<CallListView> {
  static var calls: Question { Question { try CallListView.read(by: $1, at: $2, in: $0) } }
}
