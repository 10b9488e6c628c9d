/// Text being edited: characters as a reader counts them, and a caret before one of them or at the end.
package struct EditBuffer: Hashable, Sendable {
  package private(set) var characters: [Character] = []
  /// 0 to the number of characters.
  package private(set) var caret = 0
  /// Characters it can hold; what is beyond is not taken.
  package let limit: Int
  package let allowsNewlines: Bool

  package init(_ text: String = "", limit: Int = 4_096, allowsNewlines: Bool = false) {
    self.limit = limit
    self.allowsNewlines = allowsNewlines
    insert(text)
  }

  package var text: String { String(characters) }
  package var isEmpty: Bool { characters.isEmpty }

  // MARK: editing

  /// Inserts at the caret as one edit. Control characters are left out; a line end is a blank where there are no lines.
  package mutating func insert(_ text: String) {
    let room = max(limit - characters.count, 0)
    let new = Array(cleaned(text, atMost: room))
    guard !new.isEmpty else { return }
    characters.insert(contentsOf: new, at: caret)
    let start = caret
    caret += new.count
    joinNeighbours()
    joinNeighbours(at: start)
  }

  package mutating func deleteBackward() { delete(caret - 1..<caret) }
  package mutating func deleteForward() { delete(caret..<caret + 1) }
  package mutating func deleteWordBackward() { delete(previousWord..<caret) }
  package mutating func deleteToLineStart() { delete(lineStart..<caret) }
  package mutating func deleteToLineEnd() { delete(caret..<max(lineEnd, caret)) }

  package mutating func clear() {
    characters = []
    caret = 0
  }

  private mutating func delete(_ range: Range<Int>) {
    let range = range.clamped(to: 0..<characters.count)
    characters.removeSubrange(range)
    if caret >= range.upperBound { caret -= range.count } else { caret = min(caret, range.lowerBound) }
    joinNeighbours()
  }

  /// A mark that now follows a letter is one character with it.
  private mutating func joinNeighbours(at place: Int? = nil) {
    let place = place ?? caret
    guard place > 0, place < characters.count else { return }
    let joined = Array(String(characters[place - 1]) + String(characters[place]))
    guard joined.count == 1 else { return }
    characters.replaceSubrange(place - 1...place, with: joined)
    if caret > place { caret -= 1 }
  }

  private func cleaned(_ text: String, atMost room: Int) -> String {
    var clean = ""
    // A character of a reader has few scalars: beyond that, nothing of a huge paste is looked at.
    for scalar in text.unicodeScalars.prefix(room * 16) {
      switch scalar.value {
      case 0x0A, 0x85, 0x2028, 0x2029: clean.append(allowsNewlines ? "\n" : " ")
      case 0x09: clean.append(" ")
      case 0x00...0x1F, 0x7F...0x9F: continue
      default: clean.unicodeScalars.append(scalar)
      }
    }
    return String(clean.prefix(room))
  }

  // MARK: moving

  package mutating func moveCaret(to place: Int) { caret = min(max(place, 0), characters.count) }
  package mutating func moveCaret(by count: Int) { moveCaret(to: caret + count) }
  package mutating func moveToLineStart() { caret = lineStart }
  package mutating func moveToLineEnd() { caret = lineEnd }
  package mutating func moveToPreviousWord() { caret = previousWord }
  package mutating func moveToNextWord() { caret = nextWord }

  private var lineStart: Int {
    characters[..<caret].lastIndex(of: "\n").map { $0 + 1 } ?? 0
  }

  private var lineEnd: Int {
    characters[caret...].firstIndex(of: "\n") ?? characters.count
  }

  private var previousWord: Int {
    var place = caret
    while place > 0, WordKind(characters[place - 1]) == .none { place -= 1 }
    guard place > 0 else { return 0 }
    let kind = WordKind(characters[place - 1])
    while place > 0, WordKind(characters[place - 1]) == kind { place -= 1 }
    return place
  }

  private var nextWord: Int {
    var place = caret
    while place < characters.count, WordKind(characters[place]) == .none { place += 1 }
    guard place < characters.count else { return place }
    let kind = WordKind(characters[place])
    while place < characters.count, WordKind(characters[place]) == kind { place += 1 }
    return place
  }
}

/// Chinese has no blanks between words: a run of it is a word of its own beside Latin letters and digits.
private enum WordKind {
  case han, other, none

  init(_ character: Character) {
    if character.unicodeScalars.first?.isHan == true {
      self = .han
    } else {
      self = character.isLetter || character.isNumber ? .other : .none
    }
  }
}
