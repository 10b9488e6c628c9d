extension Migration {
  /// R8.7: what came in for an order, in fen; days are counted as `Day` does.
  static let payments = Migration(
    name: "payments of orders",
    sql: """
      CREATE TABLE payment (
        id INTEGER PRIMARY KEY AUTOINCREMENT, customer_order INTEGER NOT NULL REFERENCES customer_order,
        amount INTEGER NOT NULL, paid_on INTEGER NOT NULL, rest_due INTEGER, void_reason TEXT,
        recorded_at INTEGER NOT NULL, recorded_by INTEGER NOT NULL REFERENCES person);
      CREATE INDEX payment_order ON payment (customer_order, id);
      CREATE TRIGGER payment_stays BEFORE DELETE ON payment
      BEGIN SELECT RAISE(ABORT, 'payments stay'); END;
      """)
}
