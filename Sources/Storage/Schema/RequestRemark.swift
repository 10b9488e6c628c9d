extension Migration {
  /// R8.4: what was said with an answer, and what was answered lately.
  static let requestRemark = Migration(
    name: "remarks of answers",
    sql: """
      ALTER TABLE request ADD COLUMN remark TEXT NOT NULL DEFAULT '';
      CREATE INDEX request_answered ON request (answered_at) WHERE answered_by IS NOT NULL;
      """)
}
