extension Migration {
  /// R4.13: the highest moment of the house since the fuse was mended last.
  static let highestMoment = Migration(
    name: "highest moment",
    sql: """
      CREATE TABLE highest_moment (id INTEGER PRIMARY KEY CHECK (id = 1), at INTEGER NOT NULL);
      INSERT INTO highest_moment SELECT 1, at FROM tick;
      """)

  /// R4.1, R4.7, R4.19: what an opportunity has of the one before, until when an order holds it, and to which put-off due a
  /// warning belongs, 0 where the due is the clock's own. An order waits for its confirmation, and the clerk is reminded.
  static let orderHolds = Migration(
    name: "holds of orders",
    sql: """
      ALTER TABLE opportunity ADD COLUMN ordered_until INTEGER;
      ALTER TABLE opportunity ADD COLUMN signing_from INTEGER;
      ALTER TABLE customer_order ADD COLUMN waits_until INTEGER;
      ALTER TABLE customer_order ADD COLUMN remind_at INTEGER;
      CREATE INDEX customer_order_remind ON customer_order (remind_at) WHERE remind_at IS NOT NULL;

      CREATE TABLE warning_of_any_due (
        id INTEGER PRIMARY KEY, opportunity INTEGER NOT NULL REFERENCES opportunity, clock TEXT NOT NULL,
        period_start INTEGER NOT NULL, level INTEGER NOT NULL, at INTEGER NOT NULL, put_off_to INTEGER NOT NULL,
        UNIQUE (opportunity, clock, period_start, put_off_to, level));
      INSERT INTO warning_of_any_due SELECT id, opportunity, clock, period_start, level, at, 0 FROM warning;
      DROP TRIGGER warning_stays;
      DROP TABLE warning;
      ALTER TABLE warning_of_any_due RENAME TO warning;
      CREATE TRIGGER warning_stays BEFORE DELETE ON warning BEGIN SELECT RAISE(ABORT, 'warnings stay'); END;
      """)
}
