extension Migration {
  /// R7.5, R8.2: the list an agent prepares for a day. A row keeps beside its customer what decides whether it counts,
  /// and follows the customer until the list is passed: what was passed stays as it was then.
  static let dayLists = Migration(
    name: "lists of a day",
    sql: """
      CREATE TABLE day_list (
        id INTEGER PRIMARY KEY AUTOINCREMENT, agent INTEGER NOT NULL REFERENCES person, day INTEGER NOT NULL,
        status TEXT NOT NULL DEFAULT 'open',
        -- Counts what was changed; and what it was when it was handed in.
        version INTEGER NOT NULL DEFAULT 1, submitted_version INTEGER, submitted_at INTEGER,
        is_late INTEGER NOT NULL DEFAULT 0, reason TEXT NOT NULL DEFAULT '',
        answered_by INTEGER REFERENCES person, answered_at INTEGER, remark TEXT NOT NULL DEFAULT '');
      CREATE UNIQUE INDEX day_list_day ON day_list (day, agent);
      CREATE INDEX day_list_agent ON day_list (agent, day);
      CREATE TABLE day_list_row (
        list INTEGER NOT NULL REFERENCES day_list, customer INTEGER NOT NULL REFERENCES customer,
        opportunity INTEGER NOT NULL REFERENCES opportunity, position INTEGER NOT NULL, source TEXT NOT NULL,
        is_new INTEGER NOT NULL, is_later INTEGER NOT NULL, is_live INTEGER NOT NULL DEFAULT 1,
        is_held INTEGER NOT NULL, intent TEXT NOT NULL, due INTEGER, PRIMARY KEY (list, customer)) WITHOUT ROWID;
      CREATE INDEX day_list_row_live ON day_list_row (customer) WHERE is_live;

      CREATE TRIGGER day_list_follows AFTER UPDATE OF opportunity, intent, flow_back_at ON customer
      WHEN old.opportunity IS NOT new.opportunity OR old.intent <> new.intent OR old.flow_back_at IS NOT new.flow_back_at
      BEGIN
        UPDATE day_list SET version = version + 1
        WHERE (old.opportunity IS NOT new.opportunity OR old.intent <> new.intent) AND status = 'submitted'
          AND id IN (SELECT list FROM day_list_row WHERE customer = new.id AND is_live);
        UPDATE day_list_row SET is_held = (opportunity IS new.opportunity), intent = new.intent, due = new.flow_back_at
        WHERE customer = new.id AND is_live;
      END;
      """)
}
