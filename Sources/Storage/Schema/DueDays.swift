extension Migration {
  /// R4.13: what the engine asked of a day, and how many the rules released of a due day, whichever tick it was.
  static let dueDays = Migration(
    name: "forecasts and releases of due days",
    sql: """
      CREATE TABLE forecast (day INTEGER PRIMARY KEY, at INTEGER NOT NULL);
      CREATE TABLE released_by_rule (
        due_day INTEGER NOT NULL, department INTEGER NOT NULL REFERENCES department, count INTEGER NOT NULL,
        PRIMARY KEY (due_day, department)) WITHOUT ROWID;
      """)
}
