import TerminalKit

extension SwapPane {
  static let keymap = Keymap<Command, SwapPane>(
    [
      Binding(
        ["X", .control("x")], .release, help: "key.swap", hint: "hint.swap", priority: 10,
        disabled: needsCustomer), .notRelease,
      Binding([.enter], .open, help: "key.open", hint: "hint.open", priority: 20, disabled: needsCustomer),
      .why(needsCustomer), .filter,
      .notHere(.pick, ["p", .control("p")], help: "key.pick", because: "swap.press_x"),
      Binding([.escape, "q"], .back, help: "key.no_swap", hint: "hint.no_swap", priority: 75),
    ] + Binding.moving + Binding.next(hint: nil, needsCustomer) + Binding.going.filter { $0.action != .back })

  private static let needsCustomer: Binding<Command, SwapPane>.Reason = { pane in
    pane.selected == nil ? "message.no_customer" : nil
  }
}
