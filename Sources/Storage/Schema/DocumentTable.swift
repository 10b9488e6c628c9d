extension Migration {
  /// R10.3. What is in a document stands last in its row, so that a list of documents doesn't read it.
  static let documents = Migration(
    name: "documents",
    sql: """
      CREATE TABLE document (
        id INTEGER PRIMARY KEY AUTOINCREMENT, customer INTEGER NOT NULL REFERENCES customer, name TEXT NOT NULL,
        size INTEGER NOT NULL, hash TEXT NOT NULL, added_by INTEGER NOT NULL REFERENCES person,
        added_at INTEGER NOT NULL, content BLOB NOT NULL);
      CREATE INDEX document_customer ON document (customer, id);
      CREATE TRIGGER document_stays BEFORE DELETE ON document BEGIN SELECT RAISE(ABORT, 'documents stay'); END;
      CREATE TRIGGER document_is_final BEFORE UPDATE OF id, name, size, hash, added_by, added_at, content ON document
      BEGIN SELECT RAISE(ABORT, 'documents are final'); END;
      """)
}
