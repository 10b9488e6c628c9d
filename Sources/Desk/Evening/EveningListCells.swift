import Assets
import Domain
import Services
import TerminalKit

/// A customer on an agent's list, as the manager reads it.
struct EveningListCells {
  private let shown: EveningList
  private let context: Context
  private var words: Words { context.words }
  private let cells: TomorrowCells

  init(_ shown: EveningList, _ context: Context) {
    self.shown = shown
    self.context = context
    cells = TomorrowCells(context)
  }

  var narrow: [Column] {
    [
      Column(words["library.head.customer"], minimum: 12, ideal: 24, shrinkPriority: 1, stretches: true),
      Column(words["tomorrow.head.from"], ideal: 13),
    ]
  }

  var wide: [Column] {
    [
      Column(words["library.head.customer"], minimum: 16, ideal: 24, shrinkPriority: 1),
      Column(words["tomorrow.head.from"], ideal: words.language == .english ? 15 : 13),
      Column(words["tomorrow.head.last"], ideal: words.language == .english ? 15 : 12),
      Column(words["evening.head.note"], minimum: 10, ideal: 20, shrinkPriority: 2, stretches: true),
    ]
  }

  var planned: [Column] {
    [
      Column(words["library.head.customer"], minimum: 16, ideal: 24, shrinkPriority: 1),
      Column(words["tomorrow.head.from"], ideal: words.language == .english ? 15 : 13),
      Column(words["evening.head.called"], minimum: 10, ideal: 20, stretches: true),
    ]
  }

  /// What came of a call that was planned; where none came, why.
  func row(_ call: PlannedCall, isSelected: Bool) -> TableRow {
    let missed = words["evening.not_called"] + (call.end.map { ": " + ClockWords(context).end($0) } ?? "")
    let called = call.call.map(CallCells(context).outcome) ?? missed
    let source = words["list.source.\(call.source.rawValue)"]
    return TableRow(
      [call.name, source, called].map { StyledText($0, style: call.call == nil ? .strong : .plain) },
      gutter: Gutter(isSelected: isSelected, sign: call.call == nil ? "x" : "", signStyle: .strong))
  }

  func row(_ row: TomorrowRow, isSelected: Bool) -> TableRow {
    let note = shown.lastNotes[row.id]?.text.oneLine ?? ""
    let texts = [row.name, cells.source(row), cells.last(row), note]
    let style: Style = row.customer == nil ? .muted : .plain
    return TableRow(
      texts.map { StyledText($0, style: style) },
      gutter: Gutter(isSelected: isSelected, sign: cells.sign(row).text, signStyle: cells.sign(row).style))
  }
}
