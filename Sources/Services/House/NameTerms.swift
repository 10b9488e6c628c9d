import Domain
import Storage

/// By what a customer is found: all of it follows from its name and the tables, and can be made anew.
struct NameTerms: Equatable {
  /// Ways of reading a name by its initials that are kept for search.
  private static let readings = 4

  /// The name as names are compared (R5.2), and its pinyin initials.
  let folded: String
  let initials: String
  /// What the search index holds: the pairs of characters of the name and of its initials.
  let grams: [String]

  /// - Parameter aliases: the names and initials of what was merged into it (R3.11), kept beside its own.
  init(_ name: String, aliases: [String] = [], _ tables: HouseTables) {
    folded = tables.folding.folded(name)
    let readings = tables.pinyin.allInitials(of: name).prefix(NameTerms.readings)
    initials = (readings + aliases).joined(separator: " ")
    grams = NameTerms.grams(of: name, initials: initials, tables)
  }

  static func grams(of name: String, initials: String, _ tables: HouseTables) -> [String] {
    var seen: Set<String> = []
    let readings = initials.split(separator: " ").flatMap { tables.folding.grams(of: String($0)) }
    return (tables.folding.grams(of: name) + readings).filter { seen.insert($0).inserted }
  }
}

extension StoredName {
  /// The key by which the same company is found (R5.1).
  func key(_ tables: HouseTables) -> String {
    kind == .company ? CompanyName(parsing: name, with: tables.names).key : ""
  }

  /// Whether everything it is found by is what its name makes it.
  func agrees(with terms: NameTerms, _ tables: HouseTables) -> Bool {
    folded == terms.folded && initials == terms.initials && (key == nil || key == key(tables))
  }
}
