import Domain
import Services
import TerminalKit

/// The customers behind a figure of a report, each once: what was last comes first.
struct ReportListPane: ListScreen {
  private let cell: ReportCell
  private let name: String
  private var found: ReportList?
  private var rows: [CustomerID: (row: ReportRow, count: Int)] = [:]
  var list = ListState<CustomerID>()

  /// - Parameter title: which figure of which line.
  init(_ cell: ReportCell, title: String) {
    self.cell = cell
    name = title
  }

  static let keymap = Keymap<ReportListPane>(
    [.open({ $0.subject == nil ? "message.no_customer" : nil })] + Binding.marking() + Binding.rows
      + Binding.going)

  private func subject(_ id: CustomerID) -> Subject? { rows[id].map { Subject(id, name: $0.row.name) } }

  var subject: Subject? { list.selection.flatMap(subject) }
  var targets: [Subject] { list.chosen.compactMap(subject) }

  mutating func appear(_ context: Context) -> [Effect] { found == nil ? [read] : [] }

  private var read: Effect {
    ask(.behind(cell)) { pane, found in
      pane.found = found
      var ids: [CustomerID] = []
      for row in found.rows {
        if pane.rows[row.customer] == nil { ids.append(row.customer) }
        pane.rows[row.customer] = (
          pane.rows[row.customer]?.row ?? row, (pane.rows[row.customer]?.count ?? 0) + 1
        )
      }
      pane.list.update(rows: ids)
    }
  }

  func height(_ context: Context) -> Int { max(context.frame.content.rows - 1, 0) }

  // MARK: what it shows

  func title(_ context: Context) -> String {
    guard let found else { return name }
    let count = context.words("reports.list.count", ["count": String(list.rows.count)])
    let cut = found.isCut ? "  " + context.words("reports.list.cut", ["count": String(found.rows.count)]) : ""
    return "\(name)  \(count)\(cut)"
  }

  func trailing(_ context: Context) -> StyledText {
    list.marks.isEmpty
      ? "" : StyledText(context.words("list.marked", ["count": String(list.marks.count)]), style: .strong)
  }

  func advice(_ context: Context) -> String { context.words["reports.list.advice"] }

  func draw(in frame: Frame, on canvas: inout Canvas, _ context: Context) {
    let words = context.words
    let table = Table(columns: [
      Column(words["library.head.customer"], minimum: 14, ideal: 28, stretches: true),
      Column(words["column.when"], ideal: 12), Column(words["column.person"], minimum: 6, ideal: 8),
      Column(words["column.what"], minimum: 8, ideal: 18),
      Column(words["column.count"], ideal: 5, shrinkPriority: 1, alignment: .trailing),
    ])
    draw(
      table, in: frame.content.splitRight(1).rest, on: &canvas, context,
      empty: words[found == nil ? "list.loading" : "reports.list.empty"]
    ) { id, isSelected in rows[id].map { row($0.row, $0.count, isSelected: isSelected, context) } }
  }

  private func row(_ row: ReportRow, _ count: Int, isSelected: Bool, _ context: Context) -> TableRow {
    let texts = [
      row.name, context.wording.short(row.at, at: context.now), found?.people[row.person]?.name ?? "",
      context.wording.text(row.what, context.policy, at: context.now), count > 1 ? String(count) : "",
    ]
    return TableRow(
      texts.map { StyledText($0) },
      gutter: Gutter(isSelected: isSelected, isMarked: list.isMarked(row.customer)))
  }
}

extension Question<ReportList> {
  fileprivate static func behind(_ cell: ReportCell) -> Question {
    Question {
      try ReportList.read(
        behind: cell.figure, of: cell.key, in: cell.kind, by: cell.grouping, during: cell.span, for: $1,
        at: $2,
        in: $0)
    }
  }
}
