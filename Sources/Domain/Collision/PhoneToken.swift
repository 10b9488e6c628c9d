/// What a field of numbers is made of.
enum PhoneToken: Equatable {
  case digits(String)
  /// + before a country code
  case plus
  /// Blanks and colons, which may stand inside a number or between two.
  case blank
  /// Dashes, dots and brackets, which stand inside a number.
  case joint
  /// Commas, slashes, 、 and whatever never stands inside a number.
  case separator
  /// 转, 分机, ext, x, #, *
  case extensionMark
  /// 传真, fax
  case faxLabel
  /// 电话, 手机, Tel, M
  case otherLabel
  case word

  /// Calls the body with the tokens of the text, in their order; in time linear to its length.
  static func scan(_ text: String, _ body: (PhoneToken) -> Void) {
    var digits = ""
    var word: [Unicode.Scalar] = []
    func flush() {
      if !digits.isEmpty { body(.digits(digits)) }
      tokens(of: word).forEach(body)
      digits = ""
      word = []
    }
    for scalar in text.unicodeScalars.lazy.compactMap(narrowed) {
      if ("0"..."9").contains(scalar) {
        if !word.isEmpty { flush() }
        digits.unicodeScalars.append(scalar)
      } else if scalar.properties.isAlphabetic {
        if !digits.isEmpty { flush() }
        word.append(scalar)
      } else {
        flush()
        body(token(of: scalar))
      }
    }
    flush()
  }

  /// The half-width form of a full-width character; nil for what does not show, as the marks of direction.
  private static func narrowed(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    if (0xFF01...0xFF5E).contains(scalar.value) { return Unicode.Scalar(scalar.value - 0xFEE0) }
    return scalar.properties.generalCategory == .format ? nil : scalar
  }

  private static func token(of scalar: Unicode.Scalar) -> PhoneToken {
    switch scalar {
    case "+": .plus
    case "#", "*": .extensionMark
    case ".", "·", "•", "_", "(", ")", "[", "]", "−", "﹣", "ー": .joint
    case " ", "\u{A0}", "\u{3000}", ":": .blank
    default: scalar.properties.generalCategory == .dashPunctuation ? .joint : .separator
    }
  }

  /// A word may hold several marks: 总机转 is a word and the mark of an extension.
  private static func tokens(of word: [Unicode.Scalar]) -> [PhoneToken] {
    guard let first = word.first else { return [] }
    if first.isASCII { return [labels[String(word).lowercased()] ?? .word] }
    let known = ["传真", "傳真", "电话", "電話", "手机", "手機", "座机", "座機", "转", "轉", "分机", "分機"]
    let text = String(word)
    let found = known.filter { text.contains($0) }.compactMap { labels[$0] }
    return found.isEmpty ? [.word] : found
  }

  private static let labels: [String: PhoneToken] = [
    "传真": .faxLabel, "傳真": .faxLabel, "fax": .faxLabel, "f": .faxLabel, "电话": .otherLabel, "電話": .otherLabel,
    "手机": .otherLabel, "手機": .otherLabel, "座机": .otherLabel, "座機": .otherLabel, "tel": .otherLabel,
    "t": .otherLabel, "m": .otherLabel, "mob": .otherLabel, "mobile": .otherLabel, "phone": .otherLabel,
    "p": .otherLabel, "cell": .otherLabel, "转": .extensionMark, "轉": .extensionMark, "分机": .extensionMark,
    "分機": .extensionMark, "x": .extensionMark, "ext": .extensionMark, "extn": .extensionMark,
    "extension": .extensionMark,
  ]
}
