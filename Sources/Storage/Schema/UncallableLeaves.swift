extension Migration {
  /// R6.3: a customer left with no number that may be called is on no list. What was passed stays as it was.
  static let uncallableLeaves = Migration(
    name: "who can't be called leaves the lists",
    sql: """
      CREATE TRIGGER day_list_callable AFTER UPDATE OF mark ON number
      WHEN new.mark <> 'good' AND old.mark = 'good' AND NOT EXISTS (
        SELECT 1 FROM number WHERE customer = new.customer AND mark = 'good' AND use IN ('phone', 'mobile'))
      BEGIN
        UPDATE day_list SET version = version + 1
        WHERE id IN (SELECT list FROM day_list_row WHERE customer = new.customer AND is_live);
        DELETE FROM day_list_row WHERE customer = new.customer AND is_live;
      END;
      """)
}
