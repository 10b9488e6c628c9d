/// Folds text for comparison (R5.2): width, compatibility forms, case and Traditional characters; punctuation and blanks go.
package struct Folding: Sendable {
  /// 0: no entry. Below `firstExpansion`: the one character it becomes. Above: an index into `expansions`.
  private var map = ScalarMap()
  private var expansions: [[Unicode.Scalar]] = []
  private static let firstExpansion: UInt32 = 0x11_0000

  /// - Parameters:
  ///   - folds: a character and what it becomes; an empty text drops it.
  ///   - simplified: a Traditional character and its Simplified one.
  package init(
    folds: [(Unicode.Scalar, String)], simplified: [(Unicode.Scalar, Unicode.Scalar)]
  ) {
    let simple = Dictionary(simplified, uniquingKeysWith: { first, _ in first })
    func simplest(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
      guard let one = simple[scalar] else { return scalar }
      return simple[one] ?? one  // 薴 becomes 苧, and that 苎.
    }
    for (from, to) in folds { set(from, to.unicodeScalars.filter(Folding.isKept).map(simplest)) }
    for (from, _) in simplified { set(from, [simplest(from)]) }
  }

  private mutating func set(_ scalar: Unicode.Scalar, _ folded: [Unicode.Scalar]) {
    if let only = folded.first, folded.count == 1 {
      map[scalar] = only.value
    } else {
      map[scalar] = Folding.firstExpansion + UInt32(expansions.count)
      expansions.append(folded)
    }
  }

  package func folded(_ text: String) -> String {
    String(scalars(of: text))
  }

  /// The folded text as characters of Unicode, which the parsers of names and numbers walk through.
  func scalars(of text: String) -> [Unicode.Scalar] {
    var folded: [Unicode.Scalar] = []
    folded.reserveCapacity(text.utf8.count / 3 + 4)
    for scalar in text.unicodeScalars { append(scalar, to: &folded) }
    return folded
  }

  func append(_ scalar: Unicode.Scalar, to folded: inout [Unicode.Scalar]) {
    if scalar.isASCII { return appendASCII(scalar, to: &folded) }
    if !(0x3400..<0xA000).contains(scalar.value) {
      if scalar.isInvisible { return }
      if let mark = VoicedMark(scalar) { return mark.apply(to: &folded) }
    }
    let entry = map[scalar]
    if entry >= Folding.firstExpansion {
      folded.append(contentsOf: expansions[Int(entry - Folding.firstExpansion)])
    } else if let one = Unicode.Scalar(entry), entry != 0 {
      folded.append(one)
    } else if Folding.isKept(scalar) {
      folded.append(scalar)
    }
  }

  private func appendASCII(_ scalar: Unicode.Scalar, to folded: inout [Unicode.Scalar]) {
    switch scalar {
    case "a"..."z", "0"..."9": folded.append(scalar)
    case "A"..."Z": folded.append(Unicode.Scalar(UInt8(scalar.value) + 32))
    default: break
    }
  }

  private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
    if (0x3400..<0xA000).contains(scalar.value) { return true }
    // Symbols are no part of a name, as those of ASCII are none: ★苏州日东★.
    switch scalar.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation, .modifierSymbol, .otherSymbol, .mathSymbol,
      .currencySymbol:
      return false
    case .spaceSeparator, .lineSeparator, .paragraphSeparator, .control, .format:
      return false
    case .nonspacingMark, .enclosingMark:
      return false
    default:
      return true
    }
  }
}

extension String {
  init(_ scalars: [Unicode.Scalar]) {
    var view = String.UnicodeScalarView()
    for scalar in scalars { view.append(scalar) }
    self.init(view)
  }
}
