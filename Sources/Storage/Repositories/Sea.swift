import Domain

/// The public sea (公海), searched (R5.10).
package struct Sea {
  let connection: Connection

  package func size() throws -> Int {
    try connection.first("SELECT value FROM counter WHERE name = 'sea'") { $0.int(0) } ?? 0
  }

  /// A page of the sea, the newest release first unless the query says otherwise.
  package func page(_ query: SeaQuery) throws -> [SeaRow] {
    let arms = query.arms
    guard arms.count > 1 else { return try part(query) }
    let rows = try arms.flatMap(part).sorted { query.precedes($0.cursor, $1.cursor) }
    return Array(rows.prefix(query.limit))
  }

  /// How many customers a query finds, counted no further than a cap.
  package func count(_ query: SeaQuery, cap: Int) throws -> Int {
    var counted = 0
    for arm in query.arms where counted < cap {
      var arm = arm
      arm.limit = cap - counted
      counted += try search(arm, SeaSelection(columns: "1", isOrdered: false)) { _ in }.count
    }
    return counted
  }

  private func part(_ query: SeaQuery) throws -> [SeaRow] {
    try search(query, SeaSelection(columns: SeaRow.columns, isOrdered: true), SeaRow.init)
  }

  /// A rare word is looked up in the full-text index, a rare tag in that of the tags, and the hits are sorted; a common one
  /// is found soon enough by walking the sea in order. The cap between the two grows with the root of the sea.
  private func search<Item>(
    _ query: SeaQuery, _ selection: SeaSelection, _ read: (Row) throws -> Item
  ) throws -> [Item] {
    if query.numberKey == nil, let rare = try rareTags(query) {
      return rare.isEmpty ? [] : try join(tagged: rare, query, selection, read)
    }
    let grams = query.words.filter(\.isOfNamesAlone).flatMap(\.grams)
    guard query.numberKey == nil, !grams.isEmpty else { return try walk(query, selection, read) }
    let match = SearchIndex.match(grams)
    // In no order, and narrowed by nothing else, the first hits will do, however many there are.
    if !selection.isOrdered && query.isOfWordsAlone { return try join(match, query, selection, read) }
    let cap = try cap(for: query)
    let hits = try SearchIndex(connection: connection).hits(match, cap: cap)
    if hits == 0 { return [] }
    return hits < cap ? try join(match, query, selection, read) : try walk(query, selection, read)
  }

  private func cap(for query: SeaQuery) throws -> Int {
    max(1, Int((Double(query.limit) * Double(try size())).squareRoot()))
  }

  /// The first list of tags that few customers of the sea have; empty where none has.
  private func rareTags(_ query: SeaQuery) throws -> [String]? {
    let cap = try cap(for: query)
    for tags in query.tags {
      let hits =
        try connection.first("SELECT count(*) FROM tag WHERE \(Sea.any(tags))", tags) { $0.int(0) } ?? 0
      if hits == 0 { return [] }
      if hits < cap { return tags }
      // Many may have it, and yet few of the sea.
      let seen = min(hits, Sea.sample)
      if try hits * inSea(tags, of: seen) / seen < cap { return tags }
    }
    return nil
  }

  /// So many tell what share of them is in the sea.
  private static let sample = 500

  private func inSea(_ tags: [String], of sample: Int) throws -> Int {
    try connection.first(
      """
      SELECT count(*) FROM (
        SELECT customer.state AS state FROM tag CROSS JOIN customer ON customer.id = tag.customer
        WHERE \(Sea.any(tags)) LIMIT ?)
      WHERE state = 'unassigned'
      """, tags + [sample]
    ) { $0.int(0) } ?? 0
  }

  private static func any(_ tags: [String]) -> String {
    "tag.folded IN (\(tags.map { _ in "?" }.joined(separator: ", ")))"
  }

  private func join<Item>(
    tagged tags: [String], _ query: SeaQuery, _ selection: SeaSelection, _ read: (Row) throws -> Item
  ) throws -> [Item] {
    let condition = SeaCondition(query)
    return try connection.query(
      """
      SELECT \(selection.columns)
      FROM (SELECT DISTINCT tag.customer AS id FROM tag WHERE \(Sea.any(tags))) AS tagged
      CROSS JOIN customer ON customer.id = tagged.id \(selection.names)
      WHERE \(condition.sql) \(selection.end(of: query))
      """, tags + condition.values, read)
  }

  private func walk<Item>(
    _ query: SeaQuery, _ selection: SeaSelection, _ read: (Row) throws -> Item
  ) throws -> [Item] {
    let condition = SeaCondition(query)
    return try connection.query(
      """
      SELECT \(selection.columns) FROM customer \(selection.names)
      WHERE \(condition.sql) \(selection.end(of: query))
      """, condition.values, read)
  }

  private func join<Item>(
    _ match: String, _ query: SeaQuery, _ selection: SeaSelection, _ read: (Row) throws -> Item
  ) throws -> [Item] {
    let condition = SeaCondition(query)
    // CROSS JOIN: the hits come first, whatever the planner thinks of the sea's index.
    return try connection.query(
      """
      SELECT \(selection.columns)
      FROM customer_grams CROSS JOIN customer ON customer.id = customer_grams.rowid \(selection.names)
      WHERE customer_grams MATCH ? AND \(condition.sql) \(selection.end(of: query))
      """, [match] + condition.values, read)
  }

  /// The industries of the sea within whose name a text is found.
  package func industries(containing text: String) throws -> [String] {
    try values(of: "industry", containing: text)
  }

  /// The places of the sea within whose name a text is found.
  package func places(containing text: String) throws -> [String] {
    try values(of: "place", containing: text)
  }

  /// The column's index is leapt through: there are few values.
  private func values(of column: String, containing text: String) throws -> [String] {
    let ofSea = "SELECT min(\(column)) FROM customer WHERE state = 'unassigned' AND \(column) <> ''"
    return try connection.query(
      """
      WITH RECURSIVE known (name) AS (
        \(ofSea)
        UNION ALL
        SELECT (\(ofSea) AND \(column) > known.name) FROM known WHERE known.name IS NOT NULL)
      SELECT name FROM known WHERE instr(lower(name), lower(?)) > 0
      """, [text]
    ) { $0.text(0) }
  }

  package func row(_ id: CustomerID) throws -> SeaRow? {
    try connection.first(
      "SELECT \(SeaRow.columns) FROM customer \(SeaRow.names) WHERE customer.id = ?", [id], SeaRow.init)
  }
}

