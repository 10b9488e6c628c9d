import TerminalKit

extension CustomerPane {
  static let keymap = Keymap<Command, CustomerPane>(
    [
      .dial(onlyMine), .write(onlyMine), .callAgain(onlyMine), .copy(onlyMine), .why(onlyMine),
      .release(onlyMine), .notRelease, .request(mineOrFree), .edit(onlyMine),
      Binding([.tab], .switchHalf, help: "key.next_number", disabled: severalNumbers),
      Binding([.backTab], .switchHalfBack, help: "key.previous_number", disabled: severalNumbers),
      Binding(
        ["p", .control("p")], .pick, help: "key.pick", hint: "hint.pick", priority: 48, disabled: onlyFree),
    ] + Binding.next(hasList) + Binding.moving + Binding.going)

  private static let onlyMine: Binding<Command, CustomerPane>.Reason = { pane in
    pane.view == nil || pane.isMine ? nil : "customer.not_yours"
  }

  private static let onlyFree: Binding<Command, CustomerPane>.Reason = { pane in
    guard pane.view?.customer.holder != nil else { return nil }
    return pane.isMine ? "library.pick_is_in_the_sea" : "customer.held_by_another"
  }

  private static let mineOrFree: Binding<Command, CustomerPane>.Reason = { pane in
    pane.isMine || pane.view?.customer.holder == nil ? nil : "customer.not_yours"
  }

  private static let severalNumbers: Binding<Command, CustomerPane>.Reason = { pane in
    pane.numbers.count > 1 ? nil : "customer.one_number"
  }

  private static let hasList: Binding<Command, CustomerPane>.Reason = { pane in
    pane.place == nil ? "customer.no_list" : nil
  }
}
