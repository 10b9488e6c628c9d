/// A company name while it is taken apart: each character of the folded name gets its part.
struct NameReading {
  enum Part: UInt8 {
    case open, division, tradeName, industry, form, branch
  }

  let tables: NameTables
  let scalars: [Unicode.Scalar]
  /// Where brackets stood, as ranges of the folded name.
  let brackets: [Range<Int>]
  /// Where words of Latin letters begin, which blanks and marks part.
  let wordStarts: Set<Int>
  private(set) var parts: [Part]

  init(_ text: String, _ tables: NameTables) {
    self.tables = tables
    var scalars: [Unicode.Scalar] = []
    var brackets: [Range<Int>] = []
    var openings: [Int] = []
    var wordStarts: Set<Int> = []
    var isInWord = false
    for scalar in text.unicodeScalars {
      if scalar.isLatinWide {
        if !isInWord { wordStarts.insert(scalars.count) }
        isInWord = true
      } else if scalar != "." {  // L.L.C.
        isInWord = false
      }
      switch scalar {
      case "(", "（", "[", "［", "【", "〔", "﹙", "<", "《", "〈", "「": openings.append(scalars.count)
      case ")", "）", "]", "］", "】", "〕", "﹚", ">", "》", "〉", "」":
        guard let opening = openings.popLast(), opening < scalars.count else { continue }
        brackets.append(opening..<scalars.count)
      default: tables.folding.append(scalar, to: &scalars)
      }
    }
    self.scalars = scalars
    self.brackets = brackets
    self.wordStarts = wordStarts
    parts = [Part](repeating: .open, count: scalars.count)
  }

  mutating func mark(_ range: Range<Int>, as part: Part) {
    for place in range { parts[place] = part }
  }

  mutating func mark(_ places: ArraySlice<Int>, as part: Part) {
    for place in places { parts[place] = part }
  }

  /// The places that have no part yet.
  var open: [Int] { parts.indices.filter { parts[$0] == .open } }

  func text(of part: Part) -> String {
    var text = String.UnicodeScalarView()
    for place in scalars.indices where parts[place] == part { text.append(scalars[place]) }
    return String(text)
  }

  func has(_ part: Part) -> Bool { parts.contains(part) }
}

extension Unicode.Scalar {
  fileprivate var isLatinWide: Bool {
    let wide = (0xFF01...0xFF5E).contains(value) ? value - 0xFEE0 : value
    return (65...90).contains(wide) || (97...122).contains(wide) || (0xC0...0x24F).contains(wide)
  }
}
