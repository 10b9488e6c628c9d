/// Gathers the characters beyond ASCII of one burst. Malformed bytes and unprintable characters are left out.
struct TextDecoder: Sendable {
  private var text = ""
  private var partial: [UInt8] = []

  mutating func read(_ byte: UInt8) {
    if byte >= 0xC0 { endCharacter() }
    partial.append(byte)
    guard let first = partial.first, partial.count >= TextDecoder.length(startingWith: first) else { return }
    if let character = String(validating: partial, as: UTF8.self) { append(character) }
    partial = []
  }

  /// Something else follows: an unfinished character is lost.
  mutating func endCharacter() {
    partial = []
  }

  /// The finished characters; an unfinished one waits for its rest.
  mutating func takeText() -> String {
    defer { text = "" }
    return text
  }

  private mutating func append(_ character: String) {
    text.unicodeScalars += character.unicodeScalars.filter { $0.value >= 0xA0 }
  }

  private static func length(startingWith byte: UInt8) -> Int {
    switch byte {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 1
    }
  }
}
