import Domain

/// Keeps a spreadsheet from taking a cell for a formula (R12.4).
package enum FormulaGuard {
  static let apostrophe = UInt8(ascii: "'")

  /// Whether a spreadsheet would reckon with it: what begins a formula, in half or full width, behind nothing but
  /// blanks and line ends.
  static func isFormula(_ cell: ArraySlice<UInt8>) -> Bool {
    guard let first = cell.first else { return false }
    if first == UInt8(ascii: "\t") || first == UInt8(ascii: "\r") { return true }
    for scalar in String(decoding: cell.prefix(64), as: UTF8.self).unicodeScalars {
      if "=+-@＝＋－＠".unicodeScalars.contains(scalar) { return true }
      if !scalar.properties.isWhitespace && !scalar.isInvisible { return false }
    }
    return false
  }

  /// The cell as text: with an apostrophe before what would be a formula.
  package static func defused(_ cell: String) -> String {
    isFormula(Array(cell.utf8)[...]) ? "'" + cell : cell
  }
}
