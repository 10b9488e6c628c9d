extension Migration {
  /// R4.3: from when the rhythm of calls is counted: the last contact, put off where somebody tried in vain.
  static let rhythm = Migration(
    name: "rhythm of calls",
    sql: """
      ALTER TABLE customer ADD COLUMN rhythm_at INTEGER;
      UPDATE customer SET rhythm_at = last_note_at;
      DROP INDEX customer_rhythm;
      CREATE INDEX customer_rhythm ON customer (
        owner, intent, max(coalesce(rhythm_at, 0), entered_at), flow_back_at, warned_at) WHERE owner IS NOT NULL;
      """)
}
