import Domain
import Services
import TerminalKit

extension LostRow {
  var hasFlowedBack: Bool {
    if case .flowedBack = reason { return true }
    return false
  }

  /// Until when it can be taken back (R4.16); nil where it can't be, or no more.
  func returnableUntil(_ context: Context) -> Instant? {
    guard hasFlowedBack, holder == nil else { return nil }
    let end = context.calendar.takeBackEnds(flowedBackAt: endedAt)
    return context.now < end ? end : nil
  }
}

/// A row of what left me.
struct LostCells {
  private let context: Context

  init(_ context: Context) {
    self.context = context
  }

  var columns: [Column] {
    let words = context.words
    return [
      Column(words["library.head.customer"], minimum: 14, ideal: 26, shrinkPriority: 1, stretches: true),
      Column(words["lost.head.at"], ideal: words.language == .english ? 14 : 11),
      Column(
        words["lost.head.why"], minimum: words.language == .english ? 20 : 16, ideal: 20, shrinkPriority: 2),
      Column(words["lost.head.now"], minimum: 12, ideal: words.language == .english ? 22 : 20),
    ]
  }

  func row(_ row: LostRow, isAsked: Bool, obstacle: Obstacle?, isSelected: Bool) -> TableRow {
    let until = row.returnableUntil(context)
    let texts = [
      context.name(row.name, of: row.id), context.wording.due(row.endedAt, at: context.now),
      ClockWords(context).end(row.reason),
      state(row, until: until, isAsked: isAsked, obstacle),
    ]
    // It is urgent where there is not much time to have it back.
    let days = until.map { context.calendar.dueDay(of: $0) - context.today }
    let urgency = Urgency(daysLeft: days, warnings: context.policy.warnings)
    let gutter = Gutter(isSelected: isSelected, sign: urgency.sign, signStyle: urgency.style)
    let state = StyledText(texts[3], style: urgency.dueStyle)
    return TableRow(texts.dropLast().map { StyledText($0) } + [state], gutter: gutter)
  }

  /// Who has it now, or until when it can be taken back.
  private func state(_ row: LostRow, until: Instant?, isAsked: Bool, _ obstacle: Obstacle?) -> String {
    if let holder = row.holder {
      if holder.id == context.session.person.id { return context.words["lost.mine"] }
      return context.words("lost.held", ["name": holder.name, "department": holder.department])
    }
    guard let until else {
      return [context.words["sea"], obstacle.map { ObstacleWords(context).short($0) }].compactMap { $0 }
        .joined(separator: " ")
    }
    if isAsked { return context.words["lost.asked"] }
    return context.words("lost.returnable", ["due": context.wording.due(until, at: context.now)])
  }
}
