import Domain
import Services
import TerminalKit

/// A row of the library as the table shows it.
struct LibraryCells {
  private let context: Context
  /// Whether the right half of a wide screen is beside it, which tells more of the last contact.
  private let beside: Bool

  init(_ context: Context) {
    self.context = context
    beside = context.frame.isWide
  }

  var columns: [Column] {
    let words = context.words
    let isEnglish = words.language == .english
    let last = Column(words["library.head.last"], ideal: 6, shrinkPriority: 3)
    return [
      Column(words["library.head.customer"], minimum: 16, ideal: 24, stretches: true),
      Column(words["library.head.intent"], ideal: 2),
      Column(words["library.head.stage"], minimum: 6, ideal: 8, shrinkPriority: 1),
    ] + (beside ? [] : [last]) + [
      Column(words["library.head.next"], ideal: isEnglish ? 13 : 14),
      Column(words["library.head.due"], ideal: 10),
      Column(words["library.head.clock"], minimum: 4, ideal: isEnglish ? 5 : 4),
    ]
  }

  func gutter(_ row: LibraryRow?, isSelected: Bool, isMarked: Bool, isGone: Bool) -> Gutter {
    let urgency = row.map(urgency) ?? .none
    return Gutter(
      isSelected: isSelected, isMarked: isMarked, sign: isGone ? "x" : urgency.sign,
      signStyle: isGone ? .plain : urgency.style)
  }

  func cells(_ row: LibraryRow, isGone: Bool) -> [StyledText] {
    var cells = texts(row, isGone: isGone).map { StyledText($0, style: isGone ? .muted : .plain) }
    if isGone { return cells }
    cells[LibraryCells.intent] = .level(row.intent)
    if let due = cells.indices.dropLast().last {
      cells[due] = StyledText(cells[due].text, style: urgency(row).dueStyle)
    }
    return cells
  }

  private static let intent = 1

  private func urgency(_ row: LibraryRow) -> Urgency {
    Urgency(daysLeft: row.daysLeft(context), warnings: context.policy.warnings)
  }

  private func texts(_ row: LibraryRow, isGone: Bool) -> [String] {
    let last = row.lastContact.map { ClockWords(context).date($0) } ?? context.words["list.none"]
    return [context.name(row.name, of: row.id), row.intent, Stages.name(row.stage, context)]
      + (beside ? [] : [last])
      + [next(row), isGone ? context.words["library.left"] : due(row), isGone ? "" : clock(row)]
  }

  /// Why it is due then: a clock, or that it stays till an answer (R4.8).
  private func clock(_ row: LibraryRow) -> String {
    if row.isAsked { return context.words["library.asked"] }
    return row.clock.flatMap { context.policy.clock($0) }.map { context.wording.title($0.title) } ?? ""
  }

  /// `约今 16:30`: agreed, not ours (R6.1); with `!` where it lies beyond the due moment (R6.2).
  private func next(_ row: LibraryRow) -> String {
    guard let next = row.next else { return "" }
    let late = row.due.map { next.at >= $0 } ?? false
    return (next.isAgreed ? context.words["library.next.agreed"] : "") + near(next.at) + (late ? "!" : "")
  }

  /// `今 16:30`, `11-27 09:30`
  private func near(_ moment: Instant) -> String {
    guard context.calendar.day(of: moment) - context.today == 1 else {
      return context.wording.short(moment, at: context.now)
    }
    return context.words("library.next.tomorrow", ["time": context.wording.clock(moment)])
  }

  /// `今 24:00`, `11-28 2天`, `12-26`
  private func due(_ row: LibraryRow) -> String {
    guard let due = row.due, let days = row.daysLeft(context) else {
      return row.state == .signed ? context.words["state.signed"] : ""
    }
    let clock = context.wording.dueClock(due)
    let date = ClockWords(context).dueDate(due)
    switch days {
    case 0: return context.words(clock == "24:00" ? "day.tonight" : "library.due.today", ["time": clock])
    case 1: return context.words("library.due.tomorrow", ["time": clock])
    case 2...max(context.policy.warnings.first ?? 0, 2):
      return "\(date) \(context.words("days_left", ["days": String(days)]))"
    default: return date
    }
  }
}

/// How near the due is, as a sign (principle 3); colour only repeats it.
enum Urgency: Sendable {
  case today, soon, near, none

  /// - Parameter warnings: the policy's levels in days, the longest first.
  init(daysLeft: Int?, warnings: [Int]) {
    let soon = warnings.dropFirst().first ?? warnings.first ?? 0
    switch daysLeft {
    case .some(...0): self = .today
    case .some(...soon): self = .soon
    case .some(...(warnings.first ?? 0)): self = .near
    default: self = .none
    }
  }

  var sign: String {
    switch self {
    case .today: "!!"
    case .soon: "!"
    case .near: "."
    case .none: ""
    }
  }

  var style: Style {
    switch self {
    case .today: .today
    case .soon: .soon
    case .near: .week
    case .none: .plain
    }
  }

  /// Of the due moment itself: one badge a row is enough where it is not today.
  var dueStyle: Style {
    switch self {
    case .today: .today
    case .soon: .strong
    case .near, .none: .plain
    }
  }
}

/// The stages of the policy (R6.6) by name.
enum Stages {
  /// In a list: English tells them apart by their number.
  static func name(_ stage: Int, _ context: Context) -> String {
    context.words.language == .english ? "\(stage) \(title(stage, context))" : title(stage, context)
  }

  static func title(_ stage: Int, _ context: Context) -> String {
    guard context.policy.stages.indices.contains(stage - 1) else { return "" }
    return context.wording.title(context.policy.stages[stage - 1])
  }
}
