extension Migration {
  /// R2.2: a masked number can be tried out one by one. Who looks for whole numbers, and how often in which hour.
  static let numberSearches = Migration(
    name: "searches for numbers",
    sql: """
      CREATE TABLE number_search (
        hour INTEGER NOT NULL, person INTEGER NOT NULL REFERENCES person, searches INTEGER NOT NULL,
        PRIMARY KEY (hour, person)) WITHOUT ROWID;
      """)
}
