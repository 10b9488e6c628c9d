import Domain

extension Customers {
  /// The codes that lead to this customer (R3.11).
  package func merged(into customer: CustomerID) throws -> [CustomerID] {
    try connection.query("SELECT id FROM customer WHERE merged_into = ? ORDER BY id", [customer]) { $0.id(0) }
  }

  /// Makes one customer of two (R3.11): `gone` becomes void and points to the survivor, which gets all it had.
  /// The search index and the clocks are for the caller to follow up.
  ///
  /// - Parameter bringsHolding: whether the open opportunity of `gone` goes on, in the survivor.
  package func merge(_ gone: CustomerID, into survivor: CustomerID, bringsHolding: Bool) throws {
    if bringsHolding { try bringHolding(of: gone, to: survivor) }
    try bringIdentity(of: gone, to: survivor)
    try connection.run(
      """
      UPDATE customer SET merged_into = ?2, state = 'void', owner = NULL, opportunity = NULL,
        entered_at = NULL, tries = 0, flow_back_at = NULL, wake_at = NULL, clock = NULL, warned_at = NULL, next_contact = NULL,
        buys_by = NULL, released_by = NULL, pair = NULL, opens_at = NULL
      WHERE id = ?1
      """, [gone, survivor])
    try connection.run("UPDATE customer SET merged_into = ?2 WHERE merged_into = ?1", [gone, survivor])
    try bringHistory(of: gone, to: survivor)
  }

  private func bringHolding(of gone: CustomerID, to survivor: CustomerID) throws {
    let columns =
      "owner, opportunity, entered_at, tries, state, next_contact, next_is_agreed, next_purpose, intent, stage, buys_by, level_asked, rhythm_at"
    try connection.run(
      """
      UPDATE customer SET (\(columns)) = (SELECT \(columns) FROM customer WHERE id = ?1), released_by = NULL, opens_at = NULL
      WHERE id = ?2
      """, [gone, survivor])
  }

  /// What the survivor lacks; what both have stays as it is with the survivor.
  private func bringIdentity(of gone: CustomerID, to survivor: CustomerID) throws {
    try connection.run(
      """
      UPDATE customer AS own SET
        address = iif(own.address = '', gone.address, own.address),
        place = iif(own.address = '', gone.place, own.place),
        industry = iif(own.industry = '', gone.industry, own.industry),
        masked = iif(own.masked = '', gone.masked, own.masked),
        remark = trim(own.remark || char(10) || gone.remark, char(10)),
        is_house_account = max(own.is_house_account, gone.is_house_account)
      FROM customer AS gone WHERE gone.id = ?1 AND own.id = ?2
      """, [gone, survivor])
    for table in ["av_information", "profile"] {
      try connection.run(
        "INSERT OR IGNORE INTO \(table) SELECT ?2, field, value FROM \(table) WHERE customer = ?1",
        [gone, survivor])
    }
    try connection.run(
      "INSERT OR IGNORE INTO tag SELECT ?2, folded, name FROM tag WHERE customer = ?1", [gone, survivor])
    // R6.3: what was learned of a number is true of it in the other record too.
    try connection.run(
      """
      UPDATE number AS own SET mark = gone.mark FROM number AS gone
      WHERE own.customer = ?2 AND gone.customer = ?1 AND gone.collision_key = own.collision_key
        AND own.mark = 'good'
      """, [gone, survivor])
    try connection.run(
      """
      UPDATE number SET customer = ?2 WHERE customer = ?1 AND NOT EXISTS (
        SELECT 1 FROM number AS own WHERE own.customer = ?2 AND own.collision_key = number.collision_key
          AND (own.use = 'fax') = (number.use = 'fax'))
      """, [gone, survivor])
    try Contacts(connection: connection).bring(of: gone, to: survivor)
  }

  private func bringHistory(of gone: CustomerID, to survivor: CustomerID) throws {
    for table in ["request", "cooperation"] {
      try connection.run(
        """
        UPDATE \(table) SET customer = ?2 WHERE opportunity IN (SELECT id FROM opportunity WHERE customer = ?1)
        """, [gone, survivor])
    }
    for table in ["note", "opportunity", "customer_order", "application", "document", "task"] {
      try connection.run("UPDATE \(table) SET customer = ?2 WHERE customer = ?1", [gone, survivor])
    }
    // Of these there is one each; the survivor keeps its own.
    for table in ["draft", "migrated_history"] {
      try connection.run(
        "UPDATE OR IGNORE \(table) SET customer = ?2 WHERE customer = ?1", [gone, survivor])
    }
    // A list that was passed stays as it was.
    try connection.run(
      "UPDATE OR IGNORE day_list_row SET customer = ?2 WHERE customer = ?1 AND is_live", [gone, survivor])
    try DayLists(connection: connection).copyAnew(survivor)
    try connection.run(
      "UPDATE dispute SET twin = ?2 WHERE twin = ?1 AND judged_at IS NULL", [gone, survivor])
    try connection.run(
      "UPDATE OR IGNORE dispute SET customer = ?2 WHERE customer = ?1 AND judged_at IS NULL",
      [gone, survivor])
    try connection.run(
      """
      UPDATE customer SET (last_note_at, last_outcome) = (
        SELECT at, outcome FROM note WHERE customer = ?1 AND taken_back_at IS NULL
        ORDER BY at DESC, id DESC LIMIT 1)
      WHERE id = ?1
      """, [survivor])
  }
}
