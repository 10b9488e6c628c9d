import Domain

/// The customers the house knows (R3.1).
package struct Customers {
  let connection: Connection

  private static let columns = """
    SELECT id, kind, name, address, industry, source, remark, state, intent, stage, owner, opportunity,
      next_contact, released_at, released_by, is_house_account, pair, merged_into, next_is_agreed,
      next_purpose, opens_at, account_of
    FROM customer
    """

  private static let findSQL = columns + " WHERE id = ?"

  package func find(_ id: CustomerID) throws -> Customer? {
    try connection.first(Customers.findSQL, [id], customer)
  }

  package func require(_ id: CustomerID) throws -> Customer {
    guard let customer = try find(id) else { throw Refusal.unknownCustomer(id.code) }
    return customer
  }

  /// One that can still be acted on: what was merged into another leads there (R3.11).
  package func requireUnmerged(_ id: CustomerID) throws -> Customer {
    let customer = try require(id)
    if let survivor = customer.mergedInto { throw Refusal.merged(into: survivor) }
    return customer
  }

  /// The customer itself, or the one it was merged into.
  package func survivor(of id: CustomerID) throws -> Customer {
    let customer = try require(id)
    return try customer.mergedInto.map(require) ?? customer
  }

  /// Adds a customer to the sea; whoever enters it picks it in the same transaction.
  ///
  /// - Parameter isImported: what the policy asks for and the row didn't say is still to be asked for (R5.9).
  package func add(_ new: NewCustomer, isImported: Bool = false, at now: Instant) throws -> CustomerID {
    try connection.run(
      """
      INSERT INTO customer (kind, name, folded, name_key, initials, address, place, industry, source, remark, masked,
        created_at, state, intent, stage, released_at, answers)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'unassigned', ?, 1, ?, ?)
      """,
      [
        new.kind.rawValue, new.name, new.folded, new.nameKey, new.initials, new.address, new.place,
        new.industry, new.source, new.remark, new.numbers.first?.masked ?? "", now, new.intent, now,
        isImported ? new.answers.rawValue : nil,
      ])
    let id = CustomerID(connection.lastInsertedID)
    if !new.aliasKeys.isEmpty { try keepAliasKeys(new.aliasKeys, of: id) }
    for number in new.numbers { try addNumber(number, to: id) }
    for contact in new.contacts {
      try connection.run(
        "INSERT INTO contact (customer, name, title, is_main) VALUES (?, ?, ?, ?)",
        [id, contact.name, contact.title, contact.isMain])
    }
    return id
  }

  /// Nil for one that was typed in.
  package func importedAnswers(_ customer: CustomerID) throws -> EntryAnswers? {
    try connection.first("SELECT answers FROM customer WHERE id = ?", [customer]) {
      $0.optionalInteger(0).map { EntryAnswers(rawValue: Int($0)) }
    } ?? nil
  }

  package func set(_ answers: EntryAnswers, of customer: CustomerID) throws {
    try connection.run("UPDATE customer SET answers = ? WHERE id = ?", [answers.rawValue, customer])
  }

  /// The keys of former and second names, in place of those there were.
  package func keepAliasKeys(_ keys: [String], of customer: CustomerID) throws {
    try connection.run("DELETE FROM name_alias WHERE customer = ?", [customer])
    for key in keys {
      try connection.run(
        "INSERT OR IGNORE INTO name_alias (name_key, customer) VALUES (?, ?)", [key, customer])
    }
  }

  func addNumber(_ number: CustomerNumber, to customer: CustomerID) throws {
    try connection.run(
      """
      INSERT INTO number (customer, use, display, dialled, masked, collision_key, mark)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """,
      [
        customer, number.use.rawValue, number.display, number.dialled, number.masked, number.collisionKey,
        number.mark.rawValue,
      ])
  }

  /// Makes one a further account of another (R9.2).
  package func link(account: CustomerID, of customer: CustomerID) throws {
    try connection.run("UPDATE customer SET account_of = ? WHERE id = ?", [customer, account])
  }

  /// The further accounts of a customer, the oldest first.
  package func accounts(of customer: CustomerID) throws -> [Customer] {
    try connection.query(Customers.columns + " WHERE account_of = ? ORDER BY id", [customer], self.customer)
  }

  package func mark(houseAccount: Bool, _ customer: CustomerID) throws {
    try connection.run("UPDATE customer SET is_house_account = ? WHERE id = ?", [houseAccount, customer])
  }

  /// False where it was so already.
  package func block(
    folded: String, key: String, name: String, _ isBlocked: Bool, at now: Instant
  ) throws -> Bool {
    let sql =
      isBlocked
      ? "INSERT OR IGNORE INTO blocked_name VALUES (?, ?, ?, ?)"
      : "DELETE FROM blocked_name WHERE folded = ?"
    return try connection.run(sql, isBlocked ? [folded, name, now, key] : [folded]) == 1
  }

  /// Whether one of its names is on the list of the blocked, those of what was merged into it among them (R3.12).
  package func isBlocked(_ customer: CustomerID) throws -> Bool {
    try connection.first(
      """
      SELECT 1 FROM blocked_name WHERE folded IN (
        SELECT folded FROM customer WHERE id = ?1 UNION ALL SELECT folded FROM customer WHERE merged_into = ?1)
      """, [customer]
    ) { _ in true } ?? false
  }

  /// What a note changes of its customer.
  package func record(
    note entry: NoteEntry, of customer: CustomerID, state: CustomerState, next: NextContact?, at now: Instant
  ) throws {
    try connection.run(
      """
      UPDATE customer SET state = ?, last_note_at = ?, last_outcome = ?, next_contact = ?,
        next_is_agreed = ?, next_purpose = ?, intent = coalesce(?, intent), stage = coalesce(?, stage)
      WHERE id = ?
      """,
      [
        state.rawValue, now, entry.outcome.rawValue, next?.at, next?.isAgreed ?? false,
        next?.purpose ?? "", entry.intent, entry.stage, customer,
      ])
  }

  /// From when the rhythm of calls is counted; nil where nobody reached it yet (R4.3).
  package func rhythm(of customer: CustomerID) throws -> Instant? {
    try connection.first("SELECT rhythm_at FROM customer WHERE id = ?", [customer]) { $0.optionalInstant(0) }
      ?? nil
  }

  package func setRhythm(_ moment: Instant?, of customer: CustomerID) throws {
    try connection.run("UPDATE customer SET rhythm_at = ? WHERE id = ?", [moment, customer])
  }

  package func set(stage: Int, of customer: CustomerID) throws {
    try connection.run("UPDATE customer SET stage = ? WHERE id = ?", [stage, customer])
  }

  package func set(_ state: CustomerState, of customer: CustomerID) throws {
    try connection.run("UPDATE customer SET state = ? WHERE id = ?", [state.rawValue, customer])
  }

  /// Takes it out of the sea, or keeps it from there.
  ///
  /// - Parameter opening: when the engine opens it to the sea.
  package func retire(_ customer: CustomerID, into state: CustomerState, opensAt opening: Instant?) throws {
    try connection.run(
      "UPDATE customer SET state = ?2, opens_at = ?3, wake_at = ?3, released_by = NULL WHERE id = ?1",
      [customer, state.rawValue, opening])
  }

  /// Puts what nobody could pick into the sea.
  package func open(_ customer: CustomerID, at moment: Instant) throws {
    try connection.run(
      """
      UPDATE customer SET state = 'unassigned', opens_at = NULL, wake_at = NULL, released_at = ?2, released_by = NULL
      WHERE id = ?1
      """, [customer, moment])
  }

  package func plan(_ next: NextContact?, with customer: CustomerID) throws {
    try connection.run(
      "UPDATE customer SET next_contact = ?, next_is_agreed = ?, next_purpose = ? WHERE id = ?",
      [next?.at, next?.isAgreed ?? false, next?.purpose ?? "", customer])
  }

  /// Undoes what a note set: state, last note, and where it moved them, next contact, intent and stage. What was
  /// planned since stays. The note must be marked as taken back already.
  package func takeBack(_ note: NoteRenewal, isOnlyOne: Bool, of customer: CustomerID) throws {
    try connection.run(
      """
      UPDATE customer SET state = CASE WHEN ?2 AND state = 'following' THEN 'pending' ELSE state END,
        (last_note_at, last_outcome) = (
          SELECT at, outcome FROM note WHERE customer = ?1 AND taken_back_at IS NULL ORDER BY id DESC LIMIT 1),
        (next_contact, next_is_agreed, next_purpose) = (
          SELECT iif(next_contact IS ?3, ?4, next_contact), iif(next_contact IS ?3, ?5, next_is_agreed),
            iif(next_contact IS ?3, ?8, next_purpose)),
        intent = ?6, stage = ?7
      WHERE id = ?1
      """,
      [
        customer, isOnlyOne, note.nextContact, note.nextBefore?.at, note.nextBefore?.isAgreed ?? false,
        note.intentBefore, note.stageBefore, note.nextBefore?.purpose ?? "",
      ])
  }

  private func customer(_ row: Row) -> Customer {
    Customer(
      id: row.id(0), kind: CustomerKind(rawValue: row.text(1)) ?? .company, name: row.text(2),
      address: row.text(3), industry: row.text(4), source: row.text(5), remark: row.text(6),
      state: CustomerState(rawValue: row.text(7)) ?? .void, intent: row.text(8), stage: row.int(9),
      holder: row.optionalID(10), opportunity: row.optionalID(11), next: row.nextContact(12, 18, 19),
      releasedAt: row.optionalInstant(13), releasedBy: row.optionalID(14), isHouseAccount: row.bool(15),
      pair: row.optionalID(16), mergedInto: row.optionalID(17), opensAt: row.optionalInstant(20),
      accountOf: row.optionalID(21))
  }
}

