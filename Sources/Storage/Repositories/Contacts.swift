import Domain

/// Whom one talks to at a customer, and who of them decides (R10.2).
package struct Contacts {
  let connection: Connection

  /// In the order in which they became known.
  package func list(of customer: CustomerID) throws -> [Contact] {
    let influences = try influences(of: customer)
    return try connection.query(
      """
      SELECT contact.id, contact.name, contact.title, contact.is_main, contact.is_care, contact.role, superior.name
      FROM contact LEFT JOIN contact AS superior ON superior.id = contact.superior
      WHERE contact.customer = ? ORDER BY contact.id
      """, [customer]
    ) { row in
      Contact(
        name: row.text(1), title: row.text(2), isMain: row.bool(3), isCare: row.bool(4),
        role: row.optionalText(5).flatMap(DecisionRole.init), superior: row.optionalText(6),
        influences: influences[row.integer(0)] ?? [])
    }
  }

  private func influences(of customer: CustomerID) throws -> [Int64: [String]] {
    let pairs = try connection.query(
      """
      SELECT contact.id, listener.name FROM contact
      JOIN contact_influence ON contact_influence.contact = contact.id
      JOIN contact AS listener ON listener.id = contact_influence.listener
      WHERE contact.customer = ? ORDER BY contact.id, contact_influence.listener
      """, [customer]
    ) { ($0.integer(0), $0.text(1)) }
    return Dictionary(grouping: pairs, by: \.0).mapValues { $0.map(\.1) }
  }

  /// Adds a contact, or writes the one of this name anew. There is one main contact, and one to care for.
  package func keep(_ contact: Contact, of customer: CustomerID) throws {
    if contact.isMain {
      try connection.run("UPDATE contact SET is_main = 0 WHERE customer = ?", [customer])
    }
    if contact.isCare {
      try connection.run("UPDATE contact SET is_care = 0 WHERE customer = ?", [customer])
    }
    let known = try id(of: contact.name, at: customer)
    if known == nil {
      try connection.run(
        "INSERT INTO contact (customer, name, title, is_main) VALUES (?, ?, '', 0)", [customer, contact.name])
    }
    let id = known ?? connection.lastInsertedID
    try connection.run(
      "UPDATE contact SET title = ?, is_main = ?, is_care = ?, role = ?, superior = ? WHERE id = ?",
      [
        contact.title, contact.isMain, contact.isCare, contact.role?.rawValue,
        try contact.superior.flatMap { try self.id(of: $0, at: customer) }, id,
      ])
    try connection.run("DELETE FROM contact_influence WHERE contact = ?", [id])
    for listener in contact.influences {
      try connection.run(
        "INSERT OR IGNORE INTO contact_influence VALUES (?, ?)",
        [id, try self.id(of: listener, at: customer)])
    }
  }

  package func rename(_ name: String, to new: String, of customer: CustomerID) throws {
    try connection.run("UPDATE contact SET name = ? WHERE customer = ? AND name = ?", [new, customer, name])
  }

  private func id(of name: String, at customer: CustomerID) throws -> Int64? {
    try connection.first(
      "SELECT id FROM contact WHERE customer = ? AND name = ?", [customer, name]
    ) { $0.integer(0) }
  }
}

extension Contacts {
  /// The contacts of a customer that turned out to be another go along with it (R3.11), but for those the survivor has
  /// by the same name: what was said of these is said of its own.
  func bring(of gone: CustomerID, to survivor: CustomerID) throws {
    func own(_ contact: String) -> String {
      """
      coalesce((SELECT own.id FROM contact AS own JOIN contact AS old ON old.name = own.name
        WHERE own.customer = ?2 AND old.customer = ?1 AND old.id = \(contact)), \(contact))
      """
    }
    try connection.run(
      "UPDATE contact SET superior = \(own("contact.superior")) WHERE customer = ?1", [gone, survivor])
    try connection.run(
      """
      INSERT OR IGNORE INTO contact_influence
      SELECT \(own("contact_influence.contact")), \(own("contact_influence.listener")) FROM contact_influence
      WHERE contact IN (SELECT id FROM contact WHERE customer = ?1)
      """, [gone, survivor])
    func unlessTaken(_ mark: String) -> String {
      "\(mark) = \(mark) AND NOT EXISTS (SELECT 1 FROM contact AS own WHERE own.customer = ?2 AND own.\(mark))"
    }
    try connection.run(
      """
      UPDATE contact SET customer = ?2, \(unlessTaken("is_main")), \(unlessTaken("is_care"))
      WHERE customer = ?1 AND name NOT IN (SELECT name FROM contact WHERE customer = ?2)
      """, [gone, survivor])
  }
}
