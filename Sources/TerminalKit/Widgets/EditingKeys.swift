extension EditBuffer {
  /// Takes an event as readline would (M49).
  /// - Returns: false when the event means nothing here, such as Enter, Escape or Tab.
  @discardableResult
  package mutating func handle(_ event: InputEvent) -> Bool {
    switch event {
    case .text(let text), .paste(let text): insert(text)
    case .key(let key): return handle(key)
    }
    return true
  }

  private mutating func handle(_ key: Key) -> Bool {
    if let character = key.character {
      insert(String(character))
      return true
    }
    return edit(with: key) || move(with: key)
  }

  private mutating func edit(with key: Key) -> Bool {
    switch key {
    case .backspace: deleteBackward()
    case .delete, .control("d"): deleteForward()
    case .control("w"), Key(.backspace, alt: true): deleteWordBackward()
    case .control("u"): deleteToLineStart()
    case .control("k"): deleteToLineEnd()
    case .control("j") where allowsNewlines: insert("\n")
    default: return false
    }
    return true
  }

  private mutating func move(with key: Key) -> Bool {
    switch key {
    case .left, .control("b"): moveCaret(by: -1)
    case .right, .control("f"): moveCaret(by: 1)
    case .home, .control("a"): moveToLineStart()
    case .end, .control("e"): moveToLineEnd()
    case .alt("b"), Key(.left, control: true), Key(.left, alt: true): moveToPreviousWord()
    case .alt("f"), Key(.right, control: true), Key(.right, alt: true): moveToNextWord()
    default: return false
    }
    return true
  }
}
