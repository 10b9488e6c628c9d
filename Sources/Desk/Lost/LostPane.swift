import Domain
import Services
import TerminalKit

/// What left me (R4.18): when, why, and who has it now. One key has it asked for, or brings it back.
struct LostPane: FilteredScreen, ViewScreen {
  /// Where the library offers it.
  static let digit = 7

  /// The views, each with its digit.
  enum View: Int, FixedView {
    case all = 1
    case returnable, released

    /// The key of its name.
    var title: String {
      switch self {
      case .all: "lost.view.all"
      case .returnable: "lost.view.returnable"
      case .released: "lost.view.released"
      }
    }

    /// The key of what is said when it is empty.
    var empty: String {
      switch self {
      case .all: "lost.empty"
      case .returnable: "lost.empty.returnable"
      case .released: "lost.empty.released"
      }
    }
  }

  private var view: LostView?
  private var rows: [CustomerID: LostRow] = [:]
  var list = ListState<CustomerID>()
  private(set) var choice = View.all
  var filter = FilterField()
  /// The selected one can still be taken back.
  private var isReturnable = false
  private var me: PersonID?

  init() {}

  static var filterAdvice: String { "filter.advice.words" }
  static var filterFields: String? { nil }

  static let keymap = Keymap<LostPane>(
    [
      .request(mayAsk, Binding.about { .run(AskBackErrand(subject: $0)) }), .open(needsCustomer),
      Binding(
        ["p", .control("p")], .pick, help: "key.pick", hint: "hint.pick", priority: 30, disabled: mayPick
      ) {
        pane, _ in pane.subject.map { pane.picking($0) } ?? []
      }, .filter,
    ] + Binding.rows + Binding.items + Binding.going)

  private static let needsCustomer: Binding<LostPane>.Reason = { pane in
    pane.selected == nil ? "message.no_customer" : nil
  }

  /// R4.16, R4.18
  private static let mayAsk: Binding<LostPane>.Reason = { pane in
    guard let selected = pane.selected else { return "message.no_customer" }
    if !selected.hasFlowedBack || selected.holder != nil { return "refusal.nothing_to_take_back" }
    return pane.isReturnable ? nil : "refusal.too_late"
  }

  private static let mayPick: Binding<LostPane>.Reason = { pane in
    guard let selected = pane.selected else { return "message.no_customer" }
    if let holder = selected.holder {
      return holder.id == pane.me ? "library.pick_is_in_the_sea" : "customer.held_by_another"
    }
    return pane.view?.obstacles[selected.id] == nil ? nil : "lost.not_to_pick"
  }

  private var selected: LostRow? { list.selection.flatMap { rows[$0] } }

  var subject: Subject? { selected.map { Subject($0.id, name: $0.name) } }

  // MARK: what it answers

  mutating func appear(_ context: Context) -> [Effect] { refresh(context) }

  mutating func refresh(_ context: Context) -> [Effect] {
    [
      ask(.lost) { pane, view, context in
        pane.take(view, context)
        return []
      }
    ]
  }

  private mutating func take(_ view: LostView, _ context: Context) {
    self.view = view
    // Of one that left several times, the last.
    rows = Dictionary(view.rows.map { ($0.id, $0) }) { first, _ in first }
    arrange(context)
  }

  private mutating func arrange(_ context: Context) {
    var seen: Set<CustomerID> = []
    let shown = (view?.rows ?? []).filter { seen.insert($0.id).inserted && belongs($0, context) }
    let wanted = wanted(context)
    list.update(rows: shown.filter { wanted.isEmpty || matches($0, wanted, context) }.map(\.id))
  }

  private func matches(_ row: LostRow, _ wanted: ListFilter, _ context: Context) -> Bool {
    wanted.matches(
      tableRow(row, isSelected: false, context).cells.map(\.text), name: context.session.fold(row.name),
      initials: row.initials)
  }

  mutating func filtered(_ context: Context) -> [Effect] {
    arrange(context)
    list.moveToFirst()
    return []
  }

  private func belongs(_ row: LostRow, _ context: Context) -> Bool {
    switch choice {
    case .all: true
    case .returnable: row.returnableUntil(context) != nil
    case .released: !row.hasFlowedBack
    }
  }

  mutating func settle(_ context: Context) {
    _ = list.scroll(toShow: height(context))
    isReturnable = selected?.returnableUntil(context) != nil
    me = context.session.person.id
  }

  func height(_ context: Context) -> Int { max(context.frame.content.rows - 1, 0) }

  mutating func show(_ view: View, _ context: Context) -> [Effect] {
    choice = view
    arrange(context)
    list.moveToFirst()
    return []
  }

  // MARK: what it shows

  func title(_ context: Context) -> String {
    context.words("lost.title", ["days": String(LostView.days)])
  }

  func advice(_ context: Context) -> String {
    if LostPane.mayAsk(self) == nil { return context.words["lost.advice"] }
    if LostPane.mayPick(self) == nil { return context.words["lost.advice.pick"] }
    return selected == nil ? "" : context.words["lost.advice.neither"]
  }

  func draw(in frame: Frame, on canvas: inout Canvas, _ context: Context) {
    let cells = LostCells(context)
    let rect = frame.content.splitRight(1).rest
    let empty = view == nil ? "" : context.words[filter.isEmpty ? choice.empty : "list.empty.filter"]
    draw(Table(columns: cells.columns), in: rect, on: &canvas, context, empty: empty) { id, isSelected in
      rows[id].map { tableRow($0, isSelected: isSelected, context) }
    }
  }

  private func tableRow(_ row: LostRow, isSelected: Bool, _ context: Context) -> TableRow {
    LostCells(context).row(
      row, isAsked: view?.asked.contains(row.id) ?? false, obstacle: view?.obstacles[row.id],
      isSelected: isSelected)
  }
}

extension Question<LostView> {
  /// What left me.
  fileprivate static var lost: Question {
    Question { try LostView.read(by: $1, at: $2, in: $0) }
  }
}
