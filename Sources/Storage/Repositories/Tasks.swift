import Domain

/// What is to be done for customers (R10.5).
package struct Tasks {
  let connection: Connection

  package func add(_ content: TaskContent, for customer: CustomerID, at now: Instant) throws -> TaskID {
    try connection.run(
      "INSERT INTO task (customer, started_at, subject, product, due, stage, cost) VALUES (?, ?, ?, ?, ?, ?, ?)",
      [
        customer, now, content.subject, content.product, content.due, content.stage.rawValue,
        content.cost?.fen,
      ])
    return TaskID(connection.lastInsertedID)
  }

  package func change(_ task: TaskID, to content: TaskContent) throws {
    try connection.run(
      "UPDATE task SET subject = ?, product = ?, due = ?, stage = ?, cost = ? WHERE id = ?",
      [content.subject, content.product, content.due, content.stage.rawValue, content.cost?.fen, task])
  }

  /// - Returns: whether that is new.
  package func setHelper(_ person: PersonID, _ helps: Bool, with task: TaskID) throws -> Bool {
    let sql =
      helps
      ? "INSERT OR IGNORE INTO task_helper VALUES (?, ?)"
      : "DELETE FROM task_helper WHERE person = ? AND task = ?"
    return try connection.run(sql, [person, task]) == 1
  }

  package func find(_ id: TaskID) throws -> CustomerTask? {
    try list("WHERE task.id = ?", [id]).first
  }

  /// What is open first, the newest first.
  package func list(of customer: CustomerID) throws -> [CustomerTask] {
    try list("WHERE task.customer = ? ORDER BY task.is_over, task.id DESC", [customer])
  }

  /// The tasks of the customers somebody holds, and those he helps with; what is due first comes first.
  ///
  /// - Parameter over: those that are over, not those that are open.
  package func list(of person: PersonID, over: Bool) throws -> [CustomerTask] {
    try list(
      """
      WHERE task.is_over = ?2 AND task.id IN (
        SELECT task.id FROM customer JOIN task ON task.customer = customer.id WHERE customer.owner = ?1
        UNION SELECT task FROM task_helper WHERE person = ?1)
      ORDER BY task.due IS NULL, task.due, task.id
      """, [person, over])
  }

  private func list(_ condition: String, _ values: [any Bindable]) throws -> [CustomerTask] {
    let tasks = try connection.query(
      """
      SELECT task.id, task.customer, customer.name, task.started_at, task.subject, task.product, task.due, task.stage,
        task.cost, customer.owner, person.name, department.name
      FROM task JOIN customer ON customer.id = task.customer LEFT JOIN person ON person.id = customer.owner
      LEFT JOIN department ON department.id = person.department \(condition)
      """, values, task)
    return try tasks.map { task in
      CustomerTask(
        id: task.id, customer: task.customer, customerName: task.customerName, owner: task.owner,
        helpers: try helpers(with: task.id), startedAt: task.startedAt, content: task.content)
    }
  }

  private func helpers(with task: TaskID) throws -> [Refusal.Holder] {
    try connection.query(
      """
      SELECT person.id, person.name, department.name FROM task_helper
      JOIN person ON person.id = task_helper.person JOIN department ON department.id = person.department
      WHERE task_helper.task = ? ORDER BY person.id
      """, [task]
    ) { Refusal.Holder(id: $0.id(0), name: $0.text(1), department: $0.text(2)) }
  }

  private func task(_ row: Row) -> CustomerTask {
    CustomerTask(
      id: row.id(0), customer: row.id(1), customerName: row.text(2),
      owner: row.optionalID(9).map {
        Refusal.Holder(id: $0, name: row.text(10), department: row.text(11))
      }, helpers: [], startedAt: row.instant(3),
      content: TaskContent(
        subject: row.text(4), product: row.text(5), due: row.optionalInstant(6),
        stage: TaskStage(rawValue: row.text(7)) ?? .open,
        cost: row.optionalInteger(8).map(Amount.init(fen:))))
  }
}
