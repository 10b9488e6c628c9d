import Domain

/// Every number of every customer (R5.3).
package struct Numbers {
  let connection: Connection

  package func list(of customer: CustomerID) throws -> [CustomerNumber] {
    try connection.query(
      """
      SELECT use, display, dialled, masked, collision_key, mark FROM number WHERE customer = ? ORDER BY id
      """, [customer], number)
  }

  /// The number to call first of each customer of a library; none for one that has none left that may be called.
  package func first(of holder: PersonID) throws -> [CustomerID: CustomerNumber] {
    let rows = try connection.query(
      """
      SELECT use, display, dialled, number.masked, collision_key, mark, customer.id
      FROM customer JOIN number ON number.customer = customer.id WHERE owner = ? ORDER BY number.id
      """, [holder]
    ) { ($0.id(6, as: CustomerID.self), number($0)) }
    return Dictionary(rows.filter(\.1.isCallable)) { first, _ in first }
  }

  private func number(_ row: Row) -> CustomerNumber {
    CustomerNumber(
      use: NumberUse(rawValue: row.text(0)) ?? .phone, display: row.text(1), dialled: row.text(2),
      masked: row.text(3), collisionKey: row.text(4), mark: NumberMark(rawValue: row.text(5)) ?? .good)
  }

  /// Adds a number that was learned. A do-not-call holds for the number in the whole house (R6.3).
  package func add(_ number: CustomerNumber, to customer: CustomerID) throws {
    var number = number
    let isBarred = try connection.first(
      "SELECT 1 FROM number WHERE collision_key = ? AND mark = 'do_not_call' LIMIT 1", [number.collisionKey]
    ) { _ in true }
    if isBarred != nil { number.mark = .doNotCall }
    try Customers(connection: connection).addNumber(number, to: customer)
    try connection.run(
      "UPDATE customer SET masked = ? WHERE id = ? AND masked = ''", [number.masked, customer])
  }

  /// Lets a number be called again, at every customer that has it (R6.3).
  ///
  /// - Returns: those customers.
  package func lift(withKey key: String) throws -> [CustomerID] {
    let customers = try connection.query(
      "SELECT DISTINCT customer FROM number WHERE collision_key = ? AND mark = 'do_not_call' ORDER BY customer",
      [key]
    ) { $0.id(0, as: CustomerID.self) }
    try connection.run(
      "UPDATE number SET mark = 'good' WHERE collision_key = ? AND mark = 'do_not_call'", [key])
    return customers
  }

  /// Marks a number of a customer; do-not-call holds for the number in the whole house, and stays (R6.3).
  package func mark(_ dialled: String, of customer: CustomerID, as mark: NumberMark) throws {
    try set(dialled, of: customer, to: mark, inWholeHouse: mark == .doNotCall, where: "mark <> 'do_not_call'")
  }

  /// Takes a mark back, where it is still the one that was given.
  package func unmark(
    _ dialled: String, of customer: CustomerID, from mark: NumberMark, to before: NumberMark
  )
    throws
  {
    try set(
      dialled, of: customer, to: before, inWholeHouse: mark == .doNotCall, where: "mark = '\(mark.rawValue)'")
  }

  private func set(
    _ dialled: String, of customer: CustomerID, to mark: NumberMark, inWholeHouse: Bool,
    where condition: String
  ) throws {
    try connection.run(
      """
      UPDATE number SET mark = ?1 WHERE \(condition) AND (?4 OR customer = ?2) AND collision_key IN
        (SELECT collision_key FROM number WHERE customer = ?2 AND dialled = ?3)
      """, [mark.rawValue, customer, dialled, inWholeHouse])
  }
}
