import Domain
import Services
import TerminalKit

/// What left me (R4.18): when, why, and who has it now. One key has it asked for, or brings it back.
struct LostPane: Pane {
  /// Where the library offers it.
  static let digit = 7

  /// The views, each with its digit.
  enum View: Int, CaseIterable, Sendable {
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
  private var list = ListState<CustomerID>()
  private var choice = View.all

  init() {}

  static let keymap = Keymap<Command, LostPane>(
    [
      .request({ $0.selected == nil ? "message.no_customer" : nil }),
      .open({ $0.selected == nil ? "message.no_customer" : nil }),
    ] + Binding.moving + Binding.going)

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
    list.update(rows: shown.map(\.id))
  }

  private func belongs(_ row: LostRow, _ context: Context) -> Bool {
    switch choice {
    case .all: true
    case .returnable: row.returnableUntil(context) != nil
    case .released: !row.hasFlowedBack
    }
  }

  mutating func settle(_ context: Context) { _ = list.scroll(toShow: height(context)) }

  private func height(_ context: Context) -> Int { max(context.frame.content.rows - 1, 0) }

  mutating func perform(_ command: Command, _ context: Context) -> [Effect] {
    if list.perform(command, height: height(context)) { return [] }
    switch command {
    case .nextItem: return choose(choice.rawValue % View.allCases.count + 1, context)
    case .previousItem: return choose((choice.rawValue + 1) % View.allCases.count + 1, context)
    default: return subject.map { act(command, on: $0, context) } ?? [.unknownKey]
    }
  }

  private func act(_ command: Command, on subject: Subject, _ context: Context) -> [Effect] {
    switch command {
    case .request: [.run(AskBackErrand(subject: subject))]
    case .open: [.open(CustomerPane(subject, among: list.rows, me: context.session.person.id))]
    default: [.unknownKey]
    }
  }

  mutating func choose(_ digit: Int, _ context: Context) -> [Effect] {
    guard let choice = View(rawValue: digit) else { return [.unknownKey] }
    self.choice = choice
    arrange(context)
    list.moveToFirst()
    return []
  }

  mutating func follow(_ subject: Subject) { list.select(subject.id) }

  // MARK: what it shows

  func title(_ context: Context) -> String {
    context.words("lost.title", ["days": String(LostView.days)])
  }

  func choices(_ context: Context) -> [Choice] {
    View.allCases.map { item in
      let gap = context.words.language == .english ? " " : ""
      return Choice("\(item.rawValue)\(gap)\(context.words[item.title])", isInForce: item == choice)
    }
  }

  func advice(_ context: Context) -> String {
    context.words["lost.advice"]
  }

  func draw(in frame: Frame, on canvas: inout Canvas, _ context: Context) {
    let cells = LostCells(context)
    let rect = frame.content.splitRight(1).rest
    let table = Table(columns: cells.columns)
    table.draw(list.visibleRows(height: table.rowCount(in: rect)), in: rect, on: &canvas) { index in
      guard let row = rows[list.rows[index]] else { return TableRow([]) }
      let isAsked = view?.asked.contains(row.id) ?? false
      return cells.row(row, isAsked: isAsked, isSelected: index == list.selectedIndex)
    }
    guard list.isEmpty else { return }
    canvas.caret = rect.line(1).origin
    let text = view == nil ? "" : context.words[choice.empty]
    canvas.put(text, in: rect.line(1).splitLeft(Gutter.columns).rest)
  }
}

extension Question<LostView> {
  /// What left me.
  fileprivate static var lost: Question {
    Question { try LostView.read(by: $1, at: $2, in: $0) }
  }
}
