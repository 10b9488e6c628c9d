import Domain
import Services

extension CustomerLine {
  /// An order: when it was submitted, where it stands, who sold it, for how much; below, what it counts by (R8.6).
  init(_ view: OrderView, _ context: Context) {
    let order = view.order
    when = "\(ClockWords(context).date(order.submittedAt)) \(context.wording.clock(order.submittedAt))"
    what = context.words["order.state.\(order.state(at: context.now).rawValue)"]
    who = view.seller.name
    let paid = context.wording.line(of: view.payments, for: order, on: context.today)
    text = ["\(order.id.value)", context.wording.lineWithoutState(of: order), paid].compactMap { $0 }
      .joined(separator: "  ")
    whole = context.wording.proof(
      of: order, seller: view.seller.name,
      holding: view.holding.map { ($0.enteredAt, $0.wayIn, $0.endedAt) }, voidReason: view.voidReason,
      at: context.now)
  }
}
