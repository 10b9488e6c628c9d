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
    let granted =
      request.isForDirectors
      ? context.words["approvals.for_directors"] : request.dueIfGranted.map(due) ?? ""
    let texts = [
      request.asked.customerName, requests.kind(request.asked), request.asked.asker.name,
      request.asked.reason.oneLine, request.due.map(due) ?? context.words["sea"], granted,
    ]
    let days = request.due.map { context.calendar.dueDay(of: $0) - context.today }
    let urgency = Urgency(daysLeft: days, warnings: context.policy.warnings)
    let gutter = Gutter(
      isSelected: isSelected, isMarked: isMarked, sign: request.isForDirectors ? "x" : urgency.sign,
      signStyle: request.isForDirectors ? .plain : urgency.style)
    var cells = texts.map { StyledText($0) }
    cells[ApprovalCells.due] = StyledText(texts[ApprovalCells.due], style: urgency.dueStyle)
    return TableRow(cells, gutter: gutter)
  }

  private static let due = 4

  func row(_ request: AskedRequest, isSelected: Bool) -> TableRow {
    let texts = [
      request.customerName, requests.kind(request), request.asker.name, requests.outcome(request).oneLine,
    ]
    return TableRow(texts.map { StyledText($0) }, gutter: Gutter(isSelected: isSelected))
  }

  private func due(_ moment: Instant) -> String { context.wording.due(moment, at: context.now) }
}

/// The selected request in two rows below the list, or its whole customer beside it.
struct ApprovalAside: Sendable {
  private let footer: [String]
  private let half: CustomerAside?

  init(_ view: CustomerView, _ request: AskedRequest, _ context: Context) {
    let reason = request.reason.oneLine
    let asked =
      context.words(
        "approvals.footer",
        [
          "asked": context.wording.short(request.askedAt, at: context.now),
          "until": context.wording.due(request.expiresAt, at: context.now),
        ]) + (reason.isEmpty ? "" : context.words("approvals.footer.reason", ["reason": reason]))
    let latest = CustomerLines(view, context).latest
    footer = [
      request.state == .open ? asked : RequestWords(context).outcome(request),
      context.words("footer.latest", ["text": latest]),
    ]
    let side = context.frame.split.parts(of: context.frame.list.body).detail
    half = side.map { CustomerAside(view, columns: $0.columns, context) }
  }

  func draw(in rect: Rect, on canvas: inout Canvas) {
    guard let half else {
      for (row, text) in footer.enumerated() { canvas.put(text, in: rect.line(row)) }
      return
    }
    let parts = rect.splitTop(4)
    let asked = TextWrapping.lines(of: footer[0], columns: rect.columns, atMost: 3)
    for (row, text) in asked.enumerated() { canvas.put(text, in: parts.top.line(row)) }
    half.draw(in: parts.rest, on: &canvas)
  }
}
