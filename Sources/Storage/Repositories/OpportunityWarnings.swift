import Domain

/// What holders were warned of, a row a level and period (R4.7).
extension Opportunities {
  package func warnings(of opportunity: OpportunityID) throws -> [Warning] {
    try connection.query(
      "SELECT clock, period_start, level, at, put_off_to FROM warning WHERE opportunity = ?", [opportunity]
    ) { Opportunities.warning($0) }
  }

  static func warning(_ row: Row) -> Warning {
    Warning(
      clock: row.text(0), periodStart: row.instant(1), level: row.int(2), at: row.instant(3),
      putOffTo: row.int(4) == 0 ? nil : row.instant(4))
  }

  package func record(_ warning: Warning, of opportunity: OpportunityID) throws {
    try connection.run(
      """
      INSERT INTO warning (opportunity, clock, period_start, level, at, put_off_to) VALUES (?, ?, ?, ?, ?, ?)
      """,
      [
        opportunity, warning.clock, warning.periodStart, warning.level, warning.at,
        warning.putOffTo ?? Instant(seconds: 0),
      ])
  }
}
