import Assets

/// Makes company names of division, trade name, industry and form, no two alike.
struct NameMaker {
  struct Name {
    let text: String
    let site: Site
  }

  private let sites: [Site]
  private let firsts: [Character]
  private let seconds: [Character]
  private let industries: [String]
  private let forms: [String]
  /// FNV-1a of every name given out: 8 bytes a name, and no seed of the process in it.
  private var given: Set<UInt64> = []

  init(using numbers: inout SeededNumbers) {
    sites = Sites.all().shuffled(using: &numbers)
    let trades = Table("demo/customers.tsv").rows.compactMap { $0.count > 7 ? $0[7] : nil }
    firsts = NameMaker.distinct(trades.compactMap(\.first))
    seconds = NameMaker.distinct(trades.compactMap(\.last))
    industries = NameMaker.words("tables/industry_words.tsv", role: "industry", length: 2...4)
      .shuffled(using: &numbers)
    forms = NameMaker.words("tables/name_words.tsv", role: "form", length: 1...6)
      .filter { $0.utf8.count > $0.count }
  }

  mutating func next(using numbers: inout SeededNumbers) -> Name {
    while true {
      guard let site = numbers.skewed(of: sites) else { return Name(text: "", site: .nowhere) }
      let text = division(site, &numbers) + tradeAndIndustry(&numbers) + form(&numbers)
      if given.insert(NameMaker.hash(text)).inserted { return Name(text: text, site: site) }
    }
  }

  private func division(_ site: Site, _ numbers: inout SeededNumbers) -> String {
    switch numbers.below(10) {
    case 0: ""
    case 1, 2: site.cityInFull
    case 3: site.cityInFull + site.county
    default: site.city
    }
  }

  private func tradeAndIndustry(_ numbers: inout SeededNumbers) -> String {
    var text = ""
    if let first = numbers.one(of: firsts), let second = numbers.one(of: seconds) {
      text = "\(first)\(second)"
    }
    text += numbers.skewed(of: industries) ?? ""
    if numbers.percent(15) { text += numbers.skewed(of: industries) ?? "" }
    return text
  }

  private func form(_ numbers: inout SeededNumbers) -> String {
    numbers.percent(85) ? "有限公司" : numbers.one(of: forms) ?? ""
  }

  private static func words(_ table: String, role: String, length: ClosedRange<Int>) -> [String] {
    Table(table).rows.filter { $0.count > 1 && $0[1] == role && length.contains($0[0].count) }
      .map { String($0[0]) }
  }

  private static func distinct(_ characters: [Character]) -> [Character] {
    Array(Set(characters)).sorted()
  }

  private static func hash(_ text: String) -> UInt64 {
    text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}

extension Site {
  fileprivate static let nowhere = Site(
    city: "", cityInFull: "", county: "", address: "", areaCode: "010", digits: 8)
}
