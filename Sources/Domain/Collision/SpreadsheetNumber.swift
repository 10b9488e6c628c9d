/// A whole field that is one number of a spreadsheet: 1.3800138045E10, -13800138005, 4.000001.
package enum SpreadsheetNumber {
  /// The digits that were meant; nil where the field is no such number, empty where nothing can be known.
  package static func digits(_ text: String) -> String? {
    let text = text.filter { !$0.isWhitespace }.lowercased()
    let isNegative = text.hasPrefix("-")
    let parts = (isNegative ? text.dropFirst() : text[...]).split(
      separator: "e", omittingEmptySubsequences: false)
    guard let mantissa = parts.first, !mantissa.isEmpty, parts.count <= 2 else { return nil }
    let halves = mantissa.split(separator: ".", omittingEmptySubsequences: false)
    guard halves.count <= 2, halves.allSatisfy({ !$0.isEmpty && decimal($0) != nil }) else { return nil }
    let fraction = halves.count == 2 ? halves[1] : ""
    if parts.count == 2 { return isNegative ? "" : scientific(halves[0], fraction, parts[1]) }
    if isNegative { return halves.count == 1 || isZero(fraction) ? "" : nil }
    if halves.count == 1 { return nil }
    // 021.62010001 is written with a dot for a dash; nobody writes 4.000001 or 13800138045.5 so.
    if halves[0].utf8.count < 3 { return "" }
    if isZero(fraction) { return String(halves[0]) }
    return halves[0].utf8.count == 11 && halves[0].hasPrefix("1") ? "" : nil
  }

  /// Known only where no digit was rounded away.
  private static func scientific(
    _ whole: Substring, _ fraction: Substring, _ exponent: Substring
  ) -> String? {
    let power = exponent.hasPrefix("+") ? exponent.dropFirst() : exponent
    guard let shift = decimal(power), shift < 20 else { return nil }
    guard shift <= fraction.utf8.count, isZero(fraction.dropFirst(shift)) else { return "" }
    return String(whole + fraction.prefix(shift))
  }

  private static func isZero(_ digits: Substring) -> Bool { digits.allSatisfy { $0 == "0" } }
}
