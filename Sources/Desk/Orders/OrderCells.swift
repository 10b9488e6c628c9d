import Domain
import Services
import TerminalKit

/// A row of the orders that wait.
struct OrderCells {
  private let context: Context

  init(_ context: Context) {
    self.context = context
  }

  var columns: [Column] {
    let words = context.words
    let isEnglish = words.language == .english
    return [
      Column(words["library.head.customer"], minimum: 16, ideal: 24, stretches: true),
      Column(words["orders.head.step"], ideal: isEnglish ? 10 : 6),
      Column(words["orders.head.amount"], minimum: 10, ideal: 13),
      Column(words["orders.head.rest"], minimum: 9, ideal: 13, shrinkPriority: 2),
      Column(words["orders.head.seller"], minimum: 6, ideal: 8),
      Column(words["orders.head.due"], ideal: 11),
    ]
  }

  func row(_ line: OrderQueue.Line, isSelected: Bool) -> TableRow {
    let due = line.due(in: context.calendar)
    let isLate = due.map { $0 <= context.now } ?? false
    let texts = [
      line.customerName, context.words["orders.step.\(line.step.rawValue)"], line.order.amount.grouped,
      line.balance.paid.fen == 0 ? "" : line.balance.rest.grouped, line.seller.name,
      due.map { context.wording.due($0, at: context.now) }
        ?? context.words("orders.since", ["date": ClockWords(context).date(line.order.submittedAt)]),
    ]
    return TableRow(
      texts.map { StyledText($0) },
      gutter: Gutter(isSelected: isSelected, sign: isLate || line.isOld ? "!" : " "))
  }

  /// The order whole: its number, contract and what is paid; that it is old comes first.
  func advice(_ line: OrderQueue.Line) -> String {
    let rest = line.balance
    let paid =
      rest.paid.fen == 0
      ? context.words["order.unpaid"]
      : context.words("orders.paid", ["paid": rest.paid.grouped, "rest": rest.rest.grouped])
    return [
      line.isOld ? context.words["orders.old"] : nil, String(line.id.value),
      line.order.contract.text.cut(to: 24), paid,
    ].compactMap { $0 }.joined(separator: "  ")
  }
}
