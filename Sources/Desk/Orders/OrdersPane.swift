import Domain
import Services
import TerminalKit

/// The orders that wait (R8.7): the clerk's work, and a view of the approvals for who keeps orders besides.
struct OrdersPane: FilteredScreen, ViewScreen {
  /// Where the approvals offer it.
  static let digit = 4

  enum View: Int, FixedView {
    case all = 1
    case confirm, open, rest

    /// The key of its name.
    var title: String {
      switch self {
      case .all: "orders.view.all"
      case .confirm: "orders.view.confirm"
      case .open: "orders.view.open"
      case .rest: "orders.view.rest"
      }
    }

    func contains(_ line: OrderQueue.Line) -> Bool {
      switch self {
      case .all: true
      case .confirm: line.step == .confirm
      case .open: line.step == .open
      case .rest: line.step == .rest
      }
    }
  }

  private var queue: OrderQueue?
  private(set) var choice = View.all
  var list = ListState<OrderID>()
  var filter = FilterField()

  init() {}

  static var filterAdvice: String { "filter.advice.words" }
  static var filterFields: String? { nil }

  static let keymap = Keymap<OrdersPane>(
    [
      Binding(
        ["+"], .yes, help: "key.order_step", hint: "hint.order_step", priority: 10, disabled: needsOrder
      ) {
        $0.takeOn($1)
      },
      Binding(["-"], .no, help: "key.void_order", hint: "hint.void_order", priority: 30, disabled: needsOrder)
      {
        $0.ask(.void, "", $1)
      },
      Binding(
        ["e", .control("e")], .edit, help: "key.pay_order", hint: "hint.pay_order", priority: 20,
        disabled: needsOrder
      ) {
        $0.pay($1)
      },
      .open(needsOrder), .filter,
    ] + Binding.rows + Binding.items + Binding.going)

  private static let needsOrder: Binding<OrdersPane>.Reason = { pane in
    pane.selected == nil ? "orders.none" : nil
  }

  func line(_ id: OrderID) -> OrderQueue.Line? { queue?.lines.first { $0.id == id } }
  var selected: OrderQueue.Line? { list.selection.flatMap(line) }
  var subject: Subject? { selected.map { Subject($0) } }
  var neighbours: [CustomerID] { list.rows.compactMap { line($0)?.order.customer } }

  func count(of view: View, _ context: Context) -> Int? { queue?.lines.count(where: view.contains) }

  // MARK: what it answers

  mutating func appear(_ context: Context) -> [Effect] { refresh(context) }

  mutating func refresh(_ context: Context) -> [Effect] {
    [
      ask(.orderQueue) { pane, queue, context in
        pane.queue = queue
        pane.arrange(context)
        return []
      }
    ]
  }

  mutating func show(_ view: View, _ context: Context) -> [Effect] {
    choice = view
    arrange(context)
    list.moveToFirst()
    return []
  }

  mutating func filtered(_ context: Context) -> [Effect] {
    arrange(context)
    list.moveToFirst()
    return []
  }

  private mutating func arrange(_ context: Context) {
    let (wanted, cells) = (wanted(context), OrderCells(context))
    let lines = (queue?.lines ?? []).filter { line in
      choice.contains(line)
        && (wanted.isEmpty || wanted.matches(cells.row(line, isSelected: false).cells.map(\.text)))
    }
    list.update(rows: lines.map(\.id))
  }

  mutating func follow(_ subject: Subject) {
    if let row = list.rows.first(where: { line($0)?.order.customer == subject.id }) { list.select(row) }
  }

  // MARK: acting

  /// What is next for it, with what is most likely typed already.
  private func takeOn(_ context: Context) -> [Effect] {
    switch selected?.step {
    case .confirm: ask(.confirm, context.today.iso, context)
    case .open: ask(.open, context.today.iso, context)
    case .rest: pay(context)
    case nil: []
    }
  }

  private func pay(_ context: Context) -> [Effect] {
    guard let line = selected else { return [] }
    if line.balance.rest.fen == 0 { return [.say(context.words["orders.is_paid"])] }
    return ask(.pay, "\(line.balance.rest.text) \(context.today.iso)", context)
  }

  private func ask(_ step: OrderStep, _ text: String, _ context: Context) -> [Effect] {
    selected.map { [.open(LinePane(.order($0, step), text: text))] } ?? []
  }

  // MARK: what it shows

  func height(_ context: Context) -> Int { max(context.frame.content.rows - 1, 0) }

  func title(_ context: Context) -> String { context.words["orders.title"] }

  /// The contract, and what is paid, of the selected one.
  func advice(_ context: Context) -> String {
    guard let line = selected else { return context.words["orders.advice"] }
    return OrderCells(context).advice(line)
  }

  func draw(in frame: Frame, on canvas: inout Canvas, _ context: Context) {
    let cells = OrderCells(context)
    let empty = queue == nil ? "list.loading" : filter.isEmpty ? "orders.empty" : "list.empty.filter"
    draw(
      Table(columns: cells.columns), in: frame.content.splitRight(1).rest, on: &canvas, context,
      empty: context.words[empty]
    ) { id, isSelected in line(id).map { cells.row($0, isSelected: isSelected) } }
  }
}

extension Question<OrderQueue> {
  fileprivate static var orderQueue: Question { Question { try OrderQueue.read(by: $1, at: $2, in: $0) } }
}
