import Domain

extension WhenVocabulary {
  /// The words and festivals of the program, made at their first use (R6.2).
  package static let standard = WhenVocabulary(
    words: Table("tables/when_words.tsv").pairs { (String($0), meaning: String($1)) },
    festivals: Table("tables/festivals.tsv").pairs { festival, day in
      Day(iso: day).map { (String(festival), $0) }
    })
}
