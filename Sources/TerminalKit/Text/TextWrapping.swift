/// Breaks text into lines: between any two wide characters, else at blanks, and inside a word only when it is
/// longer than a line. A line end always breaks.
package enum TextWrapping {
  /// The lines of a text, the line ends and the blanks at a break left out.
  package static func lines(of text: String, columns: Int, atMost limit: Int = .max) -> [String] {
    // A line takes one character at least, and a shown one seldom more than a few bytes: the rest is not read.
    let enough = limit < 10_000 ? String(text.prefix(limit * max(columns, 1) + limit)) : text
    let characters = Array(enough)
    return ranges(of: characters, columns: columns).prefix(limit).map { range in
      var end = range.upperBound
      while end > range.lowerBound, isBlank(characters[end - 1]) { end -= 1 }
      return String(characters[range.lowerBound..<end])
    }
  }

  private static func isBlank(_ character: Character) -> Bool { character == " " || character.isNewline }

  /// The lines as ranges that lie end to end and cover everything; a line end belongs to the line it closes.
  /// After a closing line end, and for an empty text, comes an empty line: the caret can stand there.
  package static func ranges(of characters: [Character], columns: Int) -> [Range<Int>] {
    var breaker = LineBreaker(columns: max(columns, 1))
    for (index, character) in characters.enumerated() {
      breaker.read(character, at: index)
    }
    return breaker.finished(at: characters.count)
  }
}

private struct LineBreaker {
  let columns: Int
  private var lines: [Range<Int>] = []
  private var start = 0
  private var used = 0
  /// The last place in this line where it may break, and the columns used before it.
  private var chance: (index: Int, used: Int)?
  private var previous: Character?

  init(columns: Int) {
    self.columns = columns
  }

  mutating func read(_ character: Character, at index: Int) {
    if character.isNewline {
      close(at: index + 1)
      used = 0
      return
    }
    let width = TextWidth.of(character)
    if mayBreak(before: character, width: width) { chance = (index, used) }
    // A blank that does not fit hangs over the edge instead of beginning a line.
    while used + width > columns, character != " ", index > start { breakLine(before: index) }
    used += width
    previous = character
  }

  mutating func finished(at end: Int) -> [Range<Int>] {
    lines.append(start..<end)
    return lines
  }

  private func mayBreak(before character: Character, width: Int) -> Bool {
    guard let previous, character != " " else { return false }
    return previous == " " || width >= 2 || TextWidth.of(previous) >= 2
  }

  private mutating func breakLine(before index: Int) {
    if let chance, chance.index > start {
      let rest = used - chance.used
      close(at: chance.index)
      used = rest
    } else {
      close(at: index)
      used = 0
    }
  }

  private mutating func close(at index: Int) {
    lines.append(start..<index)
    start = index
    chance = nil
    previous = nil
  }
}
