import TerminalKit

extension LibraryPane {
  static let keymap = Keymap<Command, LibraryPane>(
    [
      .dial(needsCustomer), .write(needsCustomer), .callAgain(needsCustomer), .copy(needsCustomer),
      .request(needsCustomer), .edit(needsCustomer), .open(needsCustomer), .why(needsCustomer),
      .release(needsCustomer), .notRelease, .filter, .order,
      .notHere(.pick, ["p", .control("p")], help: "key.pick", because: "library.pick_is_in_the_sea"),
    ] + Binding.next(hint: nil, needsCustomer) + Binding.moving + Binding.marking(priority: 88)
      + Binding.goingFromHome)

  private static let needsCustomer: Binding<Command, LibraryPane>.Reason = { pane in
    guard let selected = pane.selected else { return "message.no_customer" }
    return pane.isGone(selected.id) ? "library.gone" : nil
  }
}
