extension Migration {
  /// R6.1: whether the next contact was agreed, beside each place where one is kept; what an old note agreed, is.
  static let agreedContacts = Migration(
    name: "what was agreed",
    sql: """
      ALTER TABLE customer ADD COLUMN next_is_agreed INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE note ADD COLUMN next_agreed_before INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE opportunity ADD COLUMN end_next_agreed INTEGER NOT NULL DEFAULT 0;
      UPDATE customer SET next_is_agreed = 1 WHERE next_contact IS NOT NULL AND owner IS NOT NULL AND EXISTS (
        SELECT 1 FROM note WHERE note.customer = customer.id AND note.next_contact = customer.next_contact
          AND outcome = 'appointment' AND taken_back_at IS NULL);
      """)

  /// R7.4: what a day of many people is counted from, without a look at the notes themselves; the days on which
  /// somebody visits; what left somebody, by when.
  static let dayFigures = Migration(
    name: "figures of the day",
    sql: """
      DROP INDEX note_author;
      CREATE INDEX note_author ON note (author, at, customer, kind, outcome, renewals, intent, intent_before,
        taken_back_at);
      CREATE TABLE visit_day (
        person INTEGER NOT NULL REFERENCES person, day INTEGER NOT NULL, PRIMARY KEY (person, day)) WITHOUT ROWID;
      CREATE INDEX opportunity_ended ON opportunity (holder, ended_at) WHERE ended_at IS NOT NULL;
      """)
}
