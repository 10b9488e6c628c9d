/// The languages the program speaks.
package enum Language: String, Sendable, CaseIterable {
  case chinese = "zh-Hans"
  case english = "en"
}

/// Every text a user reads, by its key, in one language (Resources/words). `{name}` in a text is filled in.
package struct Words: Sendable {
  package let language: Language
  private let texts: [String: String]

  package init(_ language: Language) {
    self.language = language
    let column = language == .chinese ? 1 : 2
    var texts: [String: String] = [:]
    for name in Asset.names where name.hasPrefix("words/") {
      Table(name).forEachRow { row in
        if row.count > column { texts[String(row[0])] = String(row[column]) }
      }
    }
    self.texts = texts
  }

  /// The text of this key; the key itself where there is none, so that a slip shows instead of a blank.
  package subscript(key: String) -> String {
    texts[key] ?? key
  }

  package func has(_ key: String) -> Bool { texts[key] != nil }

  /// The text of this key with its places filled in. One pass over the bytes: a screen does it for every cell.
  package func callAsFunction(_ key: String, _ values: KeyValuePairs<String, String>) -> String {
    var rest = self[key][...]
    var text = ""
    while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")),
      let close = rest.utf8[open...].firstIndex(of: UInt8(ascii: "}"))
    {
      let end = rest.utf8.index(after: close)
      let name = rest[rest.utf8.index(after: open)..<close]
      text += rest[..<open]
      if let value = values.first(where: { $0.key == name })?.value {
        text += value
      } else {
        text += rest[open..<end]
      }
      rest = rest[end...]
    }
    return text + rest
  }
}
