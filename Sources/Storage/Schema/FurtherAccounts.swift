extension Migration {
  /// R9.2: of which customer one is a further account.
  static let furtherAccounts = Migration(
    name: "further accounts",
    sql: """
      ALTER TABLE customer ADD COLUMN account_of INTEGER REFERENCES customer;
      CREATE INDEX customer_account ON customer (account_of) WHERE account_of IS NOT NULL;
      """)
}
