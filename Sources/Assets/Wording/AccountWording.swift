import Domain

/// Orders and the service axis, in the words of the command line and of the screens alike.
extension Wording {
  /// `续签期 第 10 月: 2026-01-15 开通, 2027-01-14 到期`
  package func axis(_ segment: AxisSegment, _ term: ServiceTerm?, month: Int, today: Day) -> String {
    guard let term else { return words["axis.ordered.line"] }
    return words(
      "axis.line",
      [
        "segment": words["axis.\(segment.code)"], "month": String(month), "opened": term.opensOn.iso,
        "expires": term.expiresOn.iso,
      ])
  }

  /// `12,800.00 元  已开通 2026-01-15 到 2027-01-14  日东精密电子`
  package func line(of order: Order, at now: Instant) -> String {
    line(of: order, withState: words["order.state.\(order.state(at: now).rawValue)"] + " ")
  }

  /// The same where the state stands beside it already.
  package func lineWithoutState(of order: Order) -> String { line(of: order, withState: "") }

  private func line(of order: Order, withState state: String) -> String {
    words(
      "order.line",
      [
        "amount": order.amount.grouped, "contract": order.contract.text, "state": state,
        "days": days(of: order),
      ])
  }

  private func days(of order: Order) -> String {
    guard let term = order.terms.last else { return order.confirmedOn?.iso ?? "" }
    return words("order.term", ["opened": term.opensOn.iso, "expires": term.expiresOn.iso])
  }

  /// What is paid of an order, what is left, and by when; nil where nothing came in.
  package func line(of payments: [Payment], for order: Order, on today: Day) -> String? {
    let counting = payments.filter { !$0.isVoid }
    guard let last = counting.last else { return nil }
    let balance = Balance(of: order.amount, payments)
    let due = balance.due.map {
      words(balance.isOverdue(on: today) ? "order.rest.overdue" : "order.rest.due", ["date": $0.iso])
    }
    return words(
      balance.rest.fen == 0 ? "order.paid" : "order.paid.in_part",
      [
        "paid": balance.paid.grouped, "rest": balance.rest.grouped, "count": String(counting.count),
        "date": last.paidOn.iso, "due": due ?? "",
      ])
  }

  /// Why it counts for the commission, or does not (R8.6).
  ///
  /// - Parameter holding: by which it counts: from when, how it came, until when.
  package func proof(
    of order: Order, seller: String, holding: (from: Instant, wayIn: WayIn, to: Instant?)?,
    voidReason: String?,
    at now: Instant
  ) -> String {
    if order.isVoid {
      let reason = voidReason.flatMap { $0.isEmpty ? nil : $0 } ?? words["order.void.undone"]
      return words("order.proof.void", ["reason": reason])
    }
    if order.state(at: now) == .lapsed { return words["order.proof.lapsed"] }
    let submitted = moment(order.submittedAt, at: now)
    guard let holding else { return words("order.proof.no", ["submitted": submitted, "name": seller]) }
    return words(
      "order.proof.yes",
      [
        "submitted": submitted, "name": seller, "from": moment(holding.from, at: now),
        "way": words["way_in.\(holding.wayIn.rawValue)"],
        "to": holding.to.map { due($0, at: now) } ?? words["order.until_now"],
      ])
  }
}