/// A customer that is to be added, with everything that is derived from what was typed.
package struct NewCustomer: Sendable {
  package let kind: CustomerKind
  package let name: String
  /// The name as names are compared (R5.2), and its pinyin initials.
  package let folded: String
  /// Nil for a person.
  package let companyName: CompanyName?
  package let initials: String
  package let address: String
  /// The short name of its town or district.
  package let place: String
  package let industry: String
  package let source: String
  package let remark: String
  package let intent: String
  package let numbers: [CustomerNumber]
  package let contacts: [Contact]
  /// The numbers it was said not to have.
  package let answers: EntryAnswers
  /// What the search index holds of it: the pairs of characters of its name and of its initials.
  package let grams: [String]

  package init(
    kind: CustomerKind, name: String, folded: String, companyName: CompanyName?, initials: String,
    address: String, place: String, industry: String, source: String, remark: String, intent: String,
    numbers: [CustomerNumber], contacts: [Contact], answers: EntryAnswers,
    grams: [String]
  ) {
    self.kind = kind
    self.name = name
    self.folded = folded
    self.companyName = companyName
    self.initials = initials
    self.address = address
    self.place = place
    self.industry = industry
    self.source = source
    self.remark = remark
    self.intent = intent
    self.numbers = numbers
    self.contacts = contacts
    self.answers = answers
    self.grams = grams
  }

  /// By what it is found as the same company (R5.1); a person has none.
  package var nameKey: String { companyName?.key ?? "" }
  /// Of former and second names (R5.1).
  package var aliasKeys: [String] { companyName?.others.map(\.key) ?? [] }
}
