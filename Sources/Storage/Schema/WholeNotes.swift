extension Migration {
  /// R6.1, R6.5: when a contact ended and what it cost; what was put right of a note, which itself stays as it was written.
  static let wholeNotes = Migration(
    name: "whole notes",
    sql: """
      ALTER TABLE note ADD COLUMN ended_at INTEGER;
      ALTER TABLE note ADD COLUMN cost INTEGER;
      DROP TRIGGER note_says_the_same;
      CREATE TRIGGER note_says_the_same BEFORE UPDATE OF id, opportunity, author, at, contact_at, kind,
        outcome, text, met, place, number, intent, stage, next_contact, renewals, tries, ended_at, cost ON note
      BEGIN SELECT RAISE(ABORT, 'notes are final'); END;

      CREATE TABLE note_correction (
        id INTEGER PRIMARY KEY, note INTEGER NOT NULL REFERENCES note, text TEXT NOT NULL);
      CREATE INDEX note_correction_note ON note_correction (note, id);
      CREATE TRIGGER note_correction_stays BEFORE DELETE ON note_correction
      BEGIN SELECT RAISE(ABORT, 'notes are final'); END;
      CREATE TRIGGER note_correction_is_final BEFORE UPDATE ON note_correction
      BEGIN SELECT RAISE(ABORT, 'notes are final'); END;
      """)
}
