extension Migration {
  /// R5.1: the key of each name, by which the same company is found, and R5.6: what each check found.
  static let collisionReceipts = Migration(
    name: "name keys and receipts",
    sql: """
      -- NULL until it is reckoned, in bases of before; empty where a name has none (a person's).
      ALTER TABLE customer ADD COLUMN name_key TEXT;
      CREATE INDEX customer_name_key ON customer (name_key, id) WHERE name_key <> '';
      CREATE INDEX customer_unkeyed ON customer (id) WHERE name_key IS NULL;
      ALTER TABLE blocked_name ADD COLUMN name_key TEXT;
      CREATE INDEX blocked_name_key ON blocked_name (name_key) WHERE name_key <> '';
      -- A landline typed without its area is found by its end.
      CREATE INDEX number_local ON number (substr(collision_key, -7)) WHERE use <> 'mobile';

      CREATE TABLE receipt (
        id INTEGER PRIMARY KEY AUTOINCREMENT, day INTEGER NOT NULL, serial INTEGER NOT NULL, at INTEGER NOT NULL,
        person INTEGER NOT NULL REFERENCES person, department INTEGER NOT NULL REFERENCES department,
        act TEXT NOT NULL, name TEXT NOT NULL, numbers TEXT NOT NULL, verdict TEXT NOT NULL,
        has_more INTEGER NOT NULL, UNIQUE (day, serial));
      CREATE INDEX receipt_person ON receipt (person, id);
      CREATE TABLE receipt_hit (
        receipt INTEGER NOT NULL REFERENCES receipt, place INTEGER NOT NULL,
        customer INTEGER REFERENCES customer, name TEXT NOT NULL, holder INTEGER REFERENCES person,
        department TEXT NOT NULL, state TEXT NOT NULL, matched_by TEXT NOT NULL, matched TEXT NOT NULL,
        verdict TEXT NOT NULL, reason TEXT NOT NULL, PRIMARY KEY (receipt, place)) WITHOUT ROWID;
      CREATE INDEX receipt_hit_customer ON receipt_hit (customer, receipt) WHERE customer IS NOT NULL;
      CREATE TRIGGER receipt_stays BEFORE DELETE ON receipt BEGIN SELECT RAISE(ABORT, 'receipts stay'); END;
      CREATE TRIGGER receipt_is_final BEFORE UPDATE ON receipt
      BEGIN SELECT RAISE(ABORT, 'receipts are final'); END;
      CREATE TRIGGER receipt_hit_stays BEFORE DELETE ON receipt_hit
      BEGIN SELECT RAISE(ABORT, 'receipts stay'); END;
      CREATE TRIGGER receipt_hit_is_final BEFORE UPDATE ON receipt_hit
      BEGIN SELECT RAISE(ABORT, 'receipts are final'); END;
      """)
}
