/// Keeps a spreadsheet from taking a cell for a formula (R12.4).
package enum FormulaGuard {
  static let apostrophe = UInt8(ascii: "'")

  /// Whether a spreadsheet would reckon with what starts so.
  static func isFormula(_ cell: ArraySlice<UInt8>) -> Bool {
    switch cell.first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"): true
    case UInt8(ascii: "\t"), UInt8(ascii: "\r"): true
    default: false
    }
  }

  /// The cell as text: with an apostrophe before what would be a formula.
  package static func defused(_ cell: String) -> String {
    isFormula(Array(cell.utf8.prefix(1))[...]) ? "'" + cell : cell
  }
}
