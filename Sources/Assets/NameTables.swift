import Domain

extension NameTables {
  /// The tables of the program, made at their first use (R5.1).
  package static let standard = NameTables(
    folding: TextTables.folding,
    gazetteer: Gazetteer.standard,
    words: Table("tables/name_words.tsv").pairs { (String($0), role: String($1)) },
    industries: Table("tables/industry_words.tsv").pairs { (String($0), isTail: $1 == "tail") },
    asides: Table("tables/name_asides.tsv").pairs { (String($0), role: String($1)) })
}

extension Gazetteer {
  /// The divisions of the program's tables, made at their first use.
  package static let standard = Gazetteer(
    places: Table("tables/divisions.tsv").rows.compactMap { row in
      guard row.count > 3, let code = Int(row[0]), let level = Int(row[1]) else { return nil }
      return (code, level, String(row[2]), String(row[3]))
    },
    towns: Dictionary(
      Table("tables/towns.tsv").pairs { county, towns in Int(county).map { ($0, String(towns)) } },
      uniquingKeysWith: { first, _ in first }),
    folding: TextTables.folding)
}
