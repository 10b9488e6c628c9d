import Domain
import Services
import TerminalKit

/// What looks like work that was not done (R6.5), of the agents somebody checks: a week, the last first.
struct SuspicionsPane: ListScreen {
  /// Where the evening offers it.
  static let digit = 8
  private static let days = 7

  private var found: [Suspicion]?
  /// The signs by their place: they have no name of their own.
  var list = ListState<Int>()

  init() {}

  static let keymap = Keymap<SuspicionsPane>(
    [.open({ $0.subject == nil ? "message.no_customer" : nil })] + Binding.rows + Binding.going)

  private func suspicion(_ index: Int) -> Suspicion? {
    found.flatMap { $0.indices.contains(index) ? $0[index] : nil }
  }

  private var selected: Suspicion? { list.selection.flatMap(suspicion) }

  /// The first of those it was seen on.
  var subject: Subject? { selected?.customers.first.map { Subject($0.id, name: $0.name) } }

  // MARK: what it answers

  mutating func appear(_ context: Context) -> [Effect] { refresh(context) }

  mutating func refresh(_ context: Context) -> [Effect] {
    [ask(.suspicions(until: context.today, days: SuspicionsPane.days)) { $0.take($1) }]
  }

  private mutating func take(_ view: SuspicionView) {
    found = view.found
    list.update(rows: Array(view.found.indices))
  }

  func height(_ context: Context) -> Int { max(context.frame.content.rows - 1, 0) }

  // MARK: what it shows

  func title(_ context: Context) -> String {
    context.words(
      "suspicions.title",
      ["days": String(SuspicionsPane.days), "count": found.map { String($0.count) } ?? ""])
  }

  /// Which notes, holdings or receipts show it.
  func advice(_ context: Context) -> String {
    guard let found = selected?.found else { return context.words["suspicions.advice"] }
    let numbers = found.evidence.prefix(8).map(String.init) + (found.evidence.count > 8 ? ["..."] : [])
    let kind = "suspicions.evidence.\(found.sign.evidence)"
    return numbers.isEmpty
      ? context.words["suspicions.advice"]
      : context.words(kind, ["numbers": numbers.joined(separator: " ")])
  }

  func draw(in frame: Frame, on canvas: inout Canvas, _ context: Context) {
    let words = context.words
    let table = Table(columns: [
      Column(words["evening.head.agent"], minimum: 6, ideal: 8),
      Column(words["column.sign"], ideal: words.language == .english ? 28 : 22),
      Column(words["column.count"], ideal: words.language == .english ? 5 : 4),
      Column(words["suspicions.head.last"], ideal: 12),
      Column(words["suspicions.head.where"], minimum: 10, ideal: 24, stretches: true),
    ])
    draw(
      table, in: frame.content.splitRight(1).rest, on: &canvas, context,
      empty: found == nil ? words["list.loading"] : words["suspicions.none"]
    ) { index, isSelected in suspicion(index).map { row($0, isSelected: isSelected, context) } }
  }

  private func row(_ suspicion: Suspicion, isSelected: Bool, _ context: Context) -> TableRow {
    let found = suspicion.found
    let more = found.customers.count > 1 ? " +\(found.customers.count - 1)" : ""
    let place = suspicion.customers.first.map { $0.name + more } ?? ""
    let texts = [
      suspicion.who.name, context.words["suspicion.\(found.sign.rawValue)"], String(found.count),
      context.wording.short(found.last, at: context.now),
      [found.text.oneLine, place].filter { !$0.isEmpty }.joined(separator: "  "),
    ]
    return TableRow(texts.map { StyledText($0) }, gutter: Gutter(isSelected: isSelected))
  }
}

extension SuspicionSign {
  /// Of what kind the rows are that show it.
  fileprivate var evidence: String {
    switch self {
    case .sameText, .shortText, .undialled, .unknownCall, .lastMinute, .lastNumber: "notes"
    case .ring, .soonReleased: "holdings"
    case .checks: "receipts"
    }
  }
}

extension Question<SuspicionView> {
  fileprivate static func suspicions(until today: Day, days: Int) -> Question {
    Question { try SuspicionView.read(by: $1, during: today - (days - 1)...today, at: $2, in: $0) }
  }
}
