/// A WeChat id is compared like a number (R5.3).
package enum WeChatID {
  /// The id without blanks, in half width and lower case; `_` and `-` belong to it. Empty where nothing is left.
  package static func normalised(_ text: String) -> String {
    var id = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isWide = (0xFF01...0xFF5E).contains(scalar.value)
      let narrow = isWide ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
      let isShown = !narrow.properties.isWhitespace && !narrow.isInvisible
      if isShown { id.append(narrow) }
    }
    return String(id).lowercased()
  }
}

extension WeChatID {
  /// Letters, digits, `_` and `-`, as many as an account may have; some of before have fewer than the six of today.
  private static let lengths = 5...20

  /// The id as a customer has it; nil for what is none. A mobile that serves as one is found as that mobile.
  package static func number(_ text: String, with tables: PhoneTables) -> CustomerNumber? {
    let id = normalised(text)
    guard lengths.contains(id.utf8.count), id.utf8.allSatisfy(isKept) else { return nil }
    let mobile = PhoneNumber.all(in: id, with: tables).first { $0.kind == .mobile && id == $0.digits }
    return CustomerNumber(
      use: .wechat, display: id, dialled: id, masked: id.prefix(2) + "****",
      collisionKey: mobile?.collisionKey ?? "wx:" + id, mark: .good)
  }

  private static func isKept(_ byte: UInt8) -> Bool {
    (97...122).contains(byte) || (48...57).contains(byte) || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: "-")
  }
}
