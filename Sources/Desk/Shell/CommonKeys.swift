import TerminalKit

/// The bindings every pane shares. A key means the same everywhere; each act has a key that passes an input method.
extension Binding where Action == Command {
  typealias Reason = @Sendable (State) -> String?

  static var moving: [Binding] { rows + items }

  static var rows: [Binding] {
    [
      Binding([.down, "j"], .down, help: "key.down"),
      Binding([.up, "k"], .up, help: "key.up"),
      Binding([.pageDown], .pageDown, help: "key.page_down"),
      Binding([.pageUp], .pageUp, help: "key.page_up"),
      Binding([.home], .first, help: "key.first"),
      Binding([.end, "G"], .last, help: "key.last"),
    ]
  }

  /// Where there is something in row 2 to take.
  private static var items: [Binding] {
    [
      Binding([.left, "h"], .previousItem, help: "key.previous_item"),
      Binding([.right, "l"], .nextItem, help: "key.next_item"),
    ]
  }

  static func marking(priority: Int = 60) -> [Binding] {
    [
      Binding([.space], .mark, help: "key.mark", hint: "hint.mark", priority: priority),
      Binding(["v"], .markRange, help: "key.mark_range"),
      Binding(["*"], .markAll, help: "key.mark_all"),
      Binding([.shift(.down)], .markDown, help: "key.mark_down"),
      Binding([.shift(.up)], .markUp, help: "key.mark_up"),
    ]
  }

  static var going: [Binding] {
    [Binding([.escape, "q"], .back, help: "key.back", hint: "hint.back", priority: 87)] + goingFromHere
  }

  /// Where no pane is below.
  static var goingFromHome: [Binding] {
    [Binding(["q", .escape], .back, help: "key.back", hint: "hint.leave", priority: 87)] + goingFromHere
  }

  private static var goingFromHere: [Binding] {
    [
      Binding(["g", .control("g")], .go, help: "key.go", hint: "hint.go", priority: 80),
      Binding(["u", .control("u")], .undo, help: "key.undo", hint: "hint.undo", priority: 85),
      Binding(["?"], .help, help: "key.help"),
      Binding([":"], .palette, help: "key.palette"),
      Binding([.control("l")], .repaint, help: "key.repaint"),
    ]
  }

  static func open(_ disabled: @escaping Reason = { _ in nil }) -> Binding {
    Binding([.enter], .open, help: "key.open", hint: "hint.open", priority: 86, disabled: disabled)
  }

  static func dial(_ disabled: @escaping Reason) -> Binding {
    Binding(
      ["d", .control("d")], .dial, help: "key.dial", hint: "hint.dial", priority: 10, disabled: disabled)
  }

  static func write(_ disabled: @escaping Reason) -> Binding {
    Binding(
      ["w", .control("w")], .write, help: "key.write", hint: "hint.write", priority: 20, disabled: disabled)
  }

  static func edit(_ disabled: @escaping Reason) -> Binding {
    Binding(
      ["e", .control("e")], .edit, help: "key.form", hint: "hint.form", priority: 88, disabled: disabled)
  }

  static func copy(_ disabled: @escaping Reason) -> Binding {
    Binding(
      ["y", .control("y")], .copy, help: "key.copy", hint: "hint.copy", priority: 88, disabled: disabled)
  }

  static func request(_ disabled: @escaping Reason) -> Binding {
    Binding(
      ["r", .control("r")], .request, help: "key.request", hint: "hint.request", priority: 40,
      disabled: disabled)
  }

  static func release(_ disabled: @escaping Reason) -> Binding {
    Binding(
      ["X", .control("x")], .release, help: "key.release", hint: "hint.release", priority: 58,
      disabled: disabled)
  }

  /// `x` alone does nothing but say so: a slip never gives a customer away.
  static var notRelease: Binding {
    Binding(["x"], .explainRelease, help: "key.not_release", disabled: { _ in "message.x_is_capital" })
  }

  static func why(_ disabled: @escaping Reason) -> Binding {
    Binding(["="], .why, help: "key.why", hint: "hint.why", priority: 45, disabled: disabled)
  }

  static var filter: Binding {
    Binding(["f", "/", .control("f")], .filter, help: "key.filter", hint: "hint.filter", priority: 70)
  }

  /// - Parameter hint: none in lists, where it is no more than a row down.
  static func next(hint: String? = "hint.next", _ disabled: @escaping Reason = { _ in nil }) -> [Binding] {
    [
      Binding(["n", .control("n")], .next, help: "key.next", hint: hint, priority: 65, disabled: disabled),
      Binding(["N"], .previous, help: "key.previous", disabled: disabled),
    ]
  }

  static func callAgain(_ disabled: @escaping Reason) -> Binding {
    Binding(
      ["t", .control("t")], .callAgain, help: "key.call_again", hint: "hint.call_again", priority: 30,
      disabled: disabled)
  }

  static var order: Binding {
    Binding(["o", .control("o")], .order, help: "key.order", hint: "hint.order", priority: 89)
  }

  /// An act of other panes: here its key only says why not.
  static func notHere(_ command: Command, _ keys: [Key], help: String, because reason: String) -> Binding {
    Binding(keys, command, help: help, disabled: { _ in reason })
  }
}
