import Assets
import Domain
import Services
import TerminalKit

/// The list that `+` would pass: in a line, or beside the agents.
struct EveningAside {
  private let shown: EveningList
  private let context: Context
  private var words: Words { context.words }
  private var list: TomorrowView { shown.list }

  init(_ shown: EveningList, _ context: Context) {
    self.shown = shown
    self.context = context
  }

  /// `看点 林白露: 明单 50/50, 新 5/5. 新 5, 快流失 2, 久未联系 43. 今天的名单 50 拨了 48`
  var line: String {
    ListWords.text("evening.footer.list", list.figures, context, ["name": shown.line.agent.name])
      + [sources, called, suspicions].filter { !$0.isEmpty }.joined(separator: ". ")
  }

  /// How many come from where.
  private var sources: String {
    let counts = Dictionary(list.rows.map { ($0.source, 1) }, uniquingKeysWith: +)
    return counts.sorted { $0.key < $1.key }
      .map { "\(words["list.source.\($0.key.rawValue)"]) \($0.value)" }.joined(separator: ", ")
  }

  /// What became of the list for today.
  private var called: String {
    if shown.planned.isEmpty { return "" }
    return words(
      "evening.planned", ["planned": String(shown.planned.count), "called": String(shown.called)])
  }

  /// R6.5; nothing where nothing is.
  private var suspicions: String {
    let counts = shown.suspicions.map { "\(words["suspicion.\($0.found.sign.rawValue)"]) \($0.found.count)" }
    return counts.isEmpty ? "" : words("evening.suspicions", ["signs": counts.joined(separator: ", ")])
  }

  func draw(in rect: Rect, on canvas: inout Canvas) {
    let title = ListWords.text("evening.list.title", list.figures, context, ["name": shown.line.agent.name])
    let reason = list.reason.isEmpty ? "" : words("evening.list.reason", ["reason": list.reason.oneLine])
    let heads = [sources, called, suspicions, reason].filter { !$0.isEmpty }
      .flatMap { TextWrapping.lines(of: $0, columns: rect.columns, atMost: 2) }
    canvas.put(title, in: rect.line(0), style: .strong)
    for (row, text) in heads.enumerated() { canvas.put(text, in: rect.line(row + 1)) }
    let body = rect.splitTop(heads.count + 2).rest
    if list.rows.isEmpty { return _ = canvas.put(words["evening.list.empty"], in: body.line(0)) }
    let cells = EveningListCells(shown, context)
    Table(columns: cells.narrow).draw(
      list.rows.indices, in: body, on: &canvas
    ) { cells.row(list.rows[$0], isSelected: false) }
  }
}
