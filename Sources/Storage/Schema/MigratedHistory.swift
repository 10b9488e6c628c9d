extension Migration {
  /// R12.3: what another system knew of a customer, in days; and the moment before which no clock of an opportunity
  /// starts.
  static let migratedHistory = Migration(
    name: "migrated history",
    sql: """
      CREATE TABLE migrated_history (
        customer INTEGER PRIMARY KEY REFERENCES customer, entered INTEGER, last_contact INTEGER,
        at INTEGER NOT NULL);
      ALTER TABLE opportunity ADD COLUMN clocks_from INTEGER;
      """)
}
