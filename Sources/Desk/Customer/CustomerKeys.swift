import TerminalKit

extension CustomerPane {
  static let keymap = Keymap<CustomerPane>(
    [
      .dial(mayDial) { $0.dial($1) }, .write(onlyShared), .callAgain(onlyPlanned),
      .copy(onlyShared) { $0.copy($1) },
      .why(onlyShared), .release(onlyMine), .notRelease, .give({ _ in nil }),
      .request(mineOrFree) { $0.request($1) },
      .edit(onlyMine, priority: 35),
      number([.tab], .switchHalf, help: "key.next_number", 1),
      number([.backTab], .switchHalfBack, help: "key.previous_number", -1),
      Binding(
        ["p", .control("p")], .pick, help: "key.pick", hint: "hint.pick", priority: 48, disabled: onlyFree
      ) { pane, _ in pane.pick() },
      Binding(["+"], .yes, help: "key.task_done", disabled: onlyTask) { pane, _ in pane.end(.done) },
      Binding(["-"], .no, help: "key.task_dropped", disabled: onlyTask) { pane, _ in pane.end(.dropped) },
    ] + Binding.next(hasList) { $0.turn($1, $2) } + Binding.rows + Binding.items + Binding.going)

  private static func number(
    _ keys: [Key], _ command: Command, help: String, _ step: Int
  ) -> Binding<CustomerPane> {
    Binding(keys, command, help: help, disabled: severalNumbers) { pane, _ in
      pane.switchNumber(step)
      return []
    }
  }

  private static let onlyMine: Binding<CustomerPane>.Reason = { pane in
    pane.view == nil || pane.isMine ? nil : "customer.not_yours"
  }

  private static let mayDial: Binding<CustomerPane>.Reason = { onlyShared($0) ?? $0.barred }

  private static let onlyShared: Binding<CustomerPane>.Reason = { pane in
    pane.view == nil || pane.isShared ? nil : "customer.not_yours"
  }

  private static let onlyPlanned: Binding<CustomerPane>.Reason = { pane in
    pane.view == nil || pane.isMine || pane.isCovered ? nil : "customer.not_yours"
  }

  private static let onlyFree: Binding<CustomerPane>.Reason = { pane in
    guard pane.view?.customer.holder != nil else { return nil }
    return pane.isMine ? "library.pick_is_in_the_sea" : "customer.held_by_another"
  }

  private static let mineOrFree: Binding<CustomerPane>.Reason = { pane in
    pane.isMine || pane.view?.customer.holder == nil ? nil : "customer.not_yours"
  }

  private static let onlyTask: Binding<CustomerPane>.Reason = { pane in
    if pane.choice != .tasks { return "customer.tasks_only" }
    return pane.task == nil ? "customer.no_open_task" : nil
  }

  private static let severalNumbers: Binding<CustomerPane>.Reason = { pane in
    pane.numbers.count > 1 ? nil : "customer.one_number"
  }

  private static let hasList: Binding<CustomerPane>.Reason = { pane in
    pane.place == nil ? "customer.no_list" : nil
  }
}
