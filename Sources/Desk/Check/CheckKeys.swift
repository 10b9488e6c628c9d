import Domain
import TerminalKit

extension CheckPane {
  static let keymap = Keymap<CheckPane>(
    [
      Binding([.enter], .open, help: "key.open", hint: "hint.open", priority: 12, disabled: needsLine) {
        $0.open($1)
      },
      Binding(
        ["p", .control("p")], .pick, help: "key.pick", hint: "hint.pick", priority: 10, disabled: canPick
      ) { pane, _ in pane.pick() },
      Binding(
        ["r", .control("r")], .request, help: "key.apply", hint: "hint.apply", priority: 20,
        disabled: canApply
      ) { $0.apply($1) },
      Binding(
        ["-"], .no, help: "key.refuse_application", hint: "hint.refuse", priority: 32, disabled: canRefuse
      ) { pane, _ in pane.sayNo() },
      Binding(
        ["w", .control("w")], .write, help: "key.tell_holder", hint: "hint.tell_holder", priority: 42,
        disabled: canTell
      ) { pane, _ in pane.tellHolder() },
      Binding(["+"], .yes, help: "key.enter_it", hint: "hint.enter_it", priority: 30, disabled: canSayYes) {
        $0.sayYes($1)
      },
      Binding(
        ["e", .control("e")], .edit, help: "key.edit_check", hint: "hint.edit_check", priority: 15,
        disabled: isEntry
      ) { pane, _ in pane.enterFields() },
      Binding(["="], .why, help: "key.why_verdict", hint: "hint.why", priority: 45, disabled: needsHit) {
        pane, _ in pane.explain()
      },
      Binding(
        ["y", .control("y")], .copy, help: "key.copy_receipt", hint: "hint.copy_receipt", priority: 40,
        disabled: needsText
      ) { $0.copy($1) },
      Binding(
        [.tab], .switchHalf, help: "key.switch_half", hint: "hint.switch_half", priority: 50,
        disabled: hasHalves
      ) { pane, _ in pane.switchHalf() },
      Binding([.backTab], .switchHalfBack, help: "key.switch_half", disabled: hasHalves) { pane, _ in
        pane.switchHalf()
      },
    ] + Binding.neighbours(needsLine) + Binding.rows + Binding.items + Binding.going)

  private static let needsHit: Binding<CheckPane>.Reason = { pane in
    pane.hit == nil ? "check.no_hit" : nil
  }

  private static let needsLine: Binding<CheckPane>.Reason = { pane in
    pane.item == nil && pane.hitCustomer == nil ? "check.no_hit" : nil
  }

  private static let hasHalves: Binding<CheckPane>.Reason = { pane in
    pane.item?.code == nil || pane.choice == .tasks ? "check.one_half" : nil
  }

  private static let canRefuse: Binding<CheckPane>.Reason = { pane in
    pane.item?.application == nil && pane.dispute == nil ? "check.nothing_to_refuse" : nil
  }

  private static let canTell: Binding<CheckPane>.Reason = { pane in
    guard let hit = pane.hit else { return "check.no_hit" }
    if case .own = hit.reason { return "check.tell.own" }
    return hit.customer == nil || hit.holder == nil ? "check.tell.nobody" : nil
  }

  private static let needsText: Binding<CheckPane>.Reason = { pane in
    if pane.choice == .receipts { return pane.item == nil ? "check.no_hit" : nil }
    return pane.choice == .entry && pane.form.hasTerms ? nil : "check.nothing_typed"
  }

  private static let isEntry: Binding<CheckPane>.Reason = { pane in
    pane.choice == .entry ? nil : "check.not_the_form"
  }

  private static let canPick: Binding<CheckPane>.Reason = { pane in
    guard pane.choice == .entry, let hit = pane.hit else { return "check.no_hit" }
    return hit.verdict == .mayPick ? nil : "check.not_in_the_sea"
  }

  /// Yes to an entry, or to what somebody applied for.
  private static let canSayYes: Binding<CheckPane>.Reason = { pane in
    switch pane.choice {
    case .queue:
      let isThere = pane.isInHits ? pane.hitCustomer != nil : pane.item != nil
      return isThere ? nil : "check.no_hit"
    case .judgements: return pane.item == nil ? "check.no_hit" : nil
    case .receipts, .tasks: return "check.not_the_form"
    case .entry: return pane.form.hasTerms ? pane.collision : "check.nothing_typed"
    }
  }

  /// What stands against an entry, as far as is known.
  private var collision: Hindrance? {
    guard isCurrent && !mayEnter && application == nil else { return nil }
    if search.found?.verdict == .mayEnter { return "check.wrong_field" }
    if CheckPane.canPick(self) == nil { return "check.may_not_enter.pick" }
    return CheckPane.canApply(self) == nil ? "check.may_not_enter.apply" : "check.may_not_enter"
  }

  /// Where one may enter or pick oneself, support is not asked (R5.8).
  private static let canApply: Binding<CheckPane>.Reason = { pane in
    guard pane.choice == .entry else { return "check.not_the_form" }
    if case .own = pane.hit?.reason { return "check.apply.own" }
    switch pane.search.found?.verdict {
    case nil: return "check.nothing_typed"
    case .mayEnter where pane.search.found?.problem != nil: return "check.wrong_field"
    case .mayEnter: return "check.apply.may_enter"
    case .mayPick: return pane.hit?.verdict == .mayPick ? "check.apply.may_pick" : "check.apply.in_the_sea"
    default: return pane.search.found?.reasonAgainstApplying
    }
  }
}
