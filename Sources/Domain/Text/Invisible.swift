extension Unicode.Scalar {
  /// Whether nothing is seen of it: what Unicode says to ignore where it can't be shown (Default_Ignorable_Code_Point),
  /// formats and controls, private use, and the few that are shown as a blank although they count as symbols.
  package var isInvisible: Bool {
    if properties.isWhitespace { return false }
    if isASCII { return value < 0x20 || value == 0x7F }
    if properties.isDefaultIgnorableCodePoint { return true }
    switch properties.generalCategory {
    case .format, .control, .privateUse, .surrogate, .unassigned: return true
    default: return Unicode.Scalar.blankSymbols.contains(value)
    }
  }

  /// The blank of braille, the object replacement character, the null notehead: Unicode has no property for these.
  private static let blankSymbols: Set<UInt32> = [0x2800, 0xFFFC, 0x1D159]
}
