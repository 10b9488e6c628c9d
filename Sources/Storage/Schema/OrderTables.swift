extension Migration {
  /// R8.7 and section 9. Days are counted as `Day` does; an amount is in fen; `renewal_at` is when a term enters its
  /// renewal, NULL once that was announced (R9.1).
  static let orders = Migration(
    name: "orders and their terms",
    sql: """
      CREATE TABLE customer_order (
        id INTEGER PRIMARY KEY AUTOINCREMENT, customer INTEGER NOT NULL REFERENCES customer,
        seller INTEGER NOT NULL REFERENCES person, seller_kind TEXT NOT NULL,
        opportunity INTEGER REFERENCES opportunity, amount INTEGER NOT NULL, contract TEXT NOT NULL,
        contract_folded TEXT NOT NULL, submitted_at INTEGER NOT NULL, recorded_at INTEGER NOT NULL,
        recorded_by INTEGER NOT NULL REFERENCES person, confirmed_on INTEGER, voided_at INTEGER,
        void_reason TEXT);
      CREATE INDEX customer_order_customer ON customer_order (customer, id);
      CREATE TABLE service_term (
        customer_order INTEGER NOT NULL REFERENCES customer_order, opens_on INTEGER NOT NULL,
        expires_on INTEGER NOT NULL, renewal_at INTEGER, PRIMARY KEY (customer_order, opens_on)) WITHOUT ROWID;
      CREATE INDEX service_term_renewal ON service_term (renewal_at) WHERE renewal_at IS NOT NULL;
      CREATE TRIGGER customer_order_stays BEFORE DELETE ON customer_order
      BEGIN SELECT RAISE(ABORT, 'orders stay'); END;
      CREATE TRIGGER service_term_stays BEFORE DELETE ON service_term
      BEGIN SELECT RAISE(ABORT, 'terms stay'); END;
      """)
}
