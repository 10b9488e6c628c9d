import Domain

extension PhoneTables {
  /// The tables of the program, made at their first use (R5.3).
  package static let standard = PhoneTables(
    areaCodes: Table("tables/area_codes.tsv").pairs { code, _ in String(code) },
    mobilePrefixes: Table("tables/mobile_prefixes.tsv").pairs { prefix, _ in String(prefix) },
    words: Table("tables/phone_words.tsv").pairs { (String($0), role: String($1)) },
    areasByDivision: Dictionary(
      Table("tables/area_places.tsv").pairs { division, area in Int(division).map { ($0, String(area)) } },
      uniquingKeysWith: { first, _ in first }),
    gazetteer: { .standard },
    folding: { TextTables.folding })
}
