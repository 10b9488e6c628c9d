import Domain
import Storage

extension MomentUnit {
  /// What the service axis says to somebody of a customer that is not his own (section 9): one look along an index for
  /// its orders, and one for the last effective contact where the two-month rule asks for it.
  ///
  /// - Parameter contract: the folded contract name of the further account he asks for; nil while that is not known.
  func axisVerdict(
    on customer: Customer, for asker: Person, contract: String? = nil
  ) throws -> (verdict: Verdict, segment: AxisSegment) {
    let policy = try rules.policy(asker.policy)
    let today = rules.calendar.day(of: now)
    let orders = try store.orders.list(of: customer.id).withoutLapsed(at: now)
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
  /// Where today lies; `ordered` while nothing is opened.
  package let segment: AxisSegment
  /// Of the account that decides.
  package let term: ServiceTerm?
  /// In which month of the term today lies, 1 on its first day.
  package let month: Int
  /// Service, renewal and protection, as far as the term has them.
  package let spans: [Span]

  package struct Span: Sendable {
    package let segment: AxisSegment
    package let from: Day
    package let to: Day
    package let months: ClosedRange<Int>
  }

  /// Nil where there is no order that counts.
  init?(_ orders: [Order], by axis: ServiceAxis, on today: Day) {
    let orders = orders.filter { !$0.isVoid }
    if orders.isEmpty { return nil }
    let terms = orders.compactMap { $0.term(on: today) }
    term = terms.min { axis.segment(of: $0, on: today) < axis.segment(of: $1, on: today) }
    segment = term.map { axis.segment(of: $0, on: today) } ?? .ordered
    month = term.map { axis.month(of: $0, on: today) } ?? 0
    spans = term.map { AxisView.spans($0, axis) } ?? []
  }

  private static func spans(_ term: ServiceTerm, _ axis: ServiceAxis) -> [Span] {
    let renewal = axis.renewalStarts(term)
    return [
      (AxisSegment.service, term.opensOn, renewal - 1), (.renewal, renewal, term.expiresOn),
      (.protection, term.expiresOn + 1, axis.protectionEnds(term)),
    ].compactMap { segment, from, to in
      guard from <= to else { return nil }
      let first = axis.month(of: term, on: from)
      return Span(
        segment: segment, from: from, to: to, months: first...max(first, axis.month(of: term, on: to)))
    }
  }
}
