import Domain

/// What somebody looks for in the sea, any combination (R5.10). Of a list, any one will do.
package struct SeaQuery: Sendable, Equatable {
  package var words: [SearchWord] = []
  /// A number, as numbers are compared.
  package var numberKey: String?
  package var industries: [String] = []
  package var intents: [String] = []
  /// Where it was held last; of several, all must fit.
  package var formers: [Former] = []
  /// Found in the place or in the address.
  package var place: String?
  /// Nobody has written a note about it yet.
  package var isUncalled = false
  package var releasedFrom: Instant?
  /// Exclusive.
  package var releasedBefore: Instant?
  package var isOldestFirst = false
  /// Tags as names are compared: any of each list, and of several lists all.
  package var tags: [[String]] = []
  package var limit = 50
  /// The last row of the page before.
  package var after: SeaCursor?
  /// Only what was released after this row was.
  package var newerThan: SeaCursor?

  package init() {}

  /// Held last in one of these departments, or by one of these people.
  package struct Former: Sendable, Equatable {
    package let departments: [DepartmentID]
    package let holders: [PersonID]

    package init(departments: [DepartmentID], holders: [PersonID] = []) {
      self.departments = departments
      self.holders = holders
    }
  }

  /// A few values of an indexed column are looked up one by one, each in the order of its index.
  var arms: [SeaQuery] {
    let few = 2...12
    if few.contains(industries.count) { return split(\.industries) }
    if industries.isEmpty, formers.isEmpty, few.contains(intents.count) { return split(\.intents) }
    if formers.count == 1, formers[0].holders.isEmpty, few.contains(formers[0].departments.count) {
      return formers[0].departments.map { department in
        var arm = self
        arm.formers = [Former(departments: [department])]
        return arm
      }
    }
    return [self]
  }

  private func split<Value>(_ values: WritableKeyPath<SeaQuery, [Value]>) -> [SeaQuery] {
    self[keyPath: values].map { value in
      var arm = self
      arm[keyPath: values] = [value]
      return arm
    }
  }

  /// Whether it looks for words and for nothing else.
  var isOfWordsAlone: Bool {
    var plain = SeaQuery()
    plain.words = words
    plain.isOldestFirst = isOldestFirst
    plain.limit = limit
    return self == plain
  }

  func precedes(_ one: SeaCursor, _ other: SeaCursor) -> Bool {
    isOldestFirst ? one < other : other < one
  }
}

/// A word to be found within the name or within its initials, or in what else a row shows.
package struct SearchWord: Sendable, Equatable {
  /// As names are compared.
  package let folded: String
  /// Its pairs of characters; empty for a single character, which the index can't find.
  package let grams: [String]
  /// The places within whose name it is found.
  package var places: [String] = []
  /// Who held it last, by this word.
  package var former: SeaQuery.Former?
  /// To be found in a number as it is shown, masked.
  package var number: String?

  /// Nothing but a name can have it: then the full-text index finds it.
  var isOfNamesAlone: Bool { places.isEmpty && former == nil && number == nil }

  /// As it was typed.
  package let typed: String

  package init(folded: String, grams: [String], typed: String = "") {
    self.folded = folded
    self.grams = grams
    self.typed = typed
  }
}

/// Where a page of the sea ended.
package struct SeaCursor: Sendable, Hashable, Comparable {
  package let releasedAt: Instant
  package let id: CustomerID

  package init(releasedAt: Instant, id: CustomerID) {
    self.releasedAt = releasedAt
    self.id = id
  }

  package static func < (one: SeaCursor, other: SeaCursor) -> Bool {
    (one.releasedAt, one.id) < (other.releasedAt, other.id)
  }

  package var text: String { "\(releasedAt.seconds)-\(id.value)" }

  package init?(_ text: String) {
    guard let dash = text.lastIndex(of: "-"), let seconds = Int64(text[..<dash]),
      let id = Int64(text[text.index(after: dash)...])
    else { return nil }
    self.init(releasedAt: Instant(seconds: seconds), id: CustomerID(id))
  }
}

/// The WHERE clause of a search of the sea.
struct SeaCondition {
  private(set) var sql = "customer.state = 'unassigned'"
  private(set) var values: [any Bindable] = []

  init(_ query: SeaQuery) {
    for word in query.words { add(word) }
    if let key = query.numberKey {
      add("customer.id IN (SELECT customer FROM number WHERE collision_key = ?)", [key])
    }
    // What follows AND lets the planner use the partial index.
    if !query.industries.isEmpty { add("\(any("industry", query.industries)) AND industry <> ''") }
    if !query.intents.isEmpty {
      let partial = query.intents.contains("0") ? "" : " AND intent <> '0'"
      add(any("intent", query.intents) + partial)
    }
    for former in query.formers { add(former) }
    if let place = query.place { add("(instr(place, ?) > 0 OR instr(address, ?) > 0)", [place, place]) }
    if query.isUncalled { add("last_note_at IS NULL") }
    for tags in query.tags {
      add("EXISTS (SELECT 1 FROM tag WHERE tag.customer = customer.id AND \(any("tag.folded", tags)))")
    }
    addTimes(query)
  }

  private mutating func add(_ word: SearchWord) {
    values += [word.folded, word.folded]
    var either = ["instr(folded, ?) > 0", "instr(initials, ?) > 0"]
    if let number = word.number {
      values.append(number)
      either.append("instr(masked, ?) > 0")
    }
    if !word.places.isEmpty { either.append(any("place", word.places)) }
    if let former = word.former { either += arms(former) }
    add("(\(either.joined(separator: " OR ")))")
  }

  private mutating func arms(_ former: SeaQuery.Former) -> [String] {
    var either: [String] = []
    if !former.departments.isEmpty { either.append(any("former_department", former.departments)) }
    if !former.holders.isEmpty { either.append(any("former_holder", former.holders)) }
    return either
  }

  private mutating func add(_ former: SeaQuery.Former) {
    let either = arms(former)
    let fits = either.isEmpty ? "0" : either.joined(separator: " OR ")
    add("(\(fits)) AND former_department IS NOT NULL")
  }

  private mutating func addTimes(_ query: SeaQuery) {
    if let from = query.releasedFrom { add("released_at >= ?", [from]) }
    if let before = query.releasedBefore { add("released_at < ?", [before]) }
    if let after = query.after {
      let sign = query.isOldestFirst ? ">" : "<"
      add("(released_at, customer.id) \(sign) (?, ?)", [after.releasedAt, after.id])
    }
    if let newest = query.newerThan {
      add("(released_at, customer.id) > (?, ?)", [newest.releasedAt, newest.id])
    }
  }

  /// Equality for one value: only that keeps the order of an index.
  private mutating func any(_ column: String, _ wanted: [any Bindable]) -> String {
    values += wanted
    if wanted.count == 1 { return "\(column) = ?" }
    return "\(column) IN (\(wanted.map { _ in "?" }.joined(separator: ", ")))"
  }

  private mutating func add(_ condition: String, _ bound: [any Bindable] = []) {
    sql += " AND \(condition)"
    values += bound
  }
}
