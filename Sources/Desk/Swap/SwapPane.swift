import Domain
import Services
import TerminalKit

/// The library is full (R3.4): one of its customers is given up for one of the sea, or for a new one, in one step.
struct SwapPane: FilteredScreen, ViewScreen {
  /// The one to be taken.
  let wanted: SwapNewcomer
  /// What the pane that offers it makes of the end.
  let ended: Ending
  /// One's own, as last read; nil before.
  private(set) var view: LibraryView?
  private(set) var rows: [CustomerID: LibraryRow] = [:]
  var list = ListState<CustomerID>()
  private(set) var choice = SwapOrder.weakest
  var filter = FilterField()
  private(set) var detail = Worded<SwapAside>()
  /// The swap is on its way.
  private var isSwapping = false

  /// Of how a swap ended: nil where it was done, else why it could not be.
  typealias Ending = @Sendable (Refusal?) -> [Effect]

  init(for wanted: SwapNewcomer, then ended: @escaping Ending) {
    self.wanted = wanted
    self.ended = ended
  }

  var selected: LibraryRow? { list.selection.flatMap { rows[$0] } }

  static var filterAdvice: String { "swap.filter.advice" }

  func height(_ context: Context) -> Int { SwapLayout(context.frame).listHeight }

  var subject: Subject? { selected.map { Subject($0.id, name: $0.name) } }

  // MARK: reading

  mutating func appear(_ context: Context) -> [Effect] { [askForLibrary] }

  private var askForLibrary: Effect {
    ask(.library) { pane, view, context in
      pane.take(view, context)
      return pane.askForDetail()
    }
  }

  private mutating func take(_ new: LibraryView, _ context: Context) {
    let isFirst = view == nil
    view = new
    rows = Dictionary(new.rows.map { ($0.id, $0) }) { first, _ in first }
    guard !isFirst else { return arrange(context) }
    list.update(rows: list.rows.filter { rows[$0] != nil })
  }

  mutating func settle(_ context: Context) {
    let (layout, rows) = (SwapLayout(context.frame), rows)
    _ = list.scroll(toShow: layout.listHeight)
    detail.prepare(columns: context.frame.size.columns, context) { view in
      rows[view.customer.id].map { SwapAside(view, $0, columns: layout.side?.columns, context) }
    }
  }

  func askForDetail() -> [Effect] {
    guard let id = list.selection else { return [] }
    return [ask(.customer(id)) { if id == $0.list.selection { $0.detail.take($1) } }]
  }

  mutating func show(_ view: SwapOrder, _ context: Context) -> [Effect] {
    choice = view
    arrange(context)
    return askForDetail()
  }

  mutating func filtered(_ context: Context) -> [Effect] {
    arrange(context)
    return askForDetail()
  }

  private mutating func arrange(_ context: Context) {
    let (typed, cells) = (wanted(context), SwapCells(context))
    let fitting = (view?.rows ?? []).filter { row in
      filter.isEmpty
        || typed.matches(
          cells.row(row, isSelected: false).cells.map(\.text), name: context.session.fold(row.name),
          initials: row.initials, intent: row.intent)
    }
    list.update(rows: choice.sorted(fitting, context).map(\.id))
    list.moveToFirst()
  }

  // MARK: the swap

  mutating func swap() -> [Effect] {
    guard !isSwapping, let old = subject else { return [] }
    isSwapping = true
    return [swap(old), .outside(.discardTypeAhead)]
  }

  private func swap(_ old: Subject) -> Effect {
    switch wanted {
    case .picked(let new, _, _):
      run(SwapErrand(released: old, taken: new)) { pane, _, _ in
        [.close] + pane.ended(nil)
      } else: { pane, trouble, _ in
        pane.goOn(after: trouble)
      }
    case .entered(let form, let application):
      run(EnterErrand(form: form, application: application, released: old)) { pane, id, context in
        let card = CustomerPane(Subject(id, name: form.name), among: [], me: context.session.person.id)
        return [.close, .open(card)] + pane.ended(nil)
      } else: { pane, trouble, _ in
        pane.goOn(after: trouble)
      }
    }
  }

  /// Refused for the one to be taken, there is nothing to swap for; for the one to be given up, another may do.
  private mutating func goOn(after trouble: Trouble) -> [Effect] {
    isSwapping = false
    guard case .refused(let refusal) = trouble, refusal.isAboutNewcomer else { return [askForLibrary] }
    return [.close] + ended(refusal)
  }
}

extension Refusal {
  /// In a swap: whether it stands against the customer to be taken, not the one to be given up.
  fileprivate var isAboutNewcomer: Bool {
    switch self {
    case .notHeld, .flowedBack, .libraryFull: false
    default: true
    }
  }
}
