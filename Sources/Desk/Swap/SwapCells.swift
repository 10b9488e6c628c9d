import Assets
import Domain
import Services
import TerminalKit

/// A customer that could be given up, as a row and as a reason.
struct SwapCells {
  private let context: Context
  private var words: Words { context.words }

  init(_ context: Context) {
    self.context = context
  }

  var columns: [Column] {
    [
      Column(words["library.head.customer"], minimum: 20, ideal: 27, shrinkPriority: 2, stretches: true),
      Column(words["library.head.intent"], ideal: 2),
      Column(words["library.head.last"], minimum: 6, ideal: 10),
      Column(
        words["swap.head.due"], minimum: 11, ideal: words.language == .english ? 19 : 17, shrinkPriority: 1),
      Column(words["library.head.next"], ideal: 12),
    ]
  }

  func row(_ row: LibraryRow?, isSelected: Bool) -> TableRow {
    guard let row else { return TableRow([], gutter: Gutter(isSelected: isSelected)) }
    let gutter = Gutter(isSelected: isSelected, isMarked: context.marked.contains(row.id))
    let texts = [last(row), due(row), next(row) ?? "-"]
    return TableRow(
      [StyledText(row.name), .level(row.intent)] + texts.map { StyledText($0) }, gutter: gutter)
  }

  /// Several tries in a row, else what came of the last contact.
  private func last(_ row: LibraryRow) -> String {
    if row.triesInRow > 1 { return words("swap.tries", ["count": String(row.triesInRow)]) }
    guard row.lastContact != nil, let outcome = row.lastOutcome else { return words["list.none"] }
    return context.policy.notes.outcome(outcome).map { context.wording.title($0.title) } ?? outcome.rawValue
  }

  private func due(_ row: LibraryRow) -> String {
    guard let due = row.due else { return "-" }
    let clock = row.clock.flatMap { context.policy.clock($0) }.map { context.wording.title($0.title) } ?? ""
    return "\(context.wording.due(due, at: context.now)) \(clock)"
  }

  private func next(_ row: LibraryRow) -> String? {
    row.nextContact.map { context.wording.short($0, at: context.now) }
  }

  private func appointment(_ row: LibraryRow) -> String {
    guard let moment = row.nextContact else { return words["swap.why.no_next"] }
    let time = context.wording.short(moment, at: context.now)
    if row.next?.isAgreed == false { return words("swap.why.ours", ["time": time]) }
    return words(moment > context.now ? "swap.why.next" : "swap.why.missed", ["time": time])
  }

  /// `0 级, 5 次未接 (末次 11-21), 没有预约, 明 24:00 本来就要流出`
  func weakness(_ row: LibraryRow) -> String {
    var parts = [words("swap.why.intent", ["intent": row.intent])]
    if let last = row.lastContact {
      let date = ClockWords(context).date(last)
      let isUnanswered = row.triesInRow > 0
      parts.append(
        words(
          isUnanswered ? "swap.why.tries" : "swap.why.last",
          ["count": String(row.triesInRow), "date": date, "outcome": self.last(row)]))
    } else {
      parts.append(words["swap.why.uncalled"])
    }
    if context.marked.contains(row.id) { parts.append(words["swap.why.marked"]) }
    parts.append(appointment(row))
    if let due = row.due {
      parts.append(words("swap.why.due", ["due": context.wording.due(due, at: context.now)]))
    }
    return parts.joined(separator: words["swap.why.separator"])
  }
}
