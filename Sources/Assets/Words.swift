/// The languages the program speaks.
package enum Language: String, Sendable, CaseIterable {
  case chinese = "zh-Hans"
  case english = "en"

  package var other: Language { self == .chinese ? .english : .chinese }
}

/// Every text a user reads, by its key, in one language (Resources/words). `{name}` in a text is filled in.
package struct Words: Sendable {
  package let language: Language

  package init(_ language: Language) {
    self.language = language
  }

  /// The text of this key; the key itself where there is none, so that a slip shows instead of a blank.
  package subscript(key: String) -> String { text(key) ?? key }

  package func has(_ key: String) -> Bool { text(key) != nil }

  private func text(_ key: String) -> String? {
    WordIndex.shared.text(key, column: language == .chinese ? 1 : 2)
  }

  /// The text of this key with its places filled in; what a value holds is never a place itself.
  package func callAsFunction(_ key: String, _ values: KeyValuePairs<String, String>) -> String {
    filled(key) { name in values.first { $0.key == name }?.value }
  }

  /// The same, with the values by their names.
  package func filled(_ key: String, by value: (Substring) -> String?) -> String {
    Words.filling(self[key], by: value)
  }

  /// A text that is none of the program's own, with its places filled in. `{count:day|days}` is the word for one or for
  /// several, by the value of that name.
  package static func filling(_ text: String, by value: (Substring) -> String?) -> String {
    let text = text.utf8
    var filled = ""
    var start = text.startIndex
    while let open = text[start...].firstIndex(of: UInt8(ascii: "{")),
      let close = text[open...].firstIndex(of: UInt8(ascii: "}"))
    {
      filled += Substring(text[start..<open])
      let place = text[text.index(after: open)..<close]
      filled += filling(place: Substring(place), by: value) ?? Substring(text[open...close])
      start = text.index(after: close)
    }
    return filled + Substring(text[start...])
  }

  private static func filling(place: Substring, by value: (Substring) -> String?) -> Substring? {
    guard let colon = place.utf8.firstIndex(of: UInt8(ascii: ":")),
      let bar = place[colon...].utf8.firstIndex(of: UInt8(ascii: "|"))
    else { return value(place)?[...] }
    return value(place[..<colon]).map { number in
      number == "1" ? place[place.index(after: colon)..<bar] : place[place.index(after: bar)...]
    }
  }
}
