import Domain

/// The phrases and scripts of departments (R6.7).
package struct TeamTextRecords {
  let connection: Connection

  /// - Returns: what the department had there itself.
  package func set(_ key: TeamTexts.Key, of department: DepartmentID, to text: String?) throws -> String? {
    let before = try connection.first(
      "SELECT text FROM team_text WHERE department = ? AND kind = ? AND number = ?",
      [department, key.kind.rawValue, key.number]
    ) { $0.text(0) }
    if let text {
      try connection.run(
        "INSERT OR REPLACE INTO team_text VALUES (?, ?, ?, ?)",
        [department, key.kind.rawValue, key.number, text])
    } else {
      try connection.run(
        "DELETE FROM team_text WHERE department = ? AND kind = ? AND number = ?",
        [department, key.kind.rawValue, key.number])
    }
    return before
  }

  /// What holds in a department: its own, else that of the nearest one above that has it.
  package func inForce(in department: DepartmentID) throws -> TeamTexts {
    let rows = try connection.query(
      """
      WITH RECURSIVE above (id, steps) AS (
        SELECT ?, 0
        UNION SELECT parent, steps + 1 FROM department JOIN above USING (id) WHERE parent IS NOT NULL)
      SELECT team_text.kind, number, text, name
      FROM above JOIN team_text ON team_text.department = above.id JOIN department ON department.id = above.id
      ORDER BY steps
      """, [department]
    ) { row in
      TeamTexts.Kind(rawValue: row.text(0)).map {
        (TeamTexts.Key($0, row.int(1)), TeamTexts.Entry(row.text(2), of: row.text(3)))
      }
    }
    return TeamTexts(Dictionary(rows.compactMap { $0 }) { nearest, _ in nearest })
  }
}
