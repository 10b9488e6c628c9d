import TestSupport

extension Dice {
  /// Text of every kind that makes trouble on a terminal.
  mutating func text(upTo length: Int) -> String {
    let pool: [Unicode.Scalar] = [
      "a", "b", " ", " ", "中", "文", "Ａ", "，", "·", "①", "é", "\u{301}", "\u{200D}", "\u{FE0F}", "👩", "👍",
      "\u{1F3FD}", "\u{1F1E8}", "\u{1F1F3}", "\u{1B}", "\u{7}", "\n", "\t", "\u{202E}", "\u{E0061}", "한",
      "\u{11A8}",
      "𠮷", "\u{FFFF}", "\u{85}", "ﾞ", "\u{0E33}", "-", "~",
    ]
    var text = ""
    for _ in 0..<Int.random(in: 0...length, using: &self) {
      text.unicodeScalars.append(pool.randomElement(using: &self) ?? "a")
    }
    return text
  }
}
