extension Migration {
  /// R5.1: the keys of former and second names, by which the same company is found. Names that may hold more than a name,
  /// or a form that is known only now, get their keys anew.
  static let nameAliases = Migration(
    name: "keys of former names",
    sql: """
      CREATE TABLE name_alias (name_key TEXT NOT NULL, customer INTEGER NOT NULL REFERENCES customer);
      CREATE UNIQUE INDEX name_alias_key ON name_alias (name_key, customer);
      CREATE INDEX name_alias_customer ON name_alias (customer);
      UPDATE customer SET name_key = NULL
      WHERE kind = 'company' AND (name GLOB '*[0-9A-Za-z(（【/／|｜;；★]*' OR name LIKE '%合作社%');
      """)
}
