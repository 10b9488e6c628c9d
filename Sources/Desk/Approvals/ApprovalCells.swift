import Domain
import Services
import TerminalKit

/// A row of what waits for an answer, and of what was answered.
struct ApprovalCells {
  private let context: Context
  private let requests: RequestWords

  init(_ context: Context) {
    self.context = context
    requests = RequestWords(context)
  }

  private var named: [Column] {
    let words = context.words
    return [
      Column(words["library.head.customer"], minimum: 16, ideal: 20, shrinkPriority: 1, stretches: true),
      Column(words["approvals.head.what"], ideal: words.language == .english ? 13 : 9),
      Column(words["approvals.head.who"], minimum: 6, ideal: 8),
    ]
  }

  var waitingColumns: [Column] {
    let words = context.words
    return named + [
      Column(words["approvals.head.reason"], minimum: 8, ideal: 14, shrinkPriority: 2),
      Column(words["approvals.head.due"], ideal: 11),
      Column(words["approvals.head.granted"], ideal: words.language == .english ? 14 : 11),
    ]
  }

  var answeredColumns: [Column] {
    named + [Column(context.words["approvals.head.answer"], minimum: 20, ideal: 34)]
  }

  func row(_ request: WaitingRequest, isSelected: Bool, isMarked: Bool) -> TableRow {
    let asked = request.asked
    let yes = request.yes.map { context.wording.text(ofYes: $0, to: asked.kind.rawValue, at: context.now) }
    let texts = [
      asked.about, requests.kind(asked), asked.asker.name, asked.reason.oneLine,
      request.due.map(due) ?? (asked.kind == .takeBack ? context.words["sea"] : ""),
      request.isBeyond ? context.words["approvals.for_directors"] : yes ?? "",
    ]
    let days = request.due.map { context.calendar.dueDay(of: $0) - context.today }
    let urgency = Urgency(daysLeft: days, warnings: context.policy.warnings)
    let gutter = Gutter(
      isSelected: isSelected, isMarked: isMarked, sign: request.isBeyond ? "x" : urgency.sign,
      signStyle: request.isBeyond ? .plain : urgency.style)
    var cells = texts.map { StyledText($0) }
    cells[ApprovalCells.due] = StyledText(texts[ApprovalCells.due], style: urgency.dueStyle)
    return TableRow(cells, gutter: gutter)
  }

  private static let due = 4

  func row(_ request: AskedRequest, isSelected: Bool) -> TableRow {
    let texts = [
      request.about, requests.kind(request), request.asker.name, requests.outcome(request).oneLine,
    ]
    return TableRow(texts.map { StyledText($0) }, gutter: Gutter(isSelected: isSelected))
  }

  private func due(_ moment: Instant) -> String { context.wording.due(moment, at: context.now) }
}
