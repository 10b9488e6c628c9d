extension Migration {
  /// Moments are seconds of UTC; a date column that is NULL has not come about.
  static let firstSchema = Migration(
    name: "first schema",
    sql: """
      CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
      CREATE TABLE counter (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;

      CREATE TABLE department (
        id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, parent INTEGER REFERENCES department,
        policy TEXT);
      CREATE TABLE person (
        id INTEGER PRIMARY KEY, login TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
        department INTEGER NOT NULL REFERENCES department, is_active INTEGER NOT NULL DEFAULT 1,
        capacity INTEGER, created_at INTEGER NOT NULL, alerts_seen_to INTEGER NOT NULL DEFAULT 0);
      CREATE TABLE person_role (
        person INTEGER NOT NULL REFERENCES person, role TEXT NOT NULL, PRIMARY KEY (person, role)) WITHOUT ROWID;

      -- From `owner` on: what the state of the one open opportunity makes of it, kept here for the lists.
      CREATE TABLE customer (
        id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, name TEXT NOT NULL, folded TEXT NOT NULL,
        initials TEXT NOT NULL, address TEXT NOT NULL, place TEXT NOT NULL, industry TEXT NOT NULL,
        source TEXT NOT NULL, remark TEXT NOT NULL, masked TEXT NOT NULL, created_at INTEGER NOT NULL,
        state TEXT NOT NULL, intent TEXT NOT NULL, stage INTEGER NOT NULL,
        owner INTEGER REFERENCES person, opportunity INTEGER REFERENCES opportunity, entered_at INTEGER,
        tries INTEGER NOT NULL DEFAULT 0, flow_back_at INTEGER, wake_at INTEGER, clock TEXT, warned_at INTEGER,
        next_contact INTEGER, last_note_at INTEGER, last_outcome TEXT,
        is_house_account INTEGER NOT NULL DEFAULT 0, released_at INTEGER, released_by INTEGER REFERENCES person,
        former_holder INTEGER REFERENCES person, former_department INTEGER REFERENCES department);
      -- With state and warning, so that the slots of a library are counted without a look at its customers.
      CREATE INDEX customer_library ON customer (owner, flow_back_at, id, state, warned_at) WHERE owner IS NOT NULL;
      CREATE INDEX customer_sea ON customer (released_at, id) WHERE state = 'unassigned';
      CREATE INDEX customer_sea_industry ON customer (industry, released_at, id)
        WHERE state = 'unassigned' AND industry <> '';
      CREATE INDEX customer_sea_former ON customer (former_department, released_at, id)
        WHERE state = 'unassigned' AND former_department IS NOT NULL;
      CREATE INDEX customer_sea_intent ON customer (intent, released_at, id)
        WHERE state = 'unassigned' AND intent <> '0';
      CREATE INDEX customer_wake ON customer (wake_at) WHERE wake_at IS NOT NULL;
      CREATE INDEX customer_folded ON customer (folded);

      -- How many rows the lists can't count while somebody waits.
      INSERT INTO counter VALUES ('customers', 0), ('sea', 0);
      CREATE TRIGGER customer_counted AFTER INSERT ON customer BEGIN
        UPDATE counter SET value = value + 1 WHERE name = 'customers';
        UPDATE counter SET value = value + 1 WHERE name = 'sea' AND new.state = 'unassigned';
      END;
      CREATE TRIGGER customer_moved AFTER UPDATE OF state ON customer
      WHEN (old.state = 'unassigned') <> (new.state = 'unassigned') BEGIN
        UPDATE counter SET value = value + CASE new.state WHEN 'unassigned' THEN 1 ELSE -1 END WHERE name = 'sea';
      END;

      CREATE TABLE number (
        id INTEGER PRIMARY KEY, customer INTEGER NOT NULL REFERENCES customer, use TEXT NOT NULL,
        display TEXT NOT NULL, dialled TEXT NOT NULL, masked TEXT NOT NULL, collision_key TEXT NOT NULL,
        mark TEXT NOT NULL);
      CREATE INDEX number_key ON number (collision_key, customer);
      CREATE INDEX number_customer ON number (customer);
      CREATE TABLE contact (
        id INTEGER PRIMARY KEY, customer INTEGER NOT NULL REFERENCES customer, name TEXT NOT NULL,
        title TEXT NOT NULL, is_main INTEGER NOT NULL);
      CREATE INDEX contact_customer ON contact (customer);

      CREATE TABLE opportunity (
        id INTEGER PRIMARY KEY AUTOINCREMENT, customer INTEGER NOT NULL REFERENCES customer,
        holder INTEGER NOT NULL REFERENCES person, department INTEGER NOT NULL REFERENCES department,
        policy TEXT NOT NULL, way_in TEXT NOT NULL, entered_at INTEGER NOT NULL,
        note INTEGER REFERENCES note, note_at INTEGER, visit INTEGER REFERENCES note, visit_at INTEGER,
        tries INTEGER NOT NULL DEFAULT 0, extended_to INTEGER, held_until INTEGER,
        ended_at INTEGER, end_reason TEXT, end_clocks TEXT, end_next_contact INTEGER);
      -- R3.1: at most one open opportunity a customer, whatever the program does.
      CREATE UNIQUE INDEX opportunity_open ON opportunity (customer) WHERE ended_at IS NULL;
      CREATE INDEX opportunity_customer ON opportunity (customer, id);
      CREATE INDEX opportunity_holder ON opportunity (holder, entered_at);

      CREATE TABLE note (
        id INTEGER PRIMARY KEY AUTOINCREMENT, customer INTEGER NOT NULL REFERENCES customer,
        opportunity INTEGER NOT NULL REFERENCES opportunity, author INTEGER NOT NULL REFERENCES person,
        at INTEGER NOT NULL, contact_at INTEGER NOT NULL, kind TEXT NOT NULL, outcome TEXT NOT NULL,
        text TEXT NOT NULL, met TEXT NOT NULL, place TEXT NOT NULL, number TEXT, intent TEXT, stage INTEGER,
        next_contact INTEGER, renewals INTEGER NOT NULL, tries INTEGER NOT NULL,
        -- What the note changed, for taking it back.
        intent_before TEXT NOT NULL, stage_before INTEGER NOT NULL, next_contact_before INTEGER,
        mark_before TEXT, taken_back_at INTEGER);
      CREATE INDEX note_customer ON note (customer, id);
      CREATE INDEX note_author ON note (author, at);

      CREATE TABLE warning (
        id INTEGER PRIMARY KEY, opportunity INTEGER NOT NULL REFERENCES opportunity, clock TEXT NOT NULL,
        period_start INTEGER NOT NULL, level INTEGER NOT NULL, at INTEGER NOT NULL,
        UNIQUE (opportunity, clock, period_start, level));
      CREATE TABLE alert (
        id INTEGER PRIMARY KEY AUTOINCREMENT, person INTEGER NOT NULL REFERENCES person,
        customer INTEGER NOT NULL REFERENCES customer, kind TEXT NOT NULL, at INTEGER NOT NULL,
        due INTEGER, clock TEXT);
      CREATE INDEX alert_person ON alert (person, id);

      CREATE TABLE request (
        id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, customer INTEGER NOT NULL REFERENCES customer,
        opportunity INTEGER NOT NULL REFERENCES opportunity, asker INTEGER NOT NULL REFERENCES person,
        days INTEGER NOT NULL, reason TEXT NOT NULL, asked_at INTEGER NOT NULL, expires_at INTEGER NOT NULL,
        state TEXT NOT NULL, answered_by INTEGER REFERENCES person, answered_at INTEGER);
      CREATE INDEX request_open ON request (expires_at) WHERE state = 'open';
      CREATE INDEX request_opportunity ON request (opportunity, id);
      CREATE INDEX request_asker ON request (asker, asked_at);
      -- R3.12: names that are never picked or entered.
      CREATE TABLE blocked_name (folded TEXT PRIMARY KEY, name TEXT NOT NULL, at INTEGER NOT NULL) WITHOUT ROWID;

      CREATE TABLE draft (
        person INTEGER NOT NULL REFERENCES person, customer INTEGER NOT NULL REFERENCES customer,
        entry TEXT NOT NULL, started_at INTEGER NOT NULL, saved_at INTEGER NOT NULL,
        PRIMARY KEY (person, customer)) WITHOUT ROWID;

      CREATE TABLE event (
        id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, actor INTEGER REFERENCES person,
        origin TEXT NOT NULL, act TEXT NOT NULL, customer INTEGER REFERENCES customer, detail TEXT NOT NULL);
      CREATE INDEX event_customer ON event (customer, id) WHERE customer IS NOT NULL;
      CREATE INDEX event_actor ON event (actor, id) WHERE act <> 'import';
      -- R2.5: nothing in the program can change or remove an event, nor a note.
      CREATE TRIGGER event_stays BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'events stay'); END;
      CREATE TRIGGER event_is_final BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'events are final'); END;
      CREATE TRIGGER note_stays BEFORE DELETE ON note BEGIN SELECT RAISE(ABORT, 'notes stay'); END;
      CREATE TRIGGER note_is_final BEFORE UPDATE ON note
      WHEN old.taken_back_at IS NOT NULL OR new.taken_back_at IS NULL
      BEGIN SELECT RAISE(ABORT, 'notes are final'); END;
      CREATE TRIGGER note_says_the_same BEFORE UPDATE OF id, customer, opportunity, author, at, contact_at, kind,
        outcome, text, met, place, number, intent, stage, next_contact, renewals, tries ON note
      BEGIN SELECT RAISE(ABORT, 'notes are final'); END;
      CREATE TRIGGER customer_stays BEFORE DELETE ON customer BEGIN SELECT RAISE(ABORT, 'customers stay'); END;
      CREATE TRIGGER opportunity_stays BEFORE DELETE ON opportunity
      BEGIN SELECT RAISE(ABORT, 'opportunities stay'); END;
      CREATE TRIGGER warning_stays BEFORE DELETE ON warning BEGIN SELECT RAISE(ABORT, 'warnings stay'); END;

      -- R4.13: the fuse, the last tick's clock, and what was confirmed beforehand.
      CREATE TABLE fuse (
        id INTEGER PRIMARY KEY CHECK (id = 1), cause TEXT NOT NULL, at INTEGER NOT NULL, last_tick INTEGER);
      CREATE TABLE tick (
        id INTEGER PRIMARY KEY CHECK (id = 1), at INTEGER NOT NULL, uptime INTEGER, boot TEXT NOT NULL);
      CREATE TABLE confirmed_release (
        department INTEGER PRIMARY KEY REFERENCES department, through INTEGER NOT NULL, person INTEGER NOT NULL,
        at INTEGER NOT NULL);

      -- R4.15. `in_force`: since when; 0 before. `reckoned_to`: how far running clocks are reckoned anew by it; NULL before and after.
      CREATE TABLE rule_version (
        id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, text TEXT NOT NULL, from_at INTEGER NOT NULL,
        adopted_by INTEGER NOT NULL REFERENCES person, adopted_at INTEGER NOT NULL,
        in_force INTEGER NOT NULL DEFAULT 0, reckoned_to INTEGER);

      CREATE TABLE lease (
        name TEXT PRIMARY KEY, holder TEXT NOT NULL, expires_at INTEGER NOT NULL) WITHOUT ROWID;

      -- Pairs of characters of the folded name and of its initials. Contentless: hits are verified by instr().
      CREATE VIRTUAL TABLE customer_grams USING fts5(
        grams, content = '', detail = none, columnsize = 0, tokenize = 'ascii');
      """)
}
