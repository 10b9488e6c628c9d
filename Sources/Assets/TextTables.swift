import Domain

/// The tables behind comparison and search of text, made at their first use (R5.2).
package enum TextTables {
  package static let folding = Folding(
    folds: Table("tables/folds.tsv").pairs { code, text in
      UInt32(code, radix: 16).flatMap(Unicode.Scalar.init).map { ($0, String(text)) }
    },
    simplified: Table("tables/trad_simp.tsv").pairs { traditional, simplified in
      guard let from = traditional.unicodeScalars.first else { return nil }
      return simplified.unicodeScalars.first.map { (from, $0) }
    })

  package static let pinyin = Pinyin(
    folding: folding,
    readings: Table("tables/pinyin.tsv").pairs { character, initials in
      character.unicodeScalars.first.map { ($0, String(initials)) }
    },
    phrases: Table("tables/pinyin_phrases.tsv").pairs { (String($0), String($1)) })
}

extension Table {
  /// What the first two fields of each row give, rows that give nothing left out.
  func pairs<Pair>(_ make: (Substring, Substring) -> Pair?) -> [Pair] {
    rows.compactMap { $0.count > 1 ? make($0[0], $0[1]) : nil }
  }
}
