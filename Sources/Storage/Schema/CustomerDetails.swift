extension Migration {
  /// R3.10, R3.11, R5.7, R10.1: what is verified of a customer, its pair, what it was merged into, and what support has
  /// to judge.
  static let customerDetails = Migration(
    name: "customer details",
    sql: """
      CREATE TABLE av_information (
        customer INTEGER NOT NULL REFERENCES customer, field TEXT NOT NULL, value TEXT NOT NULL,
        PRIMARY KEY (customer, field)) WITHOUT ROWID;

      ALTER TABLE customer ADD COLUMN pair INTEGER REFERENCES customer;
      ALTER TABLE customer ADD COLUMN merged_into INTEGER REFERENCES customer;
      CREATE INDEX customer_merged ON customer (merged_into) WHERE merged_into IS NOT NULL;

      -- R5.7: while one is open the customer is unprotected.
      CREATE TABLE dispute (
        id INTEGER PRIMARY KEY AUTOINCREMENT, customer INTEGER NOT NULL REFERENCES customer,
        twin INTEGER NOT NULL REFERENCES customer, matched TEXT NOT NULL, receipt TEXT,
        opened_at INTEGER NOT NULL, judge_by INTEGER NOT NULL, told_at INTEGER,
        judgement TEXT, judged_by INTEGER REFERENCES person, judged_at INTEGER, remark TEXT NOT NULL DEFAULT '');
      CREATE UNIQUE INDEX dispute_open ON dispute (customer) WHERE judged_at IS NULL;
      CREATE INDEX dispute_twin ON dispute (twin) WHERE judged_at IS NULL;
      CREATE INDEX dispute_late ON dispute (judge_by) WHERE judged_at IS NULL AND told_at IS NULL;
      CREATE INDEX draft_customer ON draft (customer);
      CREATE TRIGGER dispute_stays BEFORE DELETE ON dispute BEGIN SELECT RAISE(ABORT, 'disputes stay'); END;

      -- R3.11: a note still says the same for ever, but goes along with a customer that is merged.
      DROP TRIGGER note_is_final;
      CREATE TRIGGER note_is_final BEFORE UPDATE OF taken_back_at, intent_before, stage_before, next_contact_before,
        mark_before ON note
      WHEN old.taken_back_at IS NOT NULL OR new.taken_back_at IS NULL
      BEGIN SELECT RAISE(ABORT, 'notes are final'); END;
      DROP TRIGGER note_says_the_same;
      CREATE TRIGGER note_says_the_same BEFORE UPDATE OF id, opportunity, author, at, contact_at, kind,
        outcome, text, met, place, number, intent, stage, next_contact, renewals, tries ON note
      BEGIN SELECT RAISE(ABORT, 'notes are final'); END;
      CREATE TRIGGER note_goes_along BEFORE UPDATE OF customer ON note
      WHEN new.customer IS NOT (SELECT merged_into FROM customer WHERE id = old.customer)
      BEGIN SELECT RAISE(ABORT, 'notes are final'); END;
      """)
}
