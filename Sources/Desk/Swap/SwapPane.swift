import Domain
import Services
import TerminalKit

/// The library is full (R3.4): one of its customers is given up for one of the sea, or for a new one, in one step.
struct SwapPane: Pane {
  /// The one to be taken.
  let wanted: SwapNewcomer
  /// What the pane that offers it makes of the end.
  let ended: Ending
  /// One's own, as last read; nil before.
  private(set) var view: LibraryView?
  private(set) var rows: [CustomerID: LibraryRow] = [:]
  var list = ListState<CustomerID>()
  private(set) var order = SwapOrder.weakest
  var filter = FilterField()
  var detail = Worded<SwapAside>()
  /// The swap is on its way.
  var isSwapping = false

  /// Of how a swap ended: nil where it was done, else why it could not be.
  typealias Ending = @Sendable (Refusal?) -> [Effect]

  init(for wanted: SwapNewcomer, then ended: @escaping Ending) {
    self.wanted = wanted
    self.ended = ended
  }

  var selected: LibraryRow? { list.selection.flatMap { rows[$0] } }

  var subject: Subject? { selected.map { Subject($0.id, name: $0.name) } }

  mutating func take(_ new: LibraryView, _ context: Context) {
    let isFirst = view == nil
    view = new
    rows = Dictionary(new.rows.map { ($0.id, $0) }) { first, _ in first }
    guard !isFirst else { return arrange(context) }
    list.update(rows: list.rows.filter { rows[$0] != nil })
  }

  mutating func show(_ order: SwapOrder, _ context: Context) {
    self.order = order
    arrange(context)
  }

  mutating func arrange(_ context: Context) {
    let wanted = ListFilter(filter.text, fold: context.session.fold)
    let fitting = (view?.rows ?? []).filter { row in
      filter.isEmpty
        || wanted.matches(
          name: context.session.fold(row.name), initials: row.initials, numbers: "", intent: row.intent)
    }
    list.update(rows: order.sorted(fitting, context).map(\.id))
    list.moveToFirst()
  }
}
