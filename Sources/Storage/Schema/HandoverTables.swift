extension Migration {
  /// R2.6: what each handover moved, so that it can be taken back as one act, whatever became of the process that made it.
  static let handovers = Migration(
    name: "handovers",
    sql: """
      -- `giver` is NULL where single customers were given away.
      CREATE TABLE handover (
        id INTEGER PRIMARY KEY AUTOINCREMENT, giver INTEGER REFERENCES person, actor INTEGER NOT NULL REFERENCES person,
        at INTEGER NOT NULL, taken_back_at INTEGER);
      -- `former` is NULL where it came out of the sea, `opportunity` where it went there; `event` said so last.
      CREATE TABLE handed_customer (
        handover INTEGER NOT NULL REFERENCES handover, customer INTEGER NOT NULL REFERENCES customer,
        former INTEGER REFERENCES opportunity, opportunity INTEGER REFERENCES opportunity, state TEXT NOT NULL,
        event INTEGER NOT NULL REFERENCES event, is_back INTEGER NOT NULL DEFAULT 0,
        PRIMARY KEY (handover, customer)) WITHOUT ROWID;
      -- `receiver` is NULL where nobody goes on with it.
      CREATE TABLE handed_application (
        handover INTEGER NOT NULL REFERENCES handover, application INTEGER NOT NULL REFERENCES application,
        applicant INTEGER NOT NULL REFERENCES person, writer INTEGER NOT NULL REFERENCES person,
        department INTEGER NOT NULL REFERENCES department, state TEXT NOT NULL, expires_at INTEGER,
        receiver INTEGER REFERENCES person, PRIMARY KEY (handover, application)) WITHOUT ROWID;
      -- `receiver` is NULL where nobody helps in his place.
      CREATE TABLE handed_help (
        handover INTEGER NOT NULL REFERENCES handover, task INTEGER NOT NULL REFERENCES task,
        helper INTEGER NOT NULL REFERENCES person, receiver INTEGER REFERENCES person,
        PRIMARY KEY (handover, task)) WITHOUT ROWID;
      ALTER TABLE alert ADD COLUMN handover INTEGER REFERENCES handover;
      CREATE INDEX alert_handover ON alert (handover, person) WHERE handover IS NOT NULL;
      """)
}
