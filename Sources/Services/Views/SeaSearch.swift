import Domain
import Storage

extension SeaQuery {
  /// A query for what somebody typed: words are found within the name or its initials, all of them (R5.10); a whole
  /// number is looked up as a number (R5.11).
  package init(searching text: String, tables: @autoclosure () -> HouseTables) {
    self.init()
    // An empty search needs no table, and must not wait for one to be made.
    let words = text.split(whereSeparator: \.isWhitespace)
    if words.isEmpty { return }
    let tables = tables()
    if let key = SeaQuery.number(text, tables) {
      numberKey = key
      return
    }
    self.words = words.compactMap { word in
      let folded = tables.folding.folded(String(word))
      if folded.isEmpty { return nil }
      let grams = folded.unicodeScalars.count > 1 ? tables.folding.grams(of: folded) : []
      return SearchWord(folded: folded, grams: grams, typed: String(word))
    }
  }

  /// Its words are found in all that a row shows: in the place, in who held it last, in the number as it is masked.
  func widened(in unit: ReadingUnit) throws -> SeaQuery {
    var query = self
    for index in words.indices {
      let typed = words[index].typed
      if typed.allSatisfy({ $0.isNumber || $0 == "-" || $0 == "*" }) {
        query.words[index].number = typed
        continue
      }
      query.words[index].places = try unit.store.sea.places(containing: typed)
      let former = Former(
        departments: try unit.store.people.departments(containing: typed),
        holders: try unit.store.people.people(containing: typed))
      if !former.departments.isEmpty || !former.holders.isEmpty { query.words[index].former = former }
    }
    return query
  }

  private static func number(_ text: String, _ tables: HouseTables) -> String? {
    let digits = text.filter { $0.isASCII && $0.isNumber }.count
    guard digits >= 7 else { return nil }
    let numbers = PhoneNumber.all(in: text, with: tables.numbers)
    guard numbers.count == 1, let only = numbers.first, only.isValid else { return nil }
    return only.collisionKey
  }
}
