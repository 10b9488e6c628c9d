import Domain

extension WhenVocabulary {
  /// The words and festivals of the program, made at their first use (R6.2).
  package static let standard = WhenVocabulary(
    words: Table("tables/when_words.tsv").pairs { (String($0), meaning: String($1)) },
    festivals: days(of: "festivals"), feasts: days(of: "feasts"))

  private static func days(of table: String) -> [(String, Day)] {
    Table("tables/\(table).tsv").pairs { name, day in Day(iso: day).map { (String(name), $0) } }
  }
}
