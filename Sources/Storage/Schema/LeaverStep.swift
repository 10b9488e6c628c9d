extension Migration {
  /// R2.4: since when somebody works here no more, and of which day his manager was told last what is still his.
  static let leavers = Migration(
    name: "leavers",
    sql: """
      ALTER TABLE person ADD COLUMN deactivated_on INTEGER;
      ALTER TABLE person ADD COLUMN left_told_on INTEGER;
      CREATE INDEX person_leaver ON person (id) WHERE NOT is_active;
      """)
}
