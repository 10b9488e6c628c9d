extension Migration {
  /// R11.8: what a next contact is for, beside each place where one is kept; R4.17: whether one that an alert tells of was
  /// agreed.
  static let planPurposes = Migration(
    name: "purposes of plans",
    sql: """
      ALTER TABLE customer ADD COLUMN next_purpose TEXT NOT NULL DEFAULT '';
      ALTER TABLE note ADD COLUMN next_purpose TEXT NOT NULL DEFAULT '';
      ALTER TABLE note ADD COLUMN next_purpose_before TEXT NOT NULL DEFAULT '';
      ALTER TABLE opportunity ADD COLUMN end_next_purpose TEXT NOT NULL DEFAULT '';
      ALTER TABLE alert ADD COLUMN next_is_agreed INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE alert ADD COLUMN next_purpose TEXT NOT NULL DEFAULT '';
      CREATE TRIGGER note_keeps_its_purpose BEFORE UPDATE OF next_purpose, next_purpose_before ON note
      BEGIN SELECT RAISE(ABORT, 'notes are final'); END;
      """)
}
