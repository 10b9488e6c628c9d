extension Migration {
  /// R3.1: when a lost customer opens to the sea.
  static let lostCustomers = Migration(
    name: "lost customers", sql: "ALTER TABLE customer ADD COLUMN opens_at INTEGER;")
}
