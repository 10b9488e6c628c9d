/// The administrative divisions (行政区划) by their names: provinces, cities, counties, and the towns below a county.
package struct Gazetteer: Sendable {
  /// A division by its code of six digits (GB/T 2260): two for the province, two for the city, two for the county.
  package struct Place: Hashable, Sendable {
    package let code: Int
    /// 0 the country, 1 a province, 2 a city, 3 a county.
    package let level: Int

    /// A district (区) of a city: its last two digits are below 21; what lies right below its province (90) is none.
    var isDistrict: Bool { level == 3 && code % 100 < 21 && code / 100 % 100 != 90 }

    func lies(in other: Place) -> Bool {
      switch other.level {
      case 0: level == 1 || level == 2
      case 1: level > 1 && code / 10_000 == other.code / 10_000
      case 2: level > 2 && code / 100 == other.code / 100
      default: false
      }
    }
  }

  /// A division found at a place of a text; several may bear the name.
  struct Match {
    let end: Int
    let places: [Place]
    /// Written with its 省, 市, 县 ..., not short.
    let isFull: Bool
  }

  private var trie = WordTrie()
  private var entries: [(places: [Place], isFull: Bool)] = []
  private let towns: [Int: String]

  /// - Parameters:
  ///   - places: code, level, name and short name of each division.
  ///   - towns: the towns of a county by its code, their short names with blanks between.
  package init(
    places: [(code: Int, level: Int, name: String, short: String)], towns: [Int: String], folding: Folding
  ) {
    self.towns = towns
    let country = Place(code: 0, level: 0)
    add(country, named: "中国".unicodeScalars.map { $0 }, isFull: true)
    for place in places {
      let found = Place(code: place.code, level: place.level)
      let (name, short) = (folding.scalars(of: place.name), folding.scalars(of: place.short))
      add(found, named: name, isFull: true)
      if short.count > 1, short != name { add(found, named: short, isFull: false) }
      if found.isDistrict, short.count > 1, short.last != "城" {
        for suffix in Gazetteer.formerSuffixes { add(found, named: short + suffix, isFull: true) }
      }
    }
  }

  /// Many a district of today was a city or a county, and is so in names and addresses: 吴江市, 大足县.
  private static let formerSuffixes: [[Unicode.Scalar]] = [["市"], ["县"]]

  private mutating func add(_ place: Place, named name: [Unicode.Scalar], isFull: Bool) {
    if let index = trie.value(of: name) {
      entries[index].places.append(place)
    } else {
      trie.insert(name, value: entries.count)
      entries.append(([place], isFull))
    }
  }

  /// The divisions whose name begins here, longest first; below one of `parents` where there are any.
  func matches(in text: [Unicode.Scalar], from start: Int, below parents: [Place]) -> [Match] {
    var matches: [Match] = []
    trie.forEachWord(in: text, from: start) { end, index in
      let entry = entries[index]
      let places = entry.places.filter { place in
        parents.isEmpty || parents.contains { place.lies(in: $0) }
      }
      if places.isEmpty { return }
      matches.insert(Match(end: end, places: places, isFull: entry.isFull), at: 0)
    }
    return matches
  }

  /// Where a town of one of these counties, named here, ends; with 镇, 乡 or 街道, or short.
  func town(
    in text: [Unicode.Scalar], from start: Int, below counties: [Place]
  ) -> (end: Int, isFull: Bool)? {
    let rest = text[start...].prefix(8)
    let names = counties.compactMap { towns[$0.code] }.flatMap { $0.split(separator: " ") }
    let fitting = names.map { Array($0.unicodeScalars) }.filter { rest.starts(with: $0) }
    guard let longest = fitting.max(by: { $0.count < $1.count }) else { return nil }
    let behind = rest.dropFirst(longest.count)
    for suffix in ["街道", "镇", "乡"] where behind.starts(with: suffix.unicodeScalars) {
      return (start + longest.count + suffix.unicodeScalars.count, true)
    }
    return (start + longest.count, false)
  }
}
