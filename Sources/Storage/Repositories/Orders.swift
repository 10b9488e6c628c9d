import Domain

/// The orders of customers and the terms their accounts run for (R8.7).
package struct Orders {
  let connection: Connection

  private static let columns = """
    SELECT customer_order.id, customer, seller, seller_kind, amount, contract, contract_folded, submitted_at,
      opportunity, confirmed_on, voided_at, waits_until, opens_on, expires_on
    FROM customer_order LEFT JOIN service_term ON customer_order = customer_order.id
    """

  package func add(_ new: NewOrder, by person: PersonID, at now: Instant) throws -> OrderID {
    try connection.run(
      """
      INSERT INTO customer_order (customer, seller, seller_kind, opportunity, amount, contract, contract_folded,
        submitted_at, waits_until, remind_at, recorded_at, recorded_by)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        new.customer, new.seller, new.sellerKind.rawValue, new.opportunity, Int(new.amount.fen),
        new.contract.text, new.contract.folded, new.submittedAt, new.waitsUntil, new.remindAt, now, person,
      ])
    return OrderID(connection.lastInsertedID)
  }

  package func find(_ id: OrderID) throws -> Order? {
    try orders("WHERE customer_order.id = ? ORDER BY opens_on", id).first
  }

  /// All orders of a customer with their terms, the oldest first: one look along an index.
  package func list(of customer: CustomerID) throws -> [Order] {
    try orders("WHERE customer = ? ORDER BY customer_order.id, opens_on", customer)
  }

  /// False where it is not as it was: confirmed or voided meanwhile.
  package func confirm(_ id: OrderID, on day: Day, at now: Instant) throws -> Bool {
    try connection.run(
      """
      UPDATE customer_order SET confirmed_on = ?, confirmed_at = ?
      WHERE id = ? AND confirmed_on IS NULL AND voided_at IS NULL
      """, [day, now, id]) == 1
  }

  /// Those that wait to be confirmed or opened, and those of which a part is paid (R8.7).
  package func waiting(at now: Instant) throws -> [Order] {
    try orders(
      """
      WHERE voided_at IS NULL AND (
        confirmed_on IS NULL AND (waits_until IS NULL OR waits_until > ?1)
        OR confirmed_on IS NOT NULL AND opens_on IS NULL
        OR (SELECT sum(amount) FROM payment
            WHERE payment.customer_order = customer_order.id AND void_reason IS NULL) < customer_order.amount)
      ORDER BY customer_order.id, opens_on
      """, now)
  }

  /// Signed customers of somebody's that nobody has reached since an order of theirs was confirmed, with the day of that
  /// (R4.3).
  ///
  /// - Parameter reached: the outcomes that reach somebody.
  package func uncalled(of holder: PersonID, reached: [Outcome]) throws -> [CustomerID: Day] {
    let rows = try connection.query(
      """
      SELECT id, confirmed_on FROM (
        SELECT customer.id, max(confirmed_at) AS confirmed_at, confirmed_on
        FROM customer JOIN customer_order ON customer_order.customer = customer.id
        WHERE owner = ? AND state = 'signed' AND confirmed_at IS NOT NULL AND voided_at IS NULL
        GROUP BY customer.id) AS signed
      WHERE NOT EXISTS (
        SELECT 1 FROM note WHERE customer = signed.id AND at > confirmed_at AND taken_back_at IS NULL
          AND outcome IN (\(Notes.quoted(reached.map(\.rawValue)))))
      """, [holder]
    ) { (id: $0.id(0) as CustomerID, day: Day(number: $0.int(1))) }
    return Dictionary(rows.map { ($0.id, $0.day) }) { first, _ in first }
  }

  /// Whether an order other than this one was confirmed for the customer after a day: its renewal is in (R9.3).
  package func isRenewed(_ customer: CustomerID, beside order: OrderID, after day: Day) throws -> Bool {
    try connection.first(
      """
      SELECT 1 FROM customer_order WHERE customer = ? AND id <> ? AND confirmed_on > ? AND voided_at IS NULL
      """, [customer, order, day]
    ) { _ in true } ?? false
  }

  package func void(_ id: OrderID, reason: String, at now: Instant) throws {
    try connection.run(
      "UPDATE customer_order SET voided_at = ?, void_reason = ? WHERE id = ?", [now, reason, id])
    try connection.run("UPDATE service_term SET renewal_at = NULL WHERE customer_order = ?", [id])
  }

  /// - Parameter renewal: when it enters its renewal.
  package func add(_ term: ServiceTerm, to id: OrderID, renewal: Instant) throws {
    // A term that is renewed has nothing left to announce.
    try connection.run("UPDATE service_term SET renewal_at = NULL WHERE customer_order = ?", [id])
    try connection.run(
      "INSERT INTO service_term (customer_order, opens_on, expires_on, renewal_at) VALUES (?, ?, ?, ?)",
      [id, term.opensOn, term.expiresOn, renewal])
  }

  /// Orders of which the clerk is to be reminded, the longest waiting first (R4.19).
  package func toRemind(at now: Instant) throws -> [(
    order: OrderID, customer: CustomerID, waitsUntil: Instant
  )] {
    try connection.query(
      """
      SELECT id, customer, waits_until FROM customer_order
      WHERE remind_at <= ?1 AND confirmed_on IS NULL AND voided_at IS NULL AND waits_until > ?1 ORDER BY remind_at
      """, [now]
    ) { ($0.id(0), $0.id(1), $0.instant(2)) }
  }

  /// The clerk was told, or nothing is left to tell.
  package func markReminded(at now: Instant) throws {
    try connection.run("UPDATE customer_order SET remind_at = NULL WHERE remind_at <= ?", [now])
  }

  /// Terms whose renewal has come and was not announced, the longest waiting first (R9.1).
  package func renewing(at now: Instant, limit: Int) throws -> [EnteringRenewal] {
    try connection.query(
      """
      SELECT customer_order, customer, opens_on, expires_on FROM service_term
      CROSS JOIN customer_order ON customer_order.id = customer_order
      WHERE renewal_at <= ? ORDER BY renewal_at LIMIT ?
      """, [now, limit]
    ) {
      EnteringRenewal(
        order: $0.id(0), customer: $0.id(1), opensOn: Day(number: $0.int(2)),
        expiresOn: Day(number: $0.int(3)))
    }
  }

  package func markAnnounced(_ term: EnteringRenewal) throws {
    try connection.run(
      "UPDATE service_term SET renewal_at = NULL WHERE customer_order = ? AND opens_on = ?",
      [term.order, term.opensOn])
  }

  /// Who typed an order in, when, and why it was voided.
  package func record(of id: OrderID) throws -> OrderRecord? {
    try connection.first(
      """
      SELECT recorded_at, person.id, person.name, department.name, void_reason FROM customer_order
      JOIN person ON person.id = recorded_by JOIN department ON department.id = person.department
      WHERE customer_order.id = ?
      """, [id]
    ) {
      OrderRecord(
        at: $0.instant(0), by: Refusal.Holder(id: $0.id(1), name: $0.text(2), department: $0.text(3)),
        voidReason: $0.optionalText(4))
    }
  }

  private func orders(_ condition: String, _ value: any Bindable) throws -> [Order] {
    var orders: [Order] = []
    for order in try connection.query("\(Orders.columns) \(condition)", [value], order) {
      if orders.last?.id == order.id {
        orders[orders.count - 1].terms += order.terms
      } else {
        orders.append(order)
      }
    }
    return orders
  }

  private func order(_ row: Row) -> Order {
    Order(
      id: row.id(0), customer: row.id(1), seller: row.id(2),
      sellerKind: DepartmentKind(rawValue: row.text(3)) ?? .channel, amount: Amount(fen: row.integer(4)),
      contract: ContractName(row.text(5), folded: row.text(6)), submittedAt: row.instant(7),
      opportunity: row.optionalID(8), confirmedOn: row.optionalDay(9), voidedAt: row.optionalInstant(10),
      waitsUntil: row.optionalInstant(11),
      terms: row.optionalDay(12).map {
        [ServiceTerm(opensOn: $0, expiresOn: Day(number: row.int(13)))]
      } ?? [])
  }
}

/// An order that is to be added.
package struct NewOrder: Sendable {
  package let customer: CustomerID
  package let seller: PersonID
  package let sellerKind: DepartmentKind
  package let opportunity: OpportunityID?
  package let amount: Amount
  package let contract: ContractName
  package let submittedAt: Instant
  package let waitsUntil: Instant
  /// When the clerk is reminded of it.
  package let remindAt: Instant

  package init(
    customer: CustomerID, seller: PersonID, sellerKind: DepartmentKind, opportunity: OpportunityID?,
    amount: Amount, contract: ContractName, submittedAt: Instant, waitsUntil: Instant, remindAt: Instant
  ) {
    self.customer = customer
    self.seller = seller
    self.sellerKind = sellerKind
    self.opportunity = opportunity
    self.amount = amount
    self.contract = contract
    self.submittedAt = submittedAt
    self.waitsUntil = waitsUntil
    self.remindAt = remindAt
  }
}

/// A term that has come to its renewal.
package struct EnteringRenewal: Sendable {
  package let order: OrderID
  package let customer: CustomerID
  package let opensOn: Day
  package let expiresOn: Day
}

/// How an order came into the base.
package struct OrderRecord: Sendable {
  package let at: Instant
  package let by: Refusal.Holder
  package let voidReason: String?
}
