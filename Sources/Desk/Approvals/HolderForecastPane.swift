import Domain
import Services
import TerminalKit

/// Which customers of one holder are held back, or flow back until the end of the next desk day (R4.13): the list a
/// manager sees before he confirms.
struct HolderForecastPane: ListScreen {
  private let holder: Refusal.Holder
  private var forecast: HolderForecast?
  var list = ListState<CustomerID>()

  init(_ holder: Refusal.Holder) {
    self.holder = holder
  }

  static let keymap = Keymap<HolderForecastPane>(
    [
      .open({ $0.subject == nil ? "message.no_customer" : nil }),
      .why({ $0.subject == nil ? "message.no_customer" : nil }),
    ] + Binding.rows + Binding.going)

  private func row(_ id: CustomerID) -> LibraryRow? { forecast?.rows.first { $0.id == id } }

  var subject: Subject? { list.selection.flatMap(row).map { Subject($0.id, name: $0.name) } }

  // MARK: what it answers

  mutating func appear(_ context: Context) -> [Effect] { refresh(context) }

  mutating func refresh(_ context: Context) -> [Effect] { [ask(.holderForecast(holder.id)) { $0.take($1) }] }

  private mutating func take(_ forecast: HolderForecast) {
    self.forecast = forecast
    list.update(rows: forecast.rows.map(\.id))
  }

  func height(_ context: Context) -> Int { max(context.frame.content.rows - 1, 0) }

  // MARK: what it shows

  func title(_ context: Context) -> String {
    context.words(
      "forecast.holder.title",
      [
        "name": holder.name, "department": holder.department,
        "count": forecast.map { String($0.rows.count) } ?? "",
      ])
  }

  func advice(_ context: Context) -> String {
    let ahead = forecast?.rows.count { $0.hasContactAhead(at: context.now) } ?? 0
    return context.words("forecast.holder.advice", ["count": String(ahead)])
  }

  func draw(in frame: Frame, on canvas: inout Canvas, _ context: Context) {
    let words = context.words
    let table = Table(columns: [
      Column(words["library.head.customer"], minimum: 16, ideal: 26, stretches: true),
      Column(words["library.head.due"], ideal: words.language == .english ? 14 : 11),
      Column(words["library.head.clock"], ideal: words.language == .english ? 8 : 6),
      Column(words["library.head.next"], ideal: 14),
      Column("", ideal: words.language == .english ? 9 : 6),
    ])
    let rect = frame.content.splitRight(1).rest
    let empty = forecast == nil ? "" : words["forecast.holder.empty"]
    draw(table, in: rect, on: &canvas, context, empty: empty) { id, isSelected in
      row(id).map { cells($0, isSelected: isSelected, context) }
    }
  }

  private func cells(_ row: LibraryRow, isSelected: Bool, _ context: Context) -> TableRow {
    let clock = row.clock.flatMap { forecast?.policy.clock($0) }.map { context.wording.title($0.title) }
    let ahead = row.hasContactAhead(at: context.now) ? row.next : nil
    let texts = [
      row.name, row.due.map { context.wording.due($0, at: context.now) } ?? "", clock ?? row.clock ?? "",
      ahead.map {
        ($0.isAgreed ? context.words["library.next.agreed"] : "")
          + context.wording.short($0.at, at: context.now)
      } ?? "",
      row.isHeldBack(at: context.now) ? context.words["forecast.head.held_back"] : "",
    ]
    let days = row.due.map { context.calendar.dueDay(of: $0) - context.today }
    let urgency = Urgency(daysLeft: days, warnings: context.policy.warnings)
    var cells = texts.map { StyledText($0) }
    cells[1] = StyledText(texts[1], style: urgency.dueStyle)
    return TableRow(
      cells,
      gutter: Gutter(isSelected: isSelected, sign: urgency.sign, signStyle: urgency.style))
  }
}

extension Question {
  /// Which customers of a holder these are.
  fileprivate static func holderForecast(_ holder: PersonID) -> Question where Answer == HolderForecast {
    Question { try HolderForecast.read(of: holder, by: $1, at: $2, in: $0) }
  }
}
