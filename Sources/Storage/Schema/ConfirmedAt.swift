extension Migration {
  /// R4.3: from when the first return call of an order is counted; NULL for one that was confirmed before this was kept.
  static let confirmedAt = Migration(
    name: "the moment of a confirmation", sql: "ALTER TABLE customer_order ADD COLUMN confirmed_at INTEGER;")
}
