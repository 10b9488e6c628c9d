extension Migration {
  /// How people like the screens, by the names of their wishes.
  static let preferences = Migration(
    name: "preferences",
    sql: """
      CREATE TABLE preference (
        person INTEGER NOT NULL REFERENCES person, name TEXT NOT NULL, value TEXT NOT NULL,
        PRIMARY KEY (person, name)) WITHOUT ROWID;
      """)
}
