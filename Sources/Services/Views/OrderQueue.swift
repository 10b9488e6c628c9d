import Domain
import Storage

/// The orders that wait for who keeps them (R8.7, R4.19): to be confirmed, to be opened, or for what is left to be paid.
package struct OrderQueue: Sendable {
  /// What is next. The raw values are part of the command line's contract.
  package enum Step: String, Sendable, CaseIterable {
    case confirm, open, rest
  }

  package struct Line: Sendable {
    package let order: Order
    package let step: Step
    package let customerName: String
    package let seller: Refusal.Holder
    package let balance: Balance
    /// R4.3: handed in long ago and not opened yet.
    package let isOld: Bool

    package var id: OrderID { order.id }

    /// By when it has to be done: until it lapses, or what was promised; nil where nothing presses.
    package func due(in calendar: HouseCalendar) -> Instant? {
      switch step {
      case .confirm: order.waitsUntil
      case .open: nil
      case .rest: balance.due.map(calendar.end(of:))
      }
    }
  }

  /// By what is next, the longest waiting first.
  package let lines: [Line]

  package static func read(by actor: PersonID, at now: Instant, in house: House) throws -> OrderQueue {
    try house.read(as: actor, .keepOrders, at: now) { unit in
      let allowance = Allowance(unit)
      let lines = try unit.store.orders.waiting(at: now).compactMap { order -> Line? in
        let customer = try unit.store.customers.require(order.customer)
        guard try allowance.covers(.keepOrders, customer) else { return nil }
        return try line(order, of: customer, in: unit)
      }
      return OrderQueue(
        lines: lines.sorted { ($0.step.rank, $0.urgency, $0.id) < ($1.step.rank, $1.urgency, $1.id) })
    }
  }

  private static func line(_ order: Order, of customer: Customer, in unit: MomentUnit) throws -> Line? {
    guard let seller = try unit.store.people.holder(order.seller) else { return nil }
    let (calendar, signed) = (
      unit.rules.calendar, try unit.rules.policy(unit.person(order.seller).policy).signed
    )
    let step: Step =
      switch order.state(at: unit.now) {
      case .submitted: .confirm
      case .confirmed: .open
      default: .rest
      }
    return Line(
      order: order, step: step, customerName: customer.name, seller: seller,
      balance: Balance(of: order.amount, try unit.store.payments.list(of: order.id)),
      isOld: step != .rest
        && signed.isOld(submittedOn: calendar.day(of: order.submittedAt), on: calendar.day(of: unit.now)))
  }
}

extension OrderQueue.Step {
  fileprivate var rank: Int { OrderQueue.Step.allCases.firstIndex(of: self) ?? 0 }
}

extension OrderQueue.Line {
  /// What nobody promised a day for comes last.
  fileprivate var urgency: Int64 {
    step == .rest ? balance.due.map { Int64($0.number) } ?? .max : order.submittedAt.seconds
  }
}
