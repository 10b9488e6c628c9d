extension Migration {
  /// R10.5. A task is of whoever holds its customer, so nobody is named as its owner.
  static let tasks = Migration(
    name: "tasks",
    sql: """
      CREATE TABLE task (
        id INTEGER PRIMARY KEY AUTOINCREMENT, customer INTEGER NOT NULL REFERENCES customer,
        started_at INTEGER NOT NULL, subject TEXT NOT NULL, product TEXT NOT NULL, due INTEGER,
        stage TEXT NOT NULL, cost INTEGER, is_over INTEGER GENERATED ALWAYS AS (stage IN ('done', 'dropped')));
      CREATE INDEX task_customer ON task (customer, id);
      CREATE TABLE task_helper (
        person INTEGER NOT NULL REFERENCES person, task INTEGER NOT NULL REFERENCES task,
        PRIMARY KEY (person, task)) WITHOUT ROWID;
      CREATE INDEX task_helper_task ON task_helper (task, person);
      """)
}
