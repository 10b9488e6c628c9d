import TerminalKit

extension SeaPane {
  static let keymap = Keymap<Command, SeaPane>(
    [
      .pick(needsCustomer), .open(needsCustomer),
      Binding(["="], .why, help: "key.may_pick", hint: "hint.may_pick", priority: 65, disabled: needsCustomer),
      .filter, .order,
      // One hint for all that has to wait for the pick.
      Binding(
        ["d", .control("d")], .dial, help: "key.dial", hint: "hint.after_pick", priority: 90,
        disabled: { _ in "sea.after_pick" }),
      .notHere(.write, ["w", .control("w")], help: "key.write", because: "sea.after_pick"),
      .notHere(.copy, ["y", .control("y")], help: "key.copy", because: "sea.after_pick"),
      .notHere(.callAgain, ["t", .control("t")], help: "key.call_again", because: "sea.after_pick"),
      .notHere(.release, ["X", .control("x")], help: "key.release", because: "sea.not_yours"), .notRelease,
    ] + Binding.next(needsCustomer) + Binding.moving + Binding.marking + Binding.going)

  private static let needsCustomer: Binding<Command, SeaPane>.Reason = { pane in
    pane.selected == nil ? "message.no_customer" : nil
  }
}

extension Binding where Action == Command {
  static func pick(_ disabled: @escaping Reason) -> Binding {
    Binding(
      ["p", .control("p")], .pick, help: "key.pick", hint: "hint.pick", priority: 10, disabled: disabled)
  }
}
