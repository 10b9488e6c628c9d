extension Migration {
  /// R5.9: which numbers an imported customer was said not to have, as bits; NULL for one that was typed in, and asked for all.
  static let importedAnswers = Migration(
    name: "answers of imported customers", sql: "ALTER TABLE customer ADD COLUMN answers INTEGER;")
}
