import TerminalKit

extension LibraryPane {
  static let keymap = Keymap<LibraryPane>(
    [
      .dial({ needsCustomer($0) ?? $0.quiet }), .write(needsCustomer), .callAgain(needsCustomer),
      .copy(needsCustomer),
      .request(needsCustomer) { pane, _ in pane.request() }, .edit(needsCustomer), .open(needsCustomer),
      .why(needsCustomer), .release(needsCustomer), .notRelease, .give(needsCustomer), .filter,
      Binding(
        ["+"], .yes, help: "key.list_from_library", hint: "hint.list_from_library", priority: 91,
        disabled: needsCustomer
      ) { pane, _ in pane.addToTomorrow() },
      .order { _, _ in [.showPrefix(.order(LibraryOrder.allCases.map(\.title)))] },
      .notHere(.pick, ["p", .control("p")], help: "key.pick", because: "library.pick_is_in_the_sea"),
    ] + Binding.neighbours(needsCustomer) + Binding.rows + Binding.items + Binding.marking(priority: 88)
      + Binding.going)

  private static let needsCustomer: Binding<LibraryPane>.Reason = { pane in
    guard let selected = pane.selected else { return "message.no_customer" }
    return pane.isGone(selected.id) ? "library.gone" : nil
  }

  /// R7.5.
  private func addToTomorrow() -> [Effect] {
    [.run(overMarked: targets.map { ListErrand($0) }), .outside(.discardTypeAhead)]
  }

  private func request() -> [Effect] {
    subject.map { [.showPrefix(.request($0, RequestChoice.own(hasClock: selected?.due != nil)))] } ?? []
  }
}
