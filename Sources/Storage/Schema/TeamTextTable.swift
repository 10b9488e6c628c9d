extension Migration {
  /// R6.7: the phrases and scripts of a department and of those below it.
  static let teamTexts = Migration(
    name: "texts of teams",
    sql: """
      CREATE TABLE team_text (
        department INTEGER NOT NULL REFERENCES department, kind TEXT NOT NULL, number INTEGER NOT NULL,
        text TEXT NOT NULL, PRIMARY KEY (department, kind, number)) WITHOUT ROWID;
      """)
}
