extension Migration {
  /// R4.3: until when a customer of this level is expected to buy, and whether the level was asked again since.
  static let buyingTime = Migration(
    name: "expected buying time",
    sql: """
      ALTER TABLE customer ADD COLUMN buys_by INTEGER;
      ALTER TABLE customer ADD COLUMN level_asked INTEGER NOT NULL DEFAULT 0;
      CREATE INDEX customer_buys_by ON customer (buys_by) WHERE buys_by IS NOT NULL AND level_asked = 0;
      """)
}
