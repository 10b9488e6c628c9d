import Domain

/// The moves of holdings from stage to stage by hand (R6.6); those of notes the base keeps by itself.
package struct StageMoves {
  let connection: Connection

  package func add(_ opportunity: OpportunityID, from before: Int, to stage: Int, at now: Instant) throws {
    try connection.run(
      "INSERT INTO stage_move (opportunity, at, stage_before, stage) VALUES (?, ?, ?, ?)",
      [opportunity, now, before, stage])
  }

  /// The last one by hand, as if it had not been.
  package func takeBack(of opportunity: OpportunityID) throws {
    try connection.run(
      """
      DELETE FROM stage_move WHERE rowid = (
        SELECT max(rowid) FROM stage_move WHERE opportunity = ? AND note IS NULL)
      """, [opportunity])
  }
}
