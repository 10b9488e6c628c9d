extension Migration {
  /// R5.10: the views of the sea that people keep for themselves.
  static let seaViews = Migration(
    name: "kept views of the sea",
    sql: """
      CREATE TABLE sea_view (
        person INTEGER NOT NULL REFERENCES person, digit INTEGER NOT NULL, name TEXT NOT NULL,
        base TEXT NOT NULL, filter TEXT NOT NULL, is_oldest_first INTEGER NOT NULL,
        PRIMARY KEY (person, digit)) WITHOUT ROWID;
      """)
}
