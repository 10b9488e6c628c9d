/// What numbers are read with: area codes, mobile prefixes, and the divisions that say which area an address lies in.
package final class PhoneTables: Sendable {
  private let areaCodes: Set<String>
  private let mobilePrefixes: Set<String>
  private let areasByDivision: [Int: String]
  let words: PhoneWords
  private let gazetteer: @Sendable () -> Gazetteer
  private let folding: @Sendable () -> Folding

  /// - Parameters:
  ///   - areaCodes: with their zero: 010, 0512.
  ///   - mobilePrefixes: of three or four digits.
  ///   - words: a word beside numbers and its role as in phone_words.tsv.
  ///   - areasByDivision: the area code by the code of a province, city or county.
  ///   - gazetteer: asked for with the first address, so that reading a number alone needs none.
  package init(
    areaCodes: [String], mobilePrefixes: [String], words: [(String, role: String)],
    areasByDivision: [Int: String],
    gazetteer: @escaping @Sendable () -> Gazetteer, folding: @escaping @Sendable () -> Folding
  ) {
    self.areaCodes = Set(areaCodes)
    self.mobilePrefixes = Set(mobilePrefixes)
    self.words = PhoneWords(words)
    self.areasByDivision = areasByDivision
    self.gazetteer = gazetteer
    self.folding = folding
  }

  /// "none" is an answer to a field that is asked for (R5.9), and so are the other words for it: 暂无, --, N/A.
  package func saysNone(_ text: String) -> Bool { words.isPlaceholder(text) }

  /// The area code that begins these digits: two digits behind the zero for the largest cities, else three.
  func areaCode(beginning digits: String) -> String? {
    [4, 3].map { String(digits.prefix($0)) }.first { areaCodes.contains($0) }
  }

  /// Whether there is such an area, with its zero.
  package func isAreaCode(_ text: String) -> Bool { areaCodes.contains(text) }

  func isMobile(_ digits: String) -> Bool {
    guard digits.utf8.count == 11 else { return false }
    return [3, 4].contains { mobilePrefixes.contains(String(digits.prefix($0))) }
  }

  /// The area code, with its zero, of the city named in an address, within its first twelve characters; nil where none is
  /// or where the name is that of several.
  package func areaCode(ofAddress address: String) -> String? {
    let text = folding().scalars(of: String(address.unicodeScalars.prefix(60)))
    for start in text.indices.prefix(12) {
      let areas = Set(places(in: text, from: start).compactMap(areaCode))
      if !areas.isEmpty { return areas.count == 1 ? areas.first : nil }
    }
    return nil
  }

  /// The divisions named here, one below the other: the last of them. 中国 and a province alone name no area.
  private func places(in text: [Unicode.Scalar], from start: Int) -> [Gazetteer.Place] {
    var places: [Gazetteer.Place] = []
    var place = start
    let gazetteer = gazetteer()
    while let match = gazetteer.matches(in: text, from: place, below: places).first {
      if !match.isFull, places.isEmpty, match.places.allSatisfy({ $0.level == 3 && $0.isDistrict }) { break }
      (place, places) = (match.end, match.places)
    }
    return places
  }

  private func areaCode(of place: Gazetteer.Place) -> String? {
    areasByDivision[place.code] ?? areasByDivision[place.code / 100 * 100]
      ?? areasByDivision[place.code / 10_000 * 10_000]
  }
}
