/// Brings a typed phrase to one form: narrow, lower case, simplified, blanks single. What it keeps is as long as
/// what was typed, character for character, so that errors can name the words as they were typed.
enum WhenFolding {
  static func fold(_ text: String) -> [Character] {
    text.map { traditional[$0] ?? narrow($0) }
  }

  private static func narrow(_ character: Character) -> Character {
    let scalars = character.unicodeScalars
    guard let scalar = scalars.first, scalars.count == 1 else { return character }
    switch scalar.value {
    case 0xFF01...0xFF5E: return narrow(Character(Unicode.Scalar(scalar.value - 0xFEE0) ?? " "))
    case 0x3000, 0xA0, 0x09: return " "
    // Brackets stand around a weekday: 12月2日(周三).
    case 0x28, 0x29, 0x5B, 0x5D, 0x3010, 0x3011: return " "
    case 0x2010...0x2015: return "-"
    case 0x3002: return "."
    case 0x3001: return ","
    case 0x2019: return "'"
    default: return lower(scalar.value)
    }
  }

  private static func lower(_ value: UInt32) -> Character {
    Character(Unicode.Scalar((65...90).contains(value) ? value + 32 : value) ?? " ")
  }

  /// The Traditional characters that stand in words of the lexicon.
  private static let traditional: [Character: Character] = [
    "後": "后", "點": "点", "週": "周", "禮": "礼", "號": "号", "兩": "两", "鐘": "钟", "鍾": "钟", "時": "时",
    "個": "个", "這": "这", "當": "当", "間": "间", "過": "过", "淩": "凌", "頭": "头", "裡": "里",
    "裏": "里",
  ]
}
