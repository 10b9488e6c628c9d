import Domain

/// People who come and go (R2.4, R4.15).
extension People {
  package func setActive(_ isActive: Bool, _ person: PersonID, on day: Day) throws {
    try connection.run(
      "UPDATE person SET is_active = ?, deactivated_on = ?, left_told_on = NULL WHERE id = ?",
      [isActive, isActive ? nil : day, person])
  }

  package func move(_ person: PersonID, to department: DepartmentID) throws {
    try connection.run("UPDATE person SET department = ? WHERE id = ?", [department, person])
  }

  /// Who left before this day and still holds something of which nobody was told on it, and how much.
  package func leaversToTell(on day: Day) throws -> [(person: PersonID, held: Int)] {
    try connection.query(
      """
      SELECT person.id, (SELECT count(*) FROM customer WHERE owner = person.id) AS held FROM person
      WHERE NOT is_active AND coalesce(deactivated_on, 0) < ?1 AND coalesce(left_told_on, 0) < ?1 AND held > 0
      ORDER BY person.id
      """, [day]
    ) { ($0.id(0), $0.int(1)) }
  }

  package func markTold(_ person: PersonID, on day: Day) throws {
    try connection.run("UPDATE person SET left_told_on = ? WHERE id = ?", [day, person])
  }
}
