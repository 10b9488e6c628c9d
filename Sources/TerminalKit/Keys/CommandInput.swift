/// An input event where keys are commands and nothing is typed.
package enum CommandInput: Hashable, Sendable {
  case key(Key)
  /// A Chinese text came: the input method is on (M12).
  case han
  /// A paste where nothing can be typed (M48).
  case paste

  /// The same where something is typed by now.
  package var typed: InputEvent? {
    if case .key(let key) = self { .key(key) } else { nil }
  }

  /// The commands in an event. What an input method made of a key is folded back into the key (M11);
  /// a burst with a Chinese character in it is text, none of it a command.
  package static func commands(in event: InputEvent) -> [CommandInput] {
    switch event {
    case .key(let key): [.key(key)]
    case .paste: [.paste]
    case .text(let text) where text.unicodeScalars.contains(where: \.isHan): [.han]
    case .text(let text): text.map { .key(Key(.character(KeyFolding.fold($0)))) }
    }
  }
}

/// Full-width letters, digits and signs, and Chinese punctuation, as the ASCII key they were typed with.
package enum KeyFolding {
  package static func fold(_ character: Character) -> Character {
    if let sign = signs[character] { return sign }
    guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1,
      0xFF01...0xFF5E ~= scalar.value
    else { return character }
    return Unicode.Scalar(scalar.value - 0xFEE0).map(Character.init) ?? character
  }

  private static let signs: [Character: Character] = [
    "\u{3000}": " ", "、": "/", "。": ".", "【": "[", "】": "]", "「": "[", "」": "]", "『": "{", "』": "}",
    "《": "<", "》": ">", "〈": "<", "〉": ">", "“": "\"", "”": "\"", "‘": "'", "’": "'", "·": "`", "—": "_",
    "…": "^", "￥": "$", "¥": "$", "×": "*", "÷": "/",
  ]
}
