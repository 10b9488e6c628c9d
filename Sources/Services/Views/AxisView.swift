import Domain
import Storage

extension House {
  /// What the service axis says to somebody of a customer that is not his own (section 9): one look along an index for
  /// its orders, and one for the last effective contact where the two-month rule asks for it.
  ///
  /// - Parameter contract: the folded contract name of the further account he asks for; nil while that is not known.
  func axisVerdict(
    on customer: Customer, for asker: Person, contract: String? = nil, at now: Instant
  ) throws -> (verdict: Verdict, segment: AxisSegment) {
    let policy = try rules.policy(asker.policy)
    let today = rules.calendar.day(of: now)
    let orders = try store.orders.list(of: customer.id)
    let possession = try possession(of: customer, today: today)
    let isAfter = policy.axis.segment(of: orders, possession, on: today) == .after
    return policy.axis.verdict(
      on: orders, possession, lastContact: isAfter ? try lastContact(with: customer.id, policy) : nil,
      for: AxisAsker(try rules.departmentKind(of: asker), contract: contract), on: today)
  }

  private func possession(of customer: Customer, today: Day) throws -> Possession {
    guard customer.holder != nil else { return .sea }
    let entered = try store.opportunities.open(of: customer.id)?.enteredAt
    return .held(since: entered.map(rules.calendar.day(of:)) ?? today)
  }

  private func lastContact(with customer: CustomerID, _ policy: Policy) throws -> Day? {
    let effective = policy.notes.outcomes.filter(\.isEffectiveCall).map(\.outcome)
    return try store.notes.lastReached(customer, outcomes: effective).map(rules.calendar.day(of:))
  }
}

/// The service axis of one customer, as it is drawn (R9.1).
package struct AxisView: Sendable {
  package let segment: AxisSegment
  /// Of the order that decides.
  package let term: ServiceTerm
  /// In which month of the term today lies.
  package let month: Int
  package let renewalStarts: Day
  package let protectionEnds: Day

  /// Nil where no account was opened, or none counts.
  init?(_ orders: [Order], by axis: ServiceAxis, on today: Day) {
    let terms = orders.filter { !$0.isVoid }.compactMap { $0.term(on: today) }
    guard let term = terms.min(by: { axis.segment(of: $0, on: today) < axis.segment(of: $1, on: today) })
    else { return nil }
    self.term = term
    segment = axis.segment(of: term, on: today)
    month = axis.month(of: term, on: today)
    renewalStarts = axis.renewalStarts(term)
    protectionEnds = axis.protectionEnds(term)
  }
}
