import TerminalKit

extension SwapPane {
  static let keymap = Keymap<SwapPane>(
    [
      Binding(
        ["X", .control("x")], .release, help: "key.swap", hint: "hint.swap", priority: 10,
        disabled: needsCustomer
      ) { pane, _ in pane.swap() },
      .notRelease,
      Binding([.enter], .open, help: "key.open", hint: "hint.open", priority: 20, disabled: needsCustomer) {
        $0.openCard($1)
      },
      .why(needsCustomer), .filter,
      .notHere(.pick, ["p", .control("p")], help: "key.pick", because: "swap.press_x"),
      .named([.escape, "q"], .back, help: "key.no_swap", hint: "hint.no_swap", priority: 75),
    ] + Binding.rows + Binding.items + Binding.neighbours(needsCustomer) + Binding.goingFromHere)

  private static let needsCustomer: Binding<SwapPane>.Reason = { pane in
    pane.selected == nil ? "message.no_customer" : nil
  }
}
