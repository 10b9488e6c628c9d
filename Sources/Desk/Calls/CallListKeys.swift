import TerminalKit

extension CallListPane {
  static let keymap = Keymap<CallListPane>(
    [
      .dial({ needsCustomer($0) ?? $0.quiet }) { pane, _ in pane.work(dials: true) },
      Binding([.enter], .open, help: "key.work", hint: "hint.work", priority: 5, disabled: needsCustomer) {
        pane, _ in pane.work(dials: false)
      },
      .write(needsCustomer), .callAgain(needsCustomer), .copy(needsCustomer), .edit(needsCustomer),
      .request(needsCustomer) { pane, _ in
        pane.subject.map { [.showPrefix(.request($0, RequestChoice.own(hasClock: true)))] } ?? []
      },
      .why(needsCustomer), .release(needsCustomer), .notRelease, .filter,
      .notHere(.pick, ["p", .control("p")], help: "key.pick", because: "library.pick_is_in_the_sea"),
    ] + Binding.neighbours(needsCustomer) + Binding.rows + Binding.items + Binding.going)

  private static let needsCustomer: Binding<CallListPane>.Reason = { pane in
    if case .struck = pane.selected { return "calls.is_struck" }
    return pane.selected == nil ? "message.no_customer" : nil
  }
}
