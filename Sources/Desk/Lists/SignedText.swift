import TerminalKit

/// Signs that mean something wherever they stand (principle 4).
extension StyledText {
  /// A level of intent; those about to buy stand out.
  static func level(_ level: String) -> StyledText {
    StyledText(level, style: ["H", "A"].contains(level) ? .strong : .plain)
  }

  /// The figures that wear `<`.
  var markingShortfalls: StyledText {
    text.split(separator: " ").filter { $0.hasSuffix("<") }.reduce(self) { marked, word in
      let figure = word.drop { !($0.isASCII && $0.isNumber) }
      return marked.marking(figure, as: .short)
    }
  }

  /// A line that begins with its label.
  static func labelled(_ text: String) -> StyledText {
    StyledText(text).marking(text.prefix { $0 != " " }, as: .muted)
  }
}
