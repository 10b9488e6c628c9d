extension Migration {
  /// R8.5: what a month asks of persons and departments; `month` is its first day.
  static let targets = Migration(
    name: "targets",
    sql: """
      CREATE TABLE target (
        month INTEGER NOT NULL, person INTEGER REFERENCES person, department INTEGER REFERENCES department,
        figure TEXT NOT NULL, count INTEGER NOT NULL, CHECK ((person IS NULL) <> (department IS NULL)));
      CREATE UNIQUE INDEX target_person ON target (month, person, figure) WHERE person IS NOT NULL;
      CREATE UNIQUE INDEX target_department ON target (month, department, figure) WHERE department IS NOT NULL;
      """)

  /// R6.6: the moves from stage to stage within a holding, without those taken back; `note` is NULL for one by hand.
  static let stageMoves = Migration(
    name: "moves from stage to stage",
    sql: """
      CREATE TABLE stage_move (
        opportunity INTEGER NOT NULL REFERENCES opportunity, at INTEGER NOT NULL, stage_before INTEGER NOT NULL,
        stage INTEGER NOT NULL, note INTEGER REFERENCES note);
      CREATE INDEX stage_move_opportunity ON stage_move (opportunity, at, stage_before, stage, note);
      CREATE TRIGGER note_moves_stage AFTER INSERT ON note WHEN new.stage <> new.stage_before BEGIN
        INSERT INTO stage_move VALUES (new.opportunity, new.at, new.stage_before, new.stage, new.id);
      END;
      CREATE TRIGGER note_moves_stage_back AFTER UPDATE OF taken_back_at ON note
      WHEN new.stage <> new.stage_before BEGIN
        DELETE FROM stage_move WHERE opportunity = new.opportunity AND note = new.id;
      END;
      INSERT INTO stage_move SELECT opportunity, at, stage_before, stage, id FROM note
        WHERE stage <> stage_before AND taken_back_at IS NULL;
      """)

  /// R8.5: when a holding had its first note; what was planned when a note was written (R11.8).
  static let firstNotes = Migration(
    name: "first notes and kept plans",
    sql: """
      ALTER TABLE opportunity ADD COLUMN first_note_at INTEGER;
      UPDATE opportunity SET first_note_at = (
        SELECT min(at) FROM note
        WHERE customer = opportunity.customer AND opportunity = opportunity.id AND taken_back_at IS NULL);
      CREATE TRIGGER note_is_first AFTER INSERT ON note BEGIN
        UPDATE opportunity SET first_note_at = new.at WHERE id = new.opportunity AND first_note_at IS NULL;
      END;
      CREATE TRIGGER note_is_first_no_more AFTER UPDATE OF taken_back_at ON note BEGIN
        UPDATE opportunity SET first_note_at = (
          SELECT min(at) FROM note
          WHERE customer = new.customer AND opportunity = new.opportunity AND taken_back_at IS NULL)
        WHERE id = new.opportunity AND first_note_at = new.at;
      END;
      CREATE INDEX note_planned ON note (author, next_contact_before, opportunity, at)
        WHERE next_contact_before IS NOT NULL AND taken_back_at IS NULL AND at >= next_contact_before - 86400;
      """)
}

extension Migration {
  /// R8.5: who dialled last. R11.9: the signings, as they came.
  static let floor = Migration(
    name: "the floor",
    sql: """
      CREATE INDEX dial_person ON dial (person, at);
      CREATE TABLE signing (
        id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL,
        customer_order INTEGER NOT NULL REFERENCES customer_order, confirmer INTEGER NOT NULL REFERENCES person);
      """)
}

extension Migration {
  /// R8.5: what somebody sold in some days, and what a month asks, without a walk over all of it.
  static let reportIndexes = Migration(
    name: "indexes of reports",
    sql: """
      CREATE INDEX customer_order_seller ON customer_order (seller, confirmed_on) WHERE confirmed_on IS NOT NULL;
      CREATE INDEX target_month ON target (month);
      """)
}

extension Migration {
  /// R11.8: plans whose moment is over, without a look at every customer that is held.
  static let plannedCustomers = Migration(
    name: "planned customers",
    sql: """
      CREATE INDEX customer_planned ON customer (owner, next_contact)
        WHERE owner IS NOT NULL AND next_contact IS NOT NULL;
      """)
}