/// What of the customers found is read.
private struct SeaSelection {
  let columns: String
  let isOrdered: Bool

  /// Tables that only the columns of a whole row need.
  var names: String { isOrdered ? SeaRow.names : "" }

  func end(of query: SeaQuery) -> String {
    let direction = query.isOldestFirst ? "" : " DESC"
    let order = isOrdered ? "ORDER BY released_at\(direction), customer.id\(direction) " : ""
    return order + "LIMIT \(query.limit)"
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

extension SeaRow {
  fileprivate static let columns = """
    customer.id, customer.name, customer.place, customer.industry, customer.intent, customer.released_at,
      person.name, department.name, customer.masked, customer.last_note_at, customer.last_outcome
    """
  /// Joined, not looked up by subqueries, which would open their tables anew for each row.
  fileprivate static let names = """
    LEFT JOIN person ON person.id = customer.former_holder
      LEFT JOIN department ON department.id = customer.former_department
    """

  fileprivate init(_ row: Row) {
    self.init(
      id: row.id(0), name: row.text(1), place: row.text(2), industry: row.text(3), intent: row.text(4),
      releasedAt: row.instant(5), formerHolder: row.optionalText(6), formerDepartment: row.optionalText(7),
      masked: row.text(8), lastNoteAt: row.optionalInstant(9),
      lastOutcome: row.optionalText(10).flatMap(Outcome.init(rawValue:)))
  }
}
