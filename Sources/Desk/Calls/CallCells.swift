import Domain
import Services
import TerminalKit

/// A line of the call list as the table shows it.
struct CallCells {
  private let context: Context
  /// Whether the right half of a wide screen is beside it, which tells what came of the last contact.
  private let beside: Bool

  init(_ context: Context) {
    self.context = context
    beside = context.frame.isWide
  }

  var columns: [Column] {
    let words = context.words
    let isEnglish = words.language == .english
    return [
      Column(words["library.head.customer"], minimum: 16, ideal: 26, shrinkPriority: 1, stretches: true),
      Column(words["calls.head.why"], minimum: 12, ideal: isEnglish ? 18 : 14),
      Column(words["library.head.intent"], ideal: 2),
      Column(
        words["library.head.last"], minimum: beside ? 6 : isEnglish ? 15 : 6,
        ideal: beside ? 6 : isEnglish ? 15 : 12, shrinkPriority: 2),
      Column(words["sea.head.number"], ideal: 14),
    ]
  }

  func row(_ entry: CallEntry, isSelected: Bool) -> TableRow {
    switch entry {
    case .left(let row):
      let urgency = urgency(of: row)
      let cells = [
        StyledText(context.name(row.name, of: row.id)), StyledText(why(row), style: urgency.dueStyle),
        .level(row.customer.intent),
        StyledText(last(row.customer)), StyledText(row.number.masked),
      ]
      return TableRow(
        cells,
        gutter: Gutter(isSelected: isSelected, sign: urgency.sign, signStyle: urgency.style))
    case .done(let done):
      let texts = [
        context.name(done.name, of: done.id), outcome(done.call), done.customer.intent, last(done.customer),
        "",
      ]
      return TableRow(texts.map { StyledText($0) }, gutter: Gutter(isSelected: isSelected))
    case .struck(let struck):
      let end = ClockWords(context).end(struck.reason)
      let texts = [struck.name, context.words("calls.struck", ["end": end]), "", "", ""]
      return TableRow(
        texts.map { StyledText($0, style: .muted) }, gutter: Gutter(isSelected: isSelected, sign: "x"))
    }
  }

  /// What is agreed and was missed, or comes within the hour; else how near the due is.
  func urgency(of row: CallRow) -> Urgency {
    if row.why == .missed { return .today }
    if row.why == .appointment, let at = row.at, at - context.now < 3_600 { return .soon }
    return row.why == .rescue
      ? Urgency(daysLeft: row.customer.daysLeft(context), warnings: context.policy.warnings) : .none
  }

  /// `约 14:45`, `漏约 09:30`, `救 今 24:00`, `超期 2天`, `首访 11-29 24:00`, `回访 11:00`, `名单`
  func why(_ row: CallRow) -> String {
    let name = context.words["calls.short.\(row.why.rawValue)"]
    let detail: String? =
      switch row.why {
      case .missed, .appointment, .callback: row.at.map { context.wording.short($0, at: context.now) }
      case .rescue: row.due.map { context.wording.due($0, at: context.now) }
      case .overdue: row.daysOverdue.map { context.words("days_left", ["days": String($0)]) }
      case .returnCall: row.returnCallBy.map { context.wording.due($0, at: context.now) }
      case .prepared: nil
      }
    return [name, detail].compactMap { $0 }.joined(separator: " ")
  }

  private func last(_ row: LibraryRow) -> String {
    guard let at = row.lastContact else { return context.words["list.none"] }
    if beside { return ClockWords(context).date(at) }
    let outcome = row.lastOutcome.flatMap { context.policy.notes.outcome($0) }
    return [ClockWords(context).date(at), outcome.map(name) ?? ""]
      .filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// English has room for a short word.
  private func name(_ outcome: OutcomeRule) -> String {
    context.words.language == .english
      ? context.words["outcome.short.\(outcome.outcome.rawValue)"] : context.wording.title(outcome.title)
  }

  /// `14:32 接通`
  func outcome(_ call: CallMade) -> String {
    let title = context.policy.notes.outcome(call.outcome).map { context.wording.title($0.title) } ?? ""
    return "\(context.wording.clock(call.at)) \(title)"
  }
}
