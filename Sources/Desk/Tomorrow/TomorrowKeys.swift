import TerminalKit

extension TomorrowPane {
  static let keymap = Keymap<TomorrowPane>(
    acts + notHere + Binding.neighbours(needsCustomer) + Binding.rows + Binding.items
      + Binding.marking(priority: 72) + Binding.going)

  private static let acts: [Binding<TomorrowPane>] = [
    Binding(["+"], .yes, help: "key.list", hint: "hint.list", priority: 10, disabled: listable) { pane, _ in
      pane.add()
    },
    Binding(["-"], .no, help: "key.unlist", hint: "hint.unlist", priority: 20, disabled: needsListed) {
      pane, _ in
      pane.drop()
    },
    Binding(
      ["p", .control("p")], .pick, help: "key.pick_for_tomorrow", hint: "hint.pick", priority: 30,
      disabled: needsSea
    ) { pane, _ in pane.pick() },
    Binding(["0"], .finish, help: "key.submit", hint: "hint.submit", priority: 40, disabled: submittable) {
      $0.submit($1)
    },
    .open(needsCustomer), .why(needsOwn), .filter,
  ]

  private static let notHere: [Binding<TomorrowPane>] = [
    .notHere(.dial, ["d", .control("d")], help: "key.dial", because: "tomorrow.call_elsewhere"),
    .notHere(.write, ["w", .control("w")], help: "key.write", because: "tomorrow.call_elsewhere"),
    .notHere(.release, ["X", .control("x")], help: "key.release", because: "tomorrow.release_elsewhere"),
    .notRelease,
  ]

  private static let needsCustomer: Binding<TomorrowPane>.Reason = { pane in
    pane.subject == nil ? "message.no_customer" : nil
  }

  private static let needsOwn: Binding<TomorrowPane>.Reason = { pane in
    pane.choice == .sea ? "tomorrow.why_in_sea" : needsCustomer(pane)
  }

  /// On the list itself `+` fills from the library; of the sea only a pick can be put on it.
  private static let listable: Binding<TomorrowPane>.Reason = { pane in
    switch pane.choice {
    case .list where pane.view?.status == .passed: "tomorrow.is_passed"
    case .list: pane.fillable == 0 ? "tomorrow.nothing_to_fill" : nil
    case .sea: "tomorrow.pick_first"
    default: pane.targets.contains { !pane.isOnList($0.id) } ? nil : "tomorrow.is_listed"
    }
  }

  private static let needsListed: Binding<TomorrowPane>.Reason = { pane in
    let listed = pane.targets.filter { pane.isOnList($0.id) }
    if listed.isEmpty { return "tomorrow.is_not_listed" }
    return pane.view?.status == .passed && !listed.contains { pane.isLater($0.id) }
      ? "tomorrow.is_passed" : nil
  }

  private static let needsSea: Binding<TomorrowPane>.Reason = { pane in
    guard pane.choice == .sea else { return "tomorrow.pick_in_sea" }
    return needsCustomer(pane)
  }

  private static let submittable: Binding<TomorrowPane>.Reason = { pane in
    switch pane.view?.status {
    case .submitted: "tomorrow.is_submitted"
    case .passed: "tomorrow.is_passed"
    case .open, .returned: pane.view?.rows.isEmpty == true ? "tomorrow.is_empty" : nil
    case nil: "list.loading"
    }
  }
}
