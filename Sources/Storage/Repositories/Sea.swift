import Domain

/// The public sea (公海), searched (R5.10).
package struct Sea {
  let connection: Connection

  package func size() throws -> Int {
    try connection.first("SELECT value FROM counter WHERE name = 'sea'") { $0.int(0) } ?? 0
  }

  /// A page of the sea, the newest release first.
  ///
  /// A rare word is looked up in the full-text index and its hits are sorted; a common one is found soon enough by
  /// walking the sea in order. The cap between the two grows with the root of the sea.
  package func page(_ query: SeaQuery) throws -> [SeaRow] {
    let index = SearchIndex(connection: connection)
    let grams = query.words.flatMap(\.grams)
    guard query.numberKey == nil, !grams.isEmpty else { return try walk(query) }
    let match = SearchIndex.match(grams)
    let cap = max(1, Int((Double(query.limit) * Double(try size())).squareRoot()))
    let hits = try index.hits(match, cap: cap)
    if hits == 0 { return [] }
    return hits < cap ? try join(match, query) : try walk(query)
  }

  private func walk(_ query: SeaQuery) throws -> [SeaRow] {
    let condition = SeaCondition(query)
    return try connection.query(
      """
      \(Sea.columns) FROM customer WHERE \(condition.sql)
      ORDER BY released_at DESC, id DESC LIMIT \(query.limit)
      """, condition.values, row)
  }

  private func join(_ match: String, _ query: SeaQuery) throws -> [SeaRow] {
    let condition = SeaCondition(query)
    // CROSS JOIN: the hits come first, whatever the planner thinks of the sea's index.
    return try connection.query(
      """
      \(Sea.columns) FROM customer_grams CROSS JOIN customer ON customer.id = customer_grams.rowid
      WHERE customer_grams MATCH ? AND \(condition.sql)
      ORDER BY released_at DESC, id DESC LIMIT \(query.limit)
      """, [match] + condition.values, row)
  }

  package func row(_ id: CustomerID) throws -> SeaRow? {
    try connection.first("\(Sea.columns) FROM customer WHERE id = ?", [id], row)
  }

  private static let columns = """
    SELECT customer.id, customer.name, customer.place, customer.industry, customer.intent, customer.released_at,
      (SELECT name FROM person WHERE id = customer.former_holder),
      (SELECT name FROM department WHERE id = customer.former_department), customer.masked,
      customer.last_note_at, customer.last_outcome
    """

  private func row(_ row: Row) -> SeaRow {
    SeaRow(
      id: row.id(0), name: row.text(1), place: row.text(2), industry: row.text(3), intent: row.text(4),
      releasedAt: row.instant(5), formerHolder: row.optionalText(6), formerDepartment: row.optionalText(7),
      masked: row.text(8), lastNoteAt: row.optionalInstant(9),
      lastOutcome: row.optionalText(10).flatMap(Outcome.init(rawValue:)))
  }
}

/// What somebody looks for in the sea, any combination (R5.10).
package struct SeaQuery: Sendable, Equatable {
  package var words: [SearchWord] = []
  /// A number, as numbers are compared.
  package var numberKey: String?
  package var industry: String?
  package var releasedFrom: Instant?
  /// Exclusive.
  package var releasedBefore: Instant?
  package var formerDepartment: DepartmentID?
  package var intent: String?
  package var limit = 50
  /// The last row of the page before.
  package var after: SeaCursor?

  package init() {}
}

/// A word to be found within the name or within its initials.
package struct SearchWord: Sendable, Equatable {
  /// As names are compared.
  package let folded: String
  /// Its pairs of characters; empty for a single character, which the index can't find.
  package let grams: [String]

  package init(folded: String, grams: [String]) {
    self.folded = folded
    self.grams = grams
  }
}

/// Where a page of the sea ended.
package struct SeaCursor: Sendable, Equatable {
  package let releasedAt: Instant
  package let id: CustomerID

  package init(releasedAt: Instant, id: CustomerID) {
    self.releasedAt = releasedAt
    self.id = id
  }

  package var text: String { "\(releasedAt.seconds)-\(id.value)" }

  package init?(_ text: String) {
    guard let dash = text.lastIndex(of: "-"), let seconds = Int64(text[..<dash]),
      let id = Int64(text[text.index(after: dash)...])
    else { return nil }
    self.init(releasedAt: Instant(seconds: seconds), id: CustomerID(id))
  }
}

/// A customer of the sea, in a line. Numbers are masked (R2.2).
package struct SeaRow: Sendable, Equatable {
  package let id: CustomerID
  package let name: String
  package let place: String
  package let industry: String
  package let intent: String
  package let releasedAt: Instant
  package let formerHolder: String?
  package let formerDepartment: String?
  package let masked: String
  package let lastNoteAt: Instant?
  package let lastOutcome: Outcome?

  package var cursor: SeaCursor { SeaCursor(releasedAt: releasedAt, id: id) }
}

/// The WHERE clause of a search of the sea.
private struct SeaCondition {
  private(set) var sql = "customer.state = 'unassigned'"
  private(set) var values: [any Bindable] = []

  init(_ query: SeaQuery) {
    for word in query.words {
      add("(instr(folded, ?) > 0 OR instr(initials, ?) > 0)", word.folded, word.folded)
    }
    if let key = query.numberKey {
      add("customer.id IN (SELECT customer FROM number WHERE collision_key = ?)", key)
    }
    // The second half lets the planner use the partial index.
    if let industry = query.industry { add("industry = ? AND industry <> ''", industry) }
    if let intent = query.intent {
      add(intent == "0" ? "intent = ?" : "intent = ? AND intent <> '0'", intent)
    }
    if let department = query.formerDepartment { add("former_department = ?", department) }
    if let from = query.releasedFrom { add("released_at >= ?", from) }
    if let before = query.releasedBefore { add("released_at < ?", before) }
    if let after = query.after { add("(released_at, customer.id) < (?, ?)", after.releasedAt, after.id) }
  }

  private mutating func add(_ condition: String, _ bound: any Bindable...) {
    sql += " AND \(condition)"
    values += bound
  }
}
