/// A WeChat id is compared like a number (R5.3).
package enum WeChatID {
  /// The id without blanks, in half width and lower case; `_` and `-` belong to it. Empty where nothing is left.
  package static func normalised(_ text: String) -> String {
    var id = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isWide = (0xFF01...0xFF5E).contains(scalar.value)
      let narrow = isWide ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
      let isShown = !narrow.properties.isWhitespace && narrow.properties.generalCategory != .format
      if isShown { id.append(narrow) }
    }
    return String(id).lowercased()
  }
}
