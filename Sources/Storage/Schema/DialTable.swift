extension Migration {
  /// R6.7: how often a number is tried counts for the number, whichever customers have it.
  static let dials = Migration(
    name: "dials",
    sql: """
      CREATE TABLE dial (
        id INTEGER PRIMARY KEY, collision_key TEXT NOT NULL, at INTEGER NOT NULL,
        person INTEGER NOT NULL REFERENCES person);
      CREATE INDEX dial_number ON dial (collision_key, at);
      """)
}
