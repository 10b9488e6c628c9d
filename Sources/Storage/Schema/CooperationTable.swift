extension Migration {
  /// R3.8: who helps with what is held. It ends with the opportunity, and goes on where that does (R4.17, R3.3).
  static let cooperation = Migration(
    name: "cooperation",
    sql: """
      CREATE TABLE cooperation (
        id INTEGER PRIMARY KEY AUTOINCREMENT, customer INTEGER NOT NULL REFERENCES customer,
        opportunity INTEGER NOT NULL REFERENCES opportunity, helper INTEGER NOT NULL REFERENCES person,
        reason TEXT NOT NULL, from_at INTEGER NOT NULL, ended_at INTEGER,
        ended_with_opportunity INTEGER NOT NULL DEFAULT 0);
      CREATE UNIQUE INDEX cooperation_open ON cooperation (customer, helper) WHERE ended_at IS NULL;
      CREATE INDEX cooperation_helper ON cooperation (helper, customer) WHERE ended_at IS NULL;
      CREATE INDEX cooperation_opportunity ON cooperation (opportunity);
      """)
}
