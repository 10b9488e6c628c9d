import Domain
import Services
import Storage

/// The statements of an import, bare: what a new customer consists of, and before it the look-ups of the collision
/// check where they are wanted, in transactions of as many rows.
struct ImportFloor {
  let connection: BareConnection
  private let now: BareStatement.Value
  private let isChecking: Bool
  private let ends: (begin: BareStatement, commit: BareStatement)
  private let checks:
    (folded: BareStatement, key: BareStatement, blocked: BareStatement, number: BareStatement)
  private let customer: BareStatement
  private let number: BareStatement
  private let contact: BareStatement
  private let grams: BareStatement
  private let event: BareStatement
  private let last: BareStatement

  init(_ base: BenchBase, isChecking: Bool) throws {
    connection = try base.bareWriter()
    now = .integer(base.now.seconds)
    self.isChecking = isChecking
    ends = (try connection.statement("BEGIN IMMEDIATE"), try connection.statement("COMMIT"))
    let named = "SELECT customer.id, kind, name, address FROM customer"
    checks = (
      try connection.statement("\(named) WHERE folded = ? ORDER BY id LIMIT 21"),
      try connection.statement("\(named) WHERE name_key = ? AND name_key <> '' ORDER BY id LIMIT 21"),
      try connection.statement(
        """
        SELECT name FROM blocked_name WHERE folded = ?1
        UNION SELECT name FROM blocked_name WHERE name_key = ?2 AND name_key <> ''
        """),
      try connection.statement(
        "SELECT customer, collision_key, mark FROM number WHERE collision_key = ? ORDER BY customer LIMIT 21")
    )
    customer = try connection.statement(
      """
      INSERT INTO customer (kind, name, folded, name_key, initials, address, place, industry, source, remark, masked,
        created_at, state, intent, stage, released_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'unassigned', ?, 1, ?)
      """)
    number = try connection.statement(
      """
      INSERT INTO number (customer, use, display, dialled, masked, collision_key, mark)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """)
    contact = try connection.statement(
      "INSERT INTO contact (customer, name, title, is_main) VALUES (?, ?, ?, ?)")
    grams = try connection.statement("INSERT INTO customer_grams (rowid, grams) VALUES (?, ?)")
    event = try connection.statement(
      "INSERT INTO event (at, actor, origin, act, customer, detail) VALUES (?, 1, 'command', 'import', ?, '{}')"
    )
    last = try connection.statement("SELECT last_insert_rowid()")
  }

  /// Rows a second.
  func rate(of new: [NewCustomer]) throws -> Double {
    let took = try Stopwatch.milliseconds {
      for start in stride(from: 0, to: new.count, by: ImportCustomers.chunk) {
        try ends.begin()
        for index in start..<min(start + ImportCustomers.chunk, new.count) {
          if isChecking { try check(new[index]) }
          try add(new[index], new[index].grams.joined(separator: " "))
        }
        try ends.commit()
      }
    }
    connection.checkpoint()
    return Double(new.count) / took * 1000
  }

  private func check(_ new: NewCustomer) throws {
    try checks.folded(.text(new.folded))
    try checks.key(.text(new.nameKey))
    try checks.blocked(.text(new.folded), .text(new.nameKey))
    for number in new.numbers {
      try checks.number(.text(number.collisionKey))
      guard let digits = NumberKey(number.collisionKey).localDigits else { continue }
      try checks.number(.text("?" + digits))
    }
  }

  private func add(_ new: NewCustomer, _ text: String) throws {
    try customer(
      .text(new.kind.rawValue), .text(new.name), .text(new.folded), .text(new.nameKey), .text(new.initials),
      .text(new.address), .text(new.place), .text(new.industry), .text(new.source), .text(new.remark),
      .text(new.numbers.first?.masked ?? ""), now, .text(new.intent), now)
    let id = BareStatement.Value.integer(last.integers().first ?? 0)
    for one in new.numbers {
      try number(
        id, .text(one.use.rawValue), .text(one.display), .text(one.dialled), .text(one.masked),
        .text(one.collisionKey), .text(one.mark.rawValue))
    }
    for one in new.contacts {
      try contact(id, .text(one.name), .text(one.title), .integer(one.isMain ? 1 : 0))
    }
    try grams(id, .text(text))
    try event(now, id)
  }
}
