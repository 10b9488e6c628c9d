extension Migration {
  /// R5.8: what is applied for, and with which numbers.
  static let applications = Migration(
    name: "applications",
    sql: """
      CREATE TABLE application (
        id INTEGER PRIMARY KEY AUTOINCREMENT, applicant INTEGER NOT NULL REFERENCES person,
        writer INTEGER NOT NULL REFERENCES person, department INTEGER NOT NULL REFERENCES department,
        name TEXT NOT NULL, folded TEXT NOT NULL,
        -- NULL where the key of the name says too little to tell companies apart (R5.1).
        name_key TEXT,
        landline TEXT NOT NULL, fax TEXT NOT NULL, mobile TEXT NOT NULL, address TEXT NOT NULL, remark TEXT NOT NULL,
        receipt TEXT NOT NULL, asked_at INTEGER NOT NULL, answer_by INTEGER NOT NULL,
        -- When the manager was told that support is late.
        told_at INTEGER,
        state TEXT NOT NULL, answered_by INTEGER REFERENCES person, answered_at INTEGER, reason TEXT,
        expires_at INTEGER, customer INTEGER REFERENCES customer);
      CREATE INDEX application_open ON application (id) WHERE state = 'open';
      CREATE INDEX application_late ON application (answer_by) WHERE state = 'open' AND told_at IS NULL;
      CREATE INDEX application_expiry ON application (expires_at) WHERE expires_at IS NOT NULL;
      CREATE INDEX application_folded ON application (folded) WHERE state = 'open' OR expires_at IS NOT NULL;
      CREATE INDEX application_key ON application (name_key) WHERE state = 'open' OR expires_at IS NOT NULL;
      CREATE INDEX application_applicant ON application (applicant, id);
      CREATE INDEX application_writer ON application (writer, id);
      CREATE INDEX application_customer ON application (customer, id) WHERE customer IS NOT NULL;
      -- The columns stand in the order of the key: the quick check of SQLite 3.40 misreads them otherwise.
      CREATE TABLE application_number (
        collision_key TEXT NOT NULL, application INTEGER NOT NULL REFERENCES application,
        PRIMARY KEY (collision_key, application)) WITHOUT ROWID;
      CREATE TRIGGER application_stays BEFORE DELETE ON application
      BEGIN SELECT RAISE(ABORT, 'applications stay'); END;
      """)
}
