import TerminalKit

/// Underlines in names what a list was narrowed by.
struct SearchedName {
  private let words: [[Character]]
  private let fold: (String) -> String

  /// - Parameters:
  ///   - search: words; a field like `级:B` is not of the name.
  ///   - fold: makes text comparable (R5.2).
  init(_ search: String, fold: @escaping (String) -> String) {
    self.fold = fold
    words = search.split(whereSeparator: \.isWhitespace)
      .filter { !$0.contains { $0 == ":" || $0 == "：" } }
      .map { Array(fold(String($0))) }.filter { !$0.isEmpty }
  }

  var isEmpty: Bool { words.isEmpty }

  func marked(_ name: StyledText) -> StyledText {
    let places = places(in: name.text)
    let folded = places.map(\.character)
    return words.reduce(name) { marked, word in
      guard let start = folded.indices.first(where: { folded[$0...].starts(with: word) }) else {
        return marked
      }
      let columns = places[start].columns.lowerBound..<places[start + word.count - 1].columns.upperBound
      return marked.marking(columns: columns, as: .match)
    }
  }

  /// Character by character as it compares, with the columns where it stands.
  private func places(in name: String) -> [(character: Character, columns: Range<Int>)] {
    var column = 0
    return name.flatMap { character in
      let columns = column..<column + TextWidth.of(character)
      column = columns.upperBound
      return fold(String(character)).map { ($0, columns) }
    }
  }
}
