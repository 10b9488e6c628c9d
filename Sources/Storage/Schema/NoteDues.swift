extension Migration {
  /// R6.5: by when the customer would have flowed back when a note was written, to tell those of the last minute.
  static let noteDues = Migration(
    name: "dues before notes",
    sql: """
      ALTER TABLE note ADD COLUMN due_before INTEGER;
      CREATE TRIGGER note_keeps_its_due BEFORE UPDATE OF due_before ON note
      BEGIN SELECT RAISE(ABORT, 'notes are final'); END;
      """)
}
