/// What the parser makes of the bytes.
package enum InputEvent: Hashable, Sendable {
  case key(Key)
  /// Characters beyond ASCII that came in one go, as an input method commits them: one edit (M14).
  case text(String)
  /// What was pasted; its line ends are `\n`. Never keys, whatever it holds (M48).
  case paste(String)

  /// It puts characters in, where something is edited.
  package var isText: Bool {
    if case .key(let key) = self { return key.character != nil }
    return true
  }
}
