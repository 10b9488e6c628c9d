import TerminalKit

extension SeaPane {
  static let keymap = Keymap<Command, SeaPane>(
    [
      Binding(
        ["p", .control("p")], .pick, help: "key.pick_marked", hint: "hint.pick", priority: 10,
        disabled: needsCustomer),
      Binding(
        [.enter], .open, help: "key.open_sea", hint: "hint.open", priority: 62, disabled: needsCustomer),
      Binding(
        ["="], .why, help: "key.may_pick", hint: "hint.may_pick", priority: 64, disabled: needsCustomer),
      .filter,
      Binding(["o", .control("o")], .order, help: "key.turn_round", hint: "hint.order", priority: 75),
      Binding(["+"], .yes, help: "key.keep_view", hint: "hint.keep_view", priority: 91, disabled: canKeep),
      Binding(["-"], .no, help: "key.drop_view", disabled: canDrop),
      // One hint for all that has to wait for the pick.
      Binding(
        ["d", .control("d")], .dial, help: "key.dial", hint: "hint.after_pick", priority: 86,
        disabled: { _ in "sea.after_pick" }),
      .notHere(.write, ["w", .control("w")], help: "key.write", because: "sea.after_pick"),
      .notHere(.copy, ["y", .control("y")], help: "key.copy", because: "sea.after_pick"),
      .notHere(.callAgain, ["t", .control("t")], help: "key.call_again", because: "sea.after_pick"),
      .notHere(.request, ["r", .control("r")], help: "key.request", because: "sea.request_on_card"),
      .notHere(.release, ["X", .control("x")], help: "key.release", because: "sea.not_yours"), .notRelease,
    ] + Binding.next(hint: nil, needsCustomer) + Binding.moving + Binding.marking() + Binding.going)

  private static let needsCustomer: Binding<Command, SeaPane>.Reason = { pane in
    pane.selected == nil ? "message.no_customer" : nil
  }
}
