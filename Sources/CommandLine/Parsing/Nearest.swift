/// What somebody may have meant who typed a word that is not known.
enum Nearest {
  /// The known word with the fewest slips of the finger between it and what was typed; nil where even that has too many
  /// to be meant.
  static func word(to typed: String, among known: [String]) -> String? {
    let letters = Array(typed.lowercased().utf8)
    guard letters.count <= longest else { return nil }
    var nearest: String?
    // A third of the letters may be wrong, as compilers have it (Clang, Sema::CorrectTypo).
    var fewest = (letters.count + 2) / 3 + 1
    for word in known {
      let count = slips(from: letters, to: Array(word.utf8))
      if count < fewest { (nearest, fewest) = (word, count) }
    }
    return nearest
  }

  /// No known word is half as long.
  private static let longest = 40

  /// How many letters were left out, put in, mistaken, or swapped with the next (Damerau, 1964; as optimal string
  /// alignment).
  private static func slips(from typed: [UInt8], to known: [UInt8]) -> Int {
    var before: [Int] = []
    var last = Array(0...known.count)
    for (row, letter) in typed.enumerated() {
      var next = [row + 1]
      for (column, other) in known.enumerated() {
        var fewest = min(last[column] + (letter == other ? 0 : 1), last[column + 1] + 1, next[column] + 1)
        if row > 0, column > 0, letter == known[column - 1], typed[row - 1] == other {
          fewest = min(fewest, before[column - 1] + 1)
        }
        next.append(fewest)
      }
      (before, last) = (last, next)
    }
    return last[known.count]
  }
}
