extension Migration {
  /// R5.8: when an application ended, and the receipt of what support saw when it answered.
  static let applicationTerms = Migration(
    name: "terms of applications",
    sql: """
      ALTER TABLE application ADD COLUMN ended_at INTEGER;
      ALTER TABLE application ADD COLUMN answer_receipt TEXT;
      UPDATE application SET ended_at = answered_at WHERE state = 'refused';
      """)
}
