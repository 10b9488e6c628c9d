extension Migration {
  /// R5.1: names whose keys are yet to be reckoned are sought, whatever the size of the house.
  static let unkeyedNames = Migration(
    name: "names without keys",
    sql: """
      DROP INDEX customer_unkeyed;
      CREATE INDEX customer_unkeyed ON customer (name_key, id) WHERE name_key IS NULL;
      CREATE INDEX blocked_name_unkeyed ON blocked_name (name_key, name) WHERE name_key IS NULL;
      """)
}
