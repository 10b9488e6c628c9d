import TerminalKit

extension Key {
  /// The key of a label, as the hints write it.
  package init(label: String) {
    let names: [String: Key] = [
      "Enter": .enter, "Esc": .escape, "Tab": .tab, "Shift-Tab": .backTab, "Backspace": .backspace,
      "Up": .up, "Down": .down, "Left": .left, "Right": .right, "Home": .home, "End": .end,
      "PgUp": .pageUp, "PgDn": .pageDown, "Space": .space, "Del": .delete, "Shift-Down": .shift(.down),
      "Shift-Up": .shift(.up), "F1": Key(.function(1)),
    ]
    if let key = names[label] {
      self = key
    } else if label.count == 2, label.hasPrefix("^"), let letter = label.lowercased().last {
      self = .control(letter)
    } else {
      self = Key(.character(label.first ?? " "))
    }
  }
}
