extension Migration {
  /// R4.8: what an open request puts off, apart from what else holds an opportunity.
  static let askedUntil = Migration(
    name: "hold of open requests", sql: "ALTER TABLE opportunity ADD COLUMN asked_until INTEGER;")
}
