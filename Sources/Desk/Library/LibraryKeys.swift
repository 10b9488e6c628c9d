import TerminalKit

extension LibraryPane {
  static let keymap = Keymap<LibraryPane>(
    [
      .dial({ needsCustomer($0) ?? $0.quiet }), .write(needsCustomer), .callAgain(needsCustomer),
      .copy(needsCustomer),
      .request(needsOwn) { pane, _ in pane.request() }, .edit(needsOwn), .open(needsCustomer),
      .why(needsCustomer), .release(needsOwn), .notRelease, .give(needsCustomer), .filter,
      Binding(
        ["+"], .yes, help: "key.list_from_library", hint: "hint.list_from_library", priority: 91,
        disabled: needsOwn
      ) { pane, _ in pane.addToTomorrow() },
      .order { _, _ in [.showPrefix(.order(LibraryOrder.allCases.map(\.title)))] },
      .notHere(.pick, ["p", .control("p")], help: "key.pick", because: "library.pick_is_in_the_sea"),
    ] + Binding.neighbours(needsCustomer) + Binding.rows + Binding.items + Binding.marking(priority: 88)
      + Binding.going)

  private static let needsCustomer: Binding<LibraryPane>.Reason = { pane in
    guard let selected = pane.selected else { return "message.no_customer" }
    return pane.isGone(selected.id) ? "library.gone" : nil
  }

  /// R2.6: who stands in works as a helper: calls, notes and plans, and nothing that is its holder's to decide.
  private static let needsOwn: Binding<LibraryPane>.Reason = { pane in
    let isCovered = pane.selected.map { pane.covered.contains($0.id) } ?? false
    return needsCustomer(pane) ?? (isCovered ? "library.covered_only" : nil)
  }

  /// R7.5.
  private func addToTomorrow() -> [Effect] {
    [.run(overMarked: targets.map { ListErrand($0) }), .outside(.discardTypeAhead)]
  }

  private func request() -> [Effect] {
    subject.map { [.showPrefix(.request($0, RequestChoice.own(hasClock: selected?.due != nil)))] } ?? []
  }
}
