extension Migration {
  /// R4.13: an alert may be about many customers, and then names none.
  static let alertsOfTheHouse = Migration(
    name: "alerts without a customer",
    sql: """
      CREATE TABLE alert_of_any_kind (
        id INTEGER PRIMARY KEY AUTOINCREMENT, person INTEGER NOT NULL REFERENCES person,
        customer INTEGER REFERENCES customer, kind TEXT NOT NULL, at INTEGER NOT NULL,
        due INTEGER, clock TEXT, count INTEGER);
      INSERT INTO alert_of_any_kind SELECT id, person, customer, kind, at, due, clock, NULL FROM alert;
      DROP TABLE alert;
      ALTER TABLE alert_of_any_kind RENAME TO alert;
      CREATE INDEX alert_person ON alert (person, id);
      """)
}
