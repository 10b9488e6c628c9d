/// Text being edited: characters as a reader counts them, and a caret before one of them or at the end.
package struct EditBuffer: Hashable, Sendable {
  package private(set) var characters: [Character] = []
  /// 0 to the number of characters.
  package private(set) var caret = 0
  /// Characters of one line, bytes of several: so much it can hold.
  package let limit: Int
  package let allowsNewlines: Bool
  /// What was not taken of all that was put in: whoever did it is told.
  package private(set) var loss = Loss()

  package struct Loss: Hashable, Sendable {
    /// Characters for which there was no room.
    package fileprivate(set) var characters = 0
    /// What nobody sees and no text needs: marks of writing direction and of no width, and control characters.
    package fileprivate(set) var marks = 0

    package init() {}
  }

  package init(_ text: String = "", limit: Int = 4_096, allowsNewlines: Bool = false) {
    self.limit = limit
    self.allowsNewlines = allowsNewlines
    // What it begins with is there already, however much it is.
    characters = Array(cleaned(allowsNewlines ? text[...] : text.prefix(limit)))
    caret = characters.count
  }

  package var text: String { String(characters) }
  package var isEmpty: Bool { characters.isEmpty }

  // MARK: editing

  /// How much there is still room for, as it is counted.
  package var room: Int {
    let used = allowsNewlines ? characters.reduce(0) { $0 + $1.utf8.count } : characters.count
    return max(limit - used, 0)
  }

  /// Inserts at the caret as one edit. Control characters are left out; a line end is a blank where there are no lines. Of
  /// what there is no room for a line takes the beginning; a text of several lines takes nothing, and stays as it was.
  package mutating func insert(_ text: String) {
    let new = Array(fitting(text))
    guard !new.isEmpty else { return }
    characters.insert(contentsOf: new, at: caret)
    let start = caret
    caret += new.count
    joinNeighbours()
    joinNeighbours(at: start)
  }

  private mutating func fitting(_ text: String) -> String {
    let room = room
    // A character of a reader has few scalars: beyond that, nothing of a huge paste is looked at.
    let whole = text.unicodeScalars.count <= (room + 1) * 16
    let clean = cleaned(whole ? text[...] : String(text.unicodeScalars.prefix((room + 1) * 16))[...])
    let isTooMuch = !whole || (allowsNewlines ? clean.utf8.count : clean.count) > room
    if isTooMuch {
      let taken = allowsNewlines ? "" : String(clean.prefix(room))
      loss.characters += text.count - taken.count
      return taken
    }
    loss.marks += text.unicodeScalars.count { $0.isLeftOut }
    return clean
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

  /// A line end is one, however it is written.
  private func cleaned(_ text: Substring) -> String {
    var clean = ""
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars where !scalar.isLeftOut {
      switch scalar.value {
      case 0x0A where previous == "\r": break
      case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: clean.append(allowsNewlines ? "\n" : " ")
      case 0x09: clean.append(" ")
      default: clean.unicodeScalars.append(scalar)
      }
      previous = scalar
    }
    return clean
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

extension Unicode.Scalar {
  /// Line ends and tabs are text, other control characters are none.
  fileprivate var isLeftOut: Bool {
    switch value {
    case 0x09, 0x0A, 0x0D, 0x85: false
    case 0x00...0x1F, 0x7F...0x9F: true
    default: isUnseenMark
    }
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
