import TerminalKit

/// One act of a pane as data, with what does it: read by look-up, hint line, help, palette, manual and tests alike.
struct Binding<State>: Sendable {
  typealias Handler = @Sendable (inout State, Context) -> [Effect]
  /// Why it can't be done now; nil when it can (M4).
  typealias Reason = @Sendable (State) -> Hindrance?

  /// The first is the one that is shown.
  let keys: [Key]
  /// Its name for the help, the palette and the tests.
  let command: Command
  /// The key of the text that explains it in the help.
  let help: String
  /// The key of the short text in the hint line; nil keeps it out of that line.
  let hint: String?
  /// Hints are shown from the lowest to the highest, and dropped from the highest.
  let priority: Int
  let disabled: Reason
  /// Nil where somebody else takes the key.
  let handler: Handler?
  /// Else it is an act of other panes, and its key only says so.
  let isHere: Bool

  init(
    _ keys: [Key], _ command: Command, help: String, hint: String? = nil, priority: Int = 100,
    disabled: @escaping Reason = { _ in nil }, _ handler: @escaping Handler
  ) {
    self.init(
      keys, command, help: help, hint: hint, priority: priority, disabled: disabled, handler: handler,
      isHere: true)
  }

  private init(
    _ keys: [Key], _ command: Command, help: String, hint: String?, priority: Int,
    disabled: @escaping Reason, handler: Handler?, isHere: Bool
  ) {
    self.keys = keys
    self.command = command
    self.help = help
    self.hint = hint
    self.priority = priority
    self.disabled = disabled
    self.handler = handler
    self.isHere = isHere
  }
}

extension Binding {
  /// A key that the desk takes, or the field in which one types: here it has its name.
  static func named(
    _ keys: [Key], _ command: Command, help: String, hint: String? = nil, priority: Int = 100
  ) -> Binding {
    Binding(
      keys, command, help: help, hint: hint, priority: priority, disabled: { _ in nil }, handler: nil,
      isHere: true)
  }

  /// An act of other panes: here its key only says why not.
  static func notHere(
    _ command: Command, _ keys: [Key], help: String, hint: String? = nil, priority: Int = 100,
    because reason: Hindrance
  ) -> Binding {
    Binding(
      keys, command, help: help, hint: hint, priority: priority, disabled: { _ in reason }, handler: nil,
      isHere: false)
  }
}

/// The keys of a pane. When two bindings claim a key, the first has it.
struct Keymap<State>: Sendable {
  let bindings: [Binding<State>]
  private let byKey: [Key: Int]
  /// Those with a hint, in the order in which hints are shown.
  private let hinted: [Int]

  init(_ bindings: [Binding<State>]) {
    self.bindings = bindings
    let claims = bindings.indices.flatMap { index in bindings[index].keys.map { ($0, index) } }
    byKey = Dictionary(claims, uniquingKeysWith: min)
    hinted = bindings.indices.filter { bindings[$0].hint != nil }
      .sorted { (bindings[$0].priority, $0) < (bindings[$1].priority, $1) }
  }

  subscript(key: Key) -> Binding<State>? { byKey[key].map { bindings[$0] } }

  subscript(command: Command) -> Binding<State>? { bindings.first { $0.command == command } }

  /// The hints in the order in which they are shown; `word` turns the key of a text into the text.
  func hints(in state: State, word: (String) -> String) -> [Hint] {
    hinted.map { index in
      let binding = bindings[index]
      return Hint(
        key: binding.keys.first?.label ?? "", text: word(binding.hint ?? ""),
        isDisabled: binding.disabled(state) != nil)
    }
  }

  /// Keys that more than one binding claims; empty in a sound keymap.
  var conflicts: [Key] {
    let claims = Dictionary(grouping: bindings.flatMap { Set($0.keys) }) { $0 }
    return claims.filter { $0.value.count > 1 }.map(\.key)
  }
}
