extension Migration {
  /// R8.4: a request may be about no one customer; it may name a person, a reason of its kind, and say more.
  static let requestKinds = Migration(
    name: "requests of every kind",
    sql: """
      CREATE TABLE request_of_any_kind (
        id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, customer INTEGER REFERENCES customer,
        opportunity INTEGER REFERENCES opportunity, asker INTEGER NOT NULL REFERENCES person,
        days INTEGER NOT NULL, reason TEXT NOT NULL, asked_at INTEGER NOT NULL, expires_at INTEGER NOT NULL,
        state TEXT NOT NULL, answered_by INTEGER REFERENCES person, answered_at INTEGER,
        remark TEXT NOT NULL DEFAULT '', person INTEGER REFERENCES person, code TEXT NOT NULL DEFAULT '',
        detail TEXT NOT NULL DEFAULT '');
      INSERT INTO request_of_any_kind
        SELECT id, kind, customer, opportunity, asker, days, reason, asked_at, expires_at, state, answered_by,
          answered_at, remark, NULL, '', '' FROM request;
      DROP TABLE request;
      ALTER TABLE request_of_any_kind RENAME TO request;
      CREATE INDEX request_open ON request (expires_at) WHERE state = 'open';
      CREATE INDEX request_opportunity ON request (opportunity, id);
      CREATE INDEX request_asker ON request (asker, asked_at);
      CREATE INDEX request_answered ON request (answered_at) WHERE answered_by IS NOT NULL;
      """)
}
