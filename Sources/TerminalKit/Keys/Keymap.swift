/// One act of a pane as data: read by look-up, hint line, help, palette, manual and tests alike.
package struct Binding<Action: Sendable, State>: Sendable {
  /// The first is the one that is shown.
  package let keys: [Key]
  package let action: Action
  /// The key of the text that explains it in the help.
  package let help: String
  /// The key of the short text in the hint line; nil keeps it out of that line.
  package let hint: String?
  /// Hints are shown from the lowest to the highest, and dropped from the highest.
  package let priority: Int
  /// Why it cannot be done now; nil when it can (M4).
  package let disabled: @Sendable (State) -> String?

  package init(
    _ keys: [Key], _ action: Action, help: String, hint: String? = nil, priority: Int = 100,
    disabled: @escaping @Sendable (State) -> String? = { _ in nil }
  ) {
    self.keys = keys
    self.action = action
    self.help = help
    self.hint = hint
    self.priority = priority
    self.disabled = disabled
  }

  /// All its keys: `d ^D`.
  package var label: String { keys.map(\.label).joined(separator: " ") }
}

/// The keys of a pane. When two bindings claim a key, the first has it.
package struct Keymap<Action: Sendable, State>: Sendable {
  package enum Finding {
    case action(Action)
    case disabled(Binding<Action, State>, reason: String)
    case nothing
  }

  package let bindings: [Binding<Action, State>]
  private let byKey: [Key: Int]
  /// Those with a hint, in the order in which hints are shown.
  private let hinted: [Int]

  package init(_ bindings: [Binding<Action, State>]) {
    self.bindings = bindings
    let claims = bindings.indices.flatMap { index in bindings[index].keys.map { ($0, index) } }
    byKey = Dictionary(claims, uniquingKeysWith: min)
    hinted = bindings.indices.filter { bindings[$0].hint != nil }
      .sorted { (bindings[$0].priority, $0) < (bindings[$1].priority, $1) }
  }

  package func binding(for key: Key) -> Binding<Action, State>? {
    byKey[key].map { bindings[$0] }
  }

  package func find(_ key: Key, in state: State) -> Finding {
    guard let binding = binding(for: key) else { return .nothing }
    if let reason = binding.disabled(state) { return .disabled(binding, reason: reason) }
    return .action(binding.action)
  }

  /// The hints in the order in which they are shown; `word` turns the key of a text into the text.
  package func hints(in state: State, word: (String) -> String) -> [Hint] {
    hinted.map { index in
      let binding = bindings[index]
      return Hint(
        key: binding.keys.first?.label ?? "", text: word(binding.hint ?? ""),
        isDisabled: binding.disabled(state) != nil)
    }
  }

  /// Keys that more than one binding claims; empty in a sound keymap.
  package var conflicts: [Key] {
    let claims = Dictionary(grouping: bindings.flatMap { Set($0.keys) }) { $0 }
    return claims.filter { $0.value.count > 1 }.map(\.key)
  }

  /// This keymap, with another's bindings where it has none of its own.
  package func merging(_ other: Keymap) -> Keymap {
    Keymap(bindings + other.bindings)
  }
}

/// A key and what it does, in two or three words.
package struct Hint: Hashable, Sendable {
  package let key: String
  package let text: String
  package let isDisabled: Bool

  package init(key: String, text: String, isDisabled: Bool = false) {
    self.key = key
    self.text = text
    self.isDisabled = isDisabled
  }

  /// `d拨号`, or `(p)` when it cannot be done now.
  package var label: String { isDisabled ? "(\(key)\(text))" : key + text }
}
