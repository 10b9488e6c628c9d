extension Migration {
  /// R8.7: the telephone system's calls, each once however often its file is read.
  static let callRecords = Migration(
    name: "call records",
    sql: """
      CREATE TABLE call_record (
        collision_key TEXT NOT NULL, at INTEGER NOT NULL, seconds INTEGER NOT NULL,
        PRIMARY KEY (collision_key, at)) WITHOUT ROWID;
      CREATE INDEX call_record_at ON call_record (at);
      """)
}
