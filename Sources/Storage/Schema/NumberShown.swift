extension Migration {
  /// R3.7: when the holder first saw a number of a pick that could still be undone.
  static let numberShown = Migration(
    name: "numbers that were seen", sql: "ALTER TABLE opportunity ADD COLUMN number_shown_at INTEGER;")
}
