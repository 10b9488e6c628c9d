extension Migration {
  /// R12.3: how far each file is imported. `file` is told by what is in it; `read` counts its rows; `problems` is how
  /// often which refused one. Refused rows are kept until their run is finished, for the file of them.
  static let importRuns = Migration(
    name: "import runs",
    sql: """
      CREATE TABLE import_run (
        id INTEGER PRIMARY KEY, file TEXT NOT NULL, target TEXT NOT NULL, actor INTEGER NOT NULL REFERENCES person,
        started_at INTEGER NOT NULL, finished_at INTEGER, read INTEGER NOT NULL DEFAULT 0,
        entered INTEGER NOT NULL DEFAULT 0, problems TEXT NOT NULL DEFAULT '');
      CREATE INDEX import_run_file ON import_run (file, target, id);
      CREATE TABLE import_refusal (
        run INTEGER NOT NULL REFERENCES import_run, row INTEGER NOT NULL, code TEXT NOT NULL, reason TEXT NOT NULL,
        PRIMARY KEY (run, row)) WITHOUT ROWID;
      """)
}
