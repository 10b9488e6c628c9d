import TerminalKit

extension ApprovalsPane {
  static let keymap = Keymap<ApprovalsPane>(
    [
      Binding(["+"], .yes, help: "key.agree", hint: "hint.agree", priority: 10, disabled: answerable) {
        pane, _ in
        pane.choice == .forecast ? [.open(ConfirmPane())] : pane.grant()
      },
      Binding(["-"], .no, help: "key.refuse_request", hint: "hint.refuse", priority: 20, disabled: refusable)
      { pane, _ in
        [.open(RefusalPane(pane.requests))]
      },
      .open({ $0.holder == nil ? needsRequest($0) : nil }) { pane, context in
        pane.holder.map { [.open(HolderForecastPane($0))] } ?? pane.openCard(context)
      },
      .why(needsRequest), .filter,
    ] + Binding.rows + Binding.items + Binding.marking() + Binding.going)

  /// A request that waits, or releases that have to be confirmed.
  private static let answerable: Binding<ApprovalsPane>.Reason = { pane in
    guard pane.choice == .forecast else { return refusable(pane) ?? beyondOneself(pane) }
    return pane.forecast?.toConfirm == nil ? "approvals.nothing_to_confirm" : nil
  }

  /// R4.8: more days than a manager may grant. Among several that are marked, the others may go.
  private static let beyondOneself: Binding<ApprovalsPane>.Reason = { pane in
    let isBeyond = pane.requests.allSatisfy { pane.waiting($0.id)?.isBeyond == true }
    return isBeyond ? "approvals.is_for_directors" : nil
  }

  private static let refusable: Binding<ApprovalsPane>.Reason = { pane in
    switch pane.choice {
    case .waiting: pane.selected == nil ? "approvals.no_request" : nil
    case .forecast: "approvals.not_refusable"
    case .answered: "approvals.is_answered"
    }
  }

  private static let needsRequest: Binding<ApprovalsPane>.Reason = { pane in
    guard let selected = pane.selected, selected.customer != nil else { return "message.no_customer" }
    return pane.waiting(selected.id)?.isCustomerSeen == false ? "approvals.not_yours_to_see" : nil
  }
}
