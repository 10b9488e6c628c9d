import Domain

extension Customers {
  /// What the search index was made of.
  package func searchTerms(of customer: CustomerID) throws -> (name: String, initials: String) {
    try connection.first("SELECT name, initials FROM customer WHERE id = ?", [customer]) {
      ($0.text(0), $0.text(1))
    } ?? ("", "")
  }

  /// Writes the identity anew, with what is derived from it. Numbers and contacts are added for themselves.
  ///
  /// - Parameter aliases: what else it is found by: the names of the customers that were merged into it (R3.11).
  package func change(_ customer: CustomerID, to new: NewCustomer, aliases: [String]) throws {
    try connection.run(
      """
      UPDATE customer SET kind = ?, name = ?, folded = ?, name_key = ?, initials = ?, address = ?, place = ?, industry = ?,
        remark = ? WHERE id = ?
      """,
      [
        new.kind.rawValue, new.name, new.folded, new.nameKey,
        ([new.initials] + aliases).joined(separator: " "),
        new.address,
        new.place, new.industry, new.remark, customer,
      ])
    try keepAliasKeys(new.aliasKeys, of: customer)
  }

  package func setInitials(_ initials: String, of customer: CustomerID) throws {
    try connection.run("UPDATE customer SET initials = ? WHERE id = ?", [initials, customer])
  }

  /// The names and initials of the customers that were merged into this one.
  package func aliases(of customer: CustomerID) throws -> [String] {
    try connection.query(
      "SELECT folded || ' ' || initials FROM customer WHERE merged_into = ? ORDER BY id", [customer]
    ) { $0.text(0) }
  }

  /// Marks two customers as a pair (R3.10), or makes an end of it.
  package func pair(_ one: CustomerID, _ other: CustomerID, _ arePaired: Bool) throws {
    try connection.run("UPDATE customer SET pair = ? WHERE id = ?", [arePaired ? other : nil, one])
    try connection.run("UPDATE customer SET pair = ? WHERE id = ?", [arePaired ? one : nil, other])
  }
}
