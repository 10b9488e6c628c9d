extension Migration {
  /// R2.6, R8.2: who stands in for whom and when; the closes, and who was unchecked at them. What is overdue by its
  /// rhythm is counted for many people at once.
  static let evenings = Migration(
    name: "evenings",
    sql: """
      CREATE TABLE cover (
        person INTEGER NOT NULL REFERENCES person, from_day INTEGER NOT NULL, to_day INTEGER NOT NULL,
        deputy INTEGER NOT NULL REFERENCES person, PRIMARY KEY (person, from_day)) WITHOUT ROWID;
      CREATE INDEX cover_deputy ON cover (deputy, to_day);
      CREATE TABLE evening_close (
        day INTEGER NOT NULL, policy TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (day, policy)) WITHOUT ROWID;
      CREATE TABLE evening_unchecked (
        agent INTEGER NOT NULL REFERENCES person, day INTEGER NOT NULL, status TEXT NOT NULL,
        PRIMARY KEY (agent, day)) WITHOUT ROWID;
      -- What is said with an alert.
      ALTER TABLE alert ADD COLUMN remark TEXT;
      CREATE INDEX department_parent ON department (parent);
      CREATE INDEX person_department ON person (department);
      CREATE INDEX customer_rhythm ON customer (
        owner, intent, max(coalesce(last_note_at, 0), entered_at), flow_back_at, warned_at) WHERE owner IS NOT NULL;
      """)
}
