import Assets
import Domain
import Services
import TerminalKit

/// A row of tomorrow's list: where it comes from, what was last, and in which order it is called (R7.5).
struct TomorrowCells {
  private let context: Context
  private var words: Words { context.words }

  init(_ context: Context) {
    self.context = context
  }

  var columns: [Column] {
    let isEnglish = words.language == .english
    return [
      Column(words["library.head.customer"], minimum: 16, ideal: 26, shrinkPriority: 1, stretches: true),
      Column(words["tomorrow.head.from"], ideal: isEnglish ? 15 : 13),
      Column(words["tomorrow.head.at"], ideal: 5),
      Column(words["tomorrow.head.last"], ideal: isEnglish ? 15 : 12),
      Column(words["tomorrow.head.how"], ideal: isEnglish ? 11 : 10),
    ]
  }

  func row(_ row: TomorrowRow, isOnList: Bool, isSelected: Bool, isMarked: Bool) -> TableRow {
    let style: Style = row.customer == nil ? .muted : .plain
    let texts = [
      context.name(row.name, of: row.id), source(row), at(row), last(row), how(row, isOnList: isOnList),
    ]
    let sign = sign(row)
    let gutter = Gutter(
      isSelected: isSelected, isMarked: isMarked, sign: sign.text, signStyle: sign.style)
    return TableRow(texts.map { StyledText($0, style: style) }, gutter: gutter)
  }

  func sign(_ row: TomorrowRow) -> StyledText {
    guard let customer = row.customer else { return "x" }
    switch row.source {
    case .new: return StyledText(words["list.new"], style: .strong)
    case .rescue:
      let urgency = Urgency(daysLeft: customer.daysLeft(context), warnings: context.policy.warnings)
      return StyledText(urgency.sign, style: urgency.style)
    default: return ""
    }
  }

  /// `挑入 今 14:37`, `久未联系 23天`; of one that left, why.
  func source(_ row: TomorrowRow) -> String {
    guard let customer = row.customer else { return row.end.map(ClockWords(context).end) ?? "" }
    switch row.source {
    case .new:
      return words("tomorrow.from.new", ["time": context.wording.short(customer.enteredAt, at: context.now)])
    case .planned: return words["tomorrow.from.planned"]
    case .rescue: return words["tomorrow.from.rescue"]
    case .neverCalled: return words["list.source.never_called"]
    case .longUncalled:
      let days = context.today - context.calendar.day(of: customer.lastContact ?? customer.enteredAt)
      if days == 0 { return words["tomorrow.from.called"] }
      return words("tomorrow.from.uncalled", ["days": String(days)])
    }
  }

  /// What is planned for that day.
  private func at(_ row: TomorrowRow) -> String {
    row.source == .planned ? row.customer?.next.map { context.wording.clock($0.at) } ?? "" : ""
  }

  /// `11-12 无人接`
  func last(_ row: TomorrowRow) -> String {
    guard let customer = row.customer, let last = customer.lastContact else { return words["list.none"] }
    let outcome = customer.lastOutcome.flatMap { context.policy.notes.outcome($0) }
    return "\(ClockWords(context).date(last)) \(outcome.map { context.wording.title($0.title) } ?? "")"
  }

  /// Why it does not count, else by what it is called.
  private func how(_ row: TomorrowRow, isOnList: Bool) -> String {
    if !isOnList { return words["tomorrow.how.off"] }
    if row.customer == nil { return words["tomorrow.how.gone"] }
    if row.isLater { return words["tomorrow.how.later"] }
    if !row.counts { return words["tomorrow.how.uncounted"] }
    switch row.source {
    case .planned: return words["tomorrow.how.planned"]
    case .rescue: return words["tomorrow.how.rescue"]
    default: return words["tomorrow.how.list"]
    }
  }
}
