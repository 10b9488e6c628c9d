import TerminalKit

extension WorkPane {
  static let keymap = Keymap<WorkPane>(
    [
      .dial({ needsNumber($0) ?? $0.barred }) { $0.dial($1) },
      .copy(needsNumber) { $0.copy($1) },
      Binding([.enter], .open, help: "key.work_enter", hint: "hint.open", priority: 50) { $0.confirm($1) },
      Binding(
        [.tab], .switchHalf, help: "key.next_number", hint: "hint.next_number", priority: 30,
        disabled: severalNumbers
      ) {
        pane, _ in pane.switchNumber(1)
      },
      Binding([.backTab], .switchHalfBack, help: "key.previous_number", disabled: severalNumbers) { pane, _ in
        pane.switchNumber(-1)
      },
      // The other outcomes are digits a pane is given unasked; this one is also the key that ends things elsewhere.
      Binding(["0"], .finish, help: "key.last_outcome") { $0.choose(0, $1) },
      Binding([.pageDown], .pageDown, help: "key.script_on") { pane, _ in pane.readOn(1) },
      Binding([.pageUp], .pageUp, help: "key.script_back") { pane, _ in pane.readOn(-1) },
      .write({ _ in nil }), .callAgain({ _ in nil }), .edit({ _ in nil }), .why({ _ in nil }),
      .release({ _ in nil }), .notRelease,
      .request({ _ in nil }) { pane, _ in
        [.showPrefix(.request(pane.about, RequestChoice.own(hasClock: pane.view?.standing != nil)))]
      },
    ] + Binding.next({ _ in nil }) { $0.skip($1, $2) } + Binding.going)

  private static let needsNumber: Binding<WorkPane>.Reason = { pane in
    pane.view != nil && pane.number == nil ? "work.no_number" : nil
  }

  private static let severalNumbers: Binding<WorkPane>.Reason = { pane in
    pane.numbers.count > 1 ? nil : "customer.one_number"
  }
}
