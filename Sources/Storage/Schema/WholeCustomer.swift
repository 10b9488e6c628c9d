extension Migration {
  /// R10.1, R10.2, R10.4: who decides at a customer, what is known of the buyer, and the words by which it is found again.
  static let wholeCustomer = Migration(
    name: "the whole customer",
    sql: """
      ALTER TABLE contact ADD COLUMN is_care INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE contact ADD COLUMN role TEXT;
      ALTER TABLE contact ADD COLUMN superior INTEGER REFERENCES contact;
      CREATE TABLE contact_influence (
        contact INTEGER NOT NULL REFERENCES contact, listener INTEGER NOT NULL REFERENCES contact,
        PRIMARY KEY (contact, listener)) WITHOUT ROWID;

      CREATE TABLE profile (
        customer INTEGER NOT NULL REFERENCES customer, field TEXT NOT NULL, value TEXT NOT NULL,
        PRIMARY KEY (customer, field)) WITHOUT ROWID;

      CREATE TABLE tag (
        customer INTEGER NOT NULL REFERENCES customer, folded TEXT NOT NULL, name TEXT NOT NULL,
        PRIMARY KEY (customer, folded)) WITHOUT ROWID;
      CREATE INDEX tag_folded ON tag (folded, customer);
      """)
}
