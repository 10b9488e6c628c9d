import Assets
import Domain
import Services
import TerminalKit

/// An agent's day and his list for the next, as a row (R8.1). What falls short wears `<`, so that it stands out without
/// colour too.
struct EveningCells {
  private let context: Context
  /// How the libraries stood on an evening that was is known to nobody any more.
  private let isOver: Bool
  private var words: Words { context.words }

  init(_ context: Context, isOver: Bool) {
    self.context = context
    self.isOver = isOver
  }

  var columns: [Column] {
    [
      Column(words["evening.head.agent"], minimum: 6, ideal: 8, stretches: true),
      Column(words["evening.head.list"], ideal: 6, isEssential: true),
      Column(words["evening.head.new"], ideal: 4, isEssential: true),
      Column(words["evening.head.effective"], ideal: 6),
      Column(words["evening.head.ab"], ideal: 4),
      Column(words["evening.head.added"], ideal: 7),
      Column(words["evening.head.overdue"], ideal: 4),
      Column(words["evening.head.warnings"], minimum: 2, ideal: 3, shrinkPriority: 1),
      Column(words["evening.head.at"], ideal: 5),
      Column(words["evening.head.status"], minimum: 10, ideal: 13, isEssential: true),
    ]
  }

  func row(_ line: EveningLine, isSelected: Bool, isMarked: Bool) -> TableRow {
    TableRow(
      cells(line),
      gutter: Gutter(isSelected: isSelected, isMarked: isMarked, sign: sign(line), signStyle: .soon))
  }

  /// What the manager has to see to first: a list that waits and is short.
  private func sign(_ line: EveningLine) -> String {
    line.status == .submitted && line.shortfalls > 0 ? "!" : ""
  }

  private func cells(_ line: EveningLine) -> [StyledText] {
    if line.status == .away {
      return [StyledText(line.agent.name), StyledText(words["evening.status.away"])]
        + Array(repeating: "", count: 7) + [StyledText(status(line))]
    }
    let figures = [
      figure(line.figures.prepared, of: line.figures.target),
      figure(line.figures.new, of: line.figures.newTarget),
      calls(line),
      counted(.ab, line.day), added(line.day),
    ]
    let library =
      isOver
      ? ["", ""] : [count(line.overdue, isShort: line.overdue > 0), StyledText(String(line.warnings))]
    return [StyledText(line.agent.name)] + figures + library
      + [line.submittedAt.map(context.wording.clock) ?? "", status(line)].map { StyledText($0) }
  }

  // MARK: figures

  private func figure(_ count: Int, of wanted: Int) -> StyledText {
    self.count("\(count)/\(wanted)", isShort: count < wanted)
  }

  private func count(_ text: some CustomStringConvertible, isShort: Bool) -> StyledText {
    StyledText("\(text)") + StyledText(isShort ? "<" : "", style: .short)
  }

  private func counted(_ figure: DayFigure, _ day: DayCounters) -> StyledText {
    let count = "\(day.count(of: figure))/\(day.target(of: figure))"
    return self.count(count, isShort: day.shortfalls.contains(figure))
  }

  /// R7.4: nobody who is out visiting is expected to call.
  private func calls(_ line: EveningLine) -> StyledText {
    line.day.isVisitDay ? StyledText(words["evening.out_visiting"]) : counted(.effective, line.day)
  }

  private func added(_ day: DayCounters) -> StyledText {
    let figure = counted(day.isVisitDay ? .visits : .added, day)
    let key = day.isVisitDay ? "evening.visits" : "evening.added"
    return StyledText(words(key, ["count": figure.text])).marking("<", as: .short)
  }

  // MARK: where it stands

  func status(_ line: EveningLine) -> String {
    switch line.status {
    case .away: return words("evening.at.away", ["deputy": line.absence?.deputy.name ?? ""])
    case .passed, .returned:
      let time = line.list?.answeredAt.map(context.wording.clock) ?? ""
      return "\(words["evening.status.\(line.status.rawValue)"]) \(time)"
    case .submitted, .notSubmitted:
      let remarks = [
        line.list?.isChanged == true ? "evening.changed" : nil,
        line.list?.isLate == true ? "evening.late" : nil,
      ]
      return ([words["evening.status.\(line.status.rawValue)"]] + remarks.compactMap { $0 }.map { words[$0] })
        .joined(separator: " ")
    }
  }
}
