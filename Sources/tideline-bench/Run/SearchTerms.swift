import Domain

/// What people type into the search of the sea, drawn from the base itself.
struct SearchTerms {
  let name: String
  let terms: [String]

  static func all(_ base: BenchBase) throws -> [SearchTerms] {
    let ids = try base.drawn(400, where: "state = 'unassigned'", seed: 21)
    let (name, initials) = (
      try base.bare.statement("SELECT folded FROM customer WHERE id = ?"),
      try base.bare.statement("SELECT initials FROM customer WHERE id = ?")
    )
    let names = ids.flatMap { name.texts(.integer($0.value)) }
    let readings = ids.flatMap { initials.texts(.integer($0.value)) }
    var numbers = SeededNumbers(seed: 22)
    return [
      SearchTerms(name: "2 characters, random", terms: pieces(of: names, length: 2, 300, &numbers)),
      SearchTerms(name: "3 characters, random", terms: pieces(of: names, length: 3, 100, &numbers)),
      SearchTerms(name: "5 characters, random", terms: pieces(of: names, length: 5, 100, &numbers)),
      SearchTerms(name: "common", terms: ["有限", "公司", "有限公司", "科技", "机械", "苏州"]),
      SearchTerms(name: "none", terms: ["齾龘", "鑫齾", "苏齾"]),
      SearchTerms(name: "4 initials, random", terms: pieces(of: readings, length: 4, 100, &numbers)),
    ]
  }

  /// Parts of this many characters, no two alike.
  private static func pieces(
    of texts: [String], length: Int, _ count: Int, _ numbers: inout SeededNumbers
  ) -> [String] {
    var seen: Set<String> = []
    var pieces: [String] = []
    for text in texts where pieces.count < count {
      let characters = Array(text.split(separator: " ").first ?? "")
      guard characters.count >= length else { continue }
      let start = numbers.below(characters.count - length + 1)
      let piece = String(characters[start..<start + length])
      if seen.insert(piece).inserted { pieces.append(piece) }
    }
    return pieces
  }
}
