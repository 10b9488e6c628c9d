import Domain
import Services
import TerminalKit

/// What every list does: its cursor moves and marks, hangs on ids, and is followed by what is said of the row it is on.
protocol ListScreen: Pane {
  associatedtype Row: Hashable & Sendable

  var list: ListState<Row> { get set }
  /// Rows below the heads.
  func height(_ context: Context) -> Int
  /// What the list is narrowed by, as it is typed.
  var searched: String { get }
  /// Reads what is said of the selected row; nothing where that is in the list already.
  func askForDetail() -> [Effect]
  /// The cursor has come to another row.
  mutating func moved(from before: Row?, _ context: Context) -> [Effect]
}

extension ListScreen {
  func height(_ context: Context) -> Int { context.frame.listHeight }
  var searched: String { "" }
  func askForDetail() -> [Effect] { [] }
  mutating func moved(from before: Row?, _ context: Context) -> [Effect] { detailFollows }

  /// 80 ms after the last key.
  var detailFollows: [Effect] { askForDetail().isEmpty ? [] : [.after(80, .detail)] }

  mutating func timer(_ timer: TimerName, _ context: Context) -> [Effect] {
    timer == .detail ? askForDetail() : []
  }

  mutating func settle(_ context: Context) { _ = list.scroll(toShow: height(context)) }

  mutating func move(_ context: Context, _ step: (inout ListState<Row>) -> Void) -> [Effect] {
    let before = list.selection
    step(&list)
    return list.selection == before ? [] : moved(from: before, context)
  }

  mutating func unmarkAll() -> Int {
    defer { list.unmarkAll() }
    return list.marks.count
  }

  /// The rows in view, or what is said of an empty list.
  func draw(
    _ table: Table, in rect: Rect, on canvas: inout Canvas, _ context: Context, empty: String,
    row: (Row, _ isSelected: Bool) -> TableRow?
  ) {
    let search = SearchedName(searched, fold: context.session.fold)
    table.draw(list.visibleRows(height: table.rowCount(in: rect)), in: rect, on: &canvas) { index in
      let row = row(list.rows[index], index == list.selectedIndex) ?? TableRow([])
      return search.isEmpty ? row : row.changing(table.nameColumn, search.marked)
    }
    guard list.isEmpty else { return }
    let line = rect.line(1)
    canvas.caret = line.origin
    canvas.put(empty, in: line.splitLeft(Gutter.columns).rest)
  }
}

extension ListScreen where Row == CustomerID {
  mutating func follow(_ subject: Subject) { list.select(subject.id) }
  var neighbours: [CustomerID] { list.rows }

  mutating func unmark(_ customers: [CustomerID]) {
    list.unmark(customers)
    list.endRange()
  }
}

// MARK: - Keys

extension Binding where State: ListScreen {
  static var rows: [Binding] { rows { $0.move($1) { $0.moveToLast() } } }

  static func rows(last: @escaping Handler) -> [Binding] {
    [
      Binding([.down, "j"], .down, help: "key.down") { $0.move($1) { $0.move(by: 1) } },
      Binding([.up, "k"], .up, help: "key.up") { $0.move($1) { $0.move(by: -1) } },
      page([.pageDown], .pageDown, help: "key.page_down", 1),
      page([.pageUp], .pageUp, help: "key.page_up", -1),
      // Ctrl-D and Ctrl-U are acts here.
      half(["J"], .halfPageDown, help: "key.half_down", 1), half(["K"], .halfPageUp, help: "key.half_up", -1),
      Binding([.home], .first, help: "key.first") { $0.move($1) { $0.moveToFirst() } },
      Binding([.end, "G"], .last, help: "key.last", last),
    ]
  }

  private static func page(_ keys: [Key], _ command: Command, help: String, _ pages: Int) -> Binding {
    Binding(keys, command, help: help) { pane, context in
      let height = pane.height(context)
      return pane.move(context) { $0.page(by: pages, height: height) }
    }
  }

  private static func half(_ keys: [Key], _ command: Command, help: String, _ step: Int) -> Binding {
    Binding(keys, command, help: help) { pane, context in
      let rows = max(pane.height(context) / 2, 1) * step
      return pane.move(context) { $0.move(by: rows) }
    }
  }

  static func marking(priority: Int = 60) -> [Binding] {
    [
      Binding([.space], .mark, help: "key.mark", hint: "hint.mark", priority: priority) {
        $0.move($1) { $0.toggleMarkAndStep() }
      },
      Binding(["v"], .markRange, help: "key.mark_range") { $0.move($1) { $0.toggleRange() } },
      Binding(["*"], .markAll, help: "key.mark_all") { $0.move($1) { $0.toggleMarks(of: $0.rows) } },
      Binding([.shift(.down)], .markDown, help: "key.mark_down") { $0.move($1) { $0.markAndMove(by: 1) } },
      Binding([.shift(.up)], .markUp, help: "key.mark_up") { $0.move($1) { $0.markAndMove(by: -1) } },
    ]
  }

  /// In a list they are no more than a row down and up.
  static func neighbours(_ disabled: @escaping Reason = { _ in nil }) -> [Binding] {
    next(hint: nil, disabled) { pane, step, context in pane.move(context) { $0.move(by: step) } }
  }
}
