import TerminalKit

extension SeaPane {
  static let keymap = Keymap<SeaPane>(
    acts + notHere + Binding.neighbours(needsCustomer) + Binding.rows(last: atEnd) + Binding.items
      + Binding.marking() + Binding.going)

  private static let acts: [Binding<SeaPane>] = [
    Binding(
      ["p", .control("p")], .pick, help: "key.pick_marked", hint: "hint.pick", priority: 10,
      disabled: needsCustomer
    ) { pane, _ in pane.pick() },
    Binding(
      [.enter], .open, help: "key.open_sea", hint: "hint.open", priority: 62, disabled: needsCustomer
    ) { $0.openCard($1) },
    Binding(
      ["="], .why, help: "key.may_pick", hint: "hint.may_pick", priority: 64, disabled: needsCustomer,
      Binding.about { .open(OutlookPane($0)) }),
    .filter,
    Binding(["o", .control("o")], .order, help: "key.turn_round", hint: "hint.order", priority: 75) { _, _ in
      [.showPrefix(.order(["sea.head.released"]))]
    },
    Binding(["+"], .yes, help: "key.keep_view", hint: "hint.keep_view", priority: 91, disabled: canKeep) {
      pane, _ in
      pane.askForName()
    },
    Binding(["-"], .no, help: "key.drop_view", disabled: canDrop) { pane, _ in pane.drop() },
  ]

  /// One hint for all that has to wait for the pick.
  private static let notHere: [Binding<SeaPane>] = [
    .notHere(
      .dial, ["d", .control("d")], help: "key.dial", hint: "hint.after_pick", priority: 86,
      because: "sea.after_pick"),
    .notHere(.write, ["w", .control("w")], help: "key.write", because: "sea.after_pick"),
    .notHere(.copy, ["y", .control("y")], help: "key.copy", because: "sea.after_pick"),
    .notHere(.callAgain, ["t", .control("t")], help: "key.call_again", because: "sea.after_pick"),
    .notHere(.request, ["r", .control("r")], help: "key.request", because: "sea.request_on_card"),
    .notHere(.release, ["X", .control("x")], help: "key.release", because: "sea.not_yours"), .notRelease,
  ]

  private static let needsCustomer: Binding<SeaPane>.Reason = { pane in
    pane.selected == nil ? "message.no_customer" : nil
  }

  /// The end of what was read is not the end of the sea.
  private static let atEnd: Binding<SeaPane>.Handler = { pane, context in
    let effects = pane.move(context) { $0.moveToLast() }
    guard pane.rows.next != nil else { return effects }
    return effects + [.say(context.words("sea.read_so_far", ["count": pane.list.rows.count.grouped]))]
  }
}
