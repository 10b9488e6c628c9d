import Domain

extension TeamTexts {
  /// The phrases and scripts that come with the program, for whoever has none of his own (R6.7).
  package static func shipped(_ language: Language) -> TeamTexts {
    let column = language == .chinese ? 2 : 3
    let rows = Table("team_texts.tsv").rows.compactMap { row -> (Key, String)? in
      guard row.count > column, let kind = Kind(rawValue: String(row[0])), let number = Int(row[1]) else {
        return nil
      }
      return (Key(kind, number), String(row[column]))
    }
    // A script has a row a line.
    let texts = Dictionary(rows) { "\($0)\n\($1)" }
    return TeamTexts(texts.mapValues { Entry($0) })
  }
}
