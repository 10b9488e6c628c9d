extension Key {
  /// How the key is written on the screen: `d`, `^X`, `Alt-b`, `Enter`, `Shift-Tab`, `F1`. ASCII only (M20).
  package var label: String {
    if case .character(let character) = code, control, !alt {
      return "^" + (character == " " ? "Space" : character.uppercased())
    }
    let modifiers = (control ? "Ctrl-" : "") + (alt ? "Alt-" : "") + (shift ? "Shift-" : "")
    return modifiers + code.label
  }
}

extension Key.Code {
  fileprivate var label: String {
    switch self {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .function(let number): "F\(number)"
    default: Key.Code.names[self] ?? ""
    }
  }

  private static let names: [Key.Code: String] = [
    .enter: "Enter", .escape: "Esc", .tab: "Tab", .backTab: "Shift-Tab", .backspace: "Backspace",
    .delete: "Del", .insert: "Ins", .up: "Up", .down: "Down", .left: "Left", .right: "Right", .home: "Home",
    .end: "End",
    .pageUp: "PgUp", .pageDown: "PgDn",
  ]
}
