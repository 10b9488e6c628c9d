import Services
import TerminalKit

extension EveningPane {
  static let keymap = Keymap<EveningPane>(
    [
      Binding(["+"], .yes, help: "key.pass", hint: "hint.pass", priority: 10, disabled: needsWaiting) {
        pane, _ in pane.pass()
      },
      Binding(["-"], .no, help: "key.send_back", hint: "hint.send_back", priority: 20, disabled: needsList) {
        pane, _ in
        pane.selected.map { [.open(LinePane(.sendBack($0)))] } ?? []
      },
      Binding(
        [.enter], .open, help: "key.open_agent", hint: "hint.open_agent", priority: 30, disabled: needsAgent
      ) { pane, _ in
        pane.openList()
      },
      Binding(["T"], .give, help: "key.give_all", disabled: needsAgent) { pane, context in
        guard context.session.allows(.handover) else { return [.say(context.words["palette.give.closed"])] }
        return pane.selected.map { [.open(HandoverPane(.everything(of: $0.agent), context))] } ?? []
      },
      Binding(
        ["0"], .finish, help: "key.end_round", hint: "hint.end_round", priority: 65, disabled: needsToday
      ) {
        $0.finish($1)
      }, .filter,
    ] + Binding.rows + Binding.items + Binding.marking() + Binding.going)

  private static let needsToday: Binding<EveningPane>.Reason = { pane in
    pane.choice.isOfToday ? nil : "evening.is_over"
  }

  private static let needsAgent: Binding<EveningPane>.Reason = { pane in
    pane.selected == nil ? "evening.nobody" : nil
  }

  private static let needsList: Binding<EveningPane>.Reason = { pane in
    if let reason = needsToday(pane) { return reason }
    guard let line = pane.selected else { return "evening.nobody" }
    return line.reasonAgainstAnswer
  }

  /// Among several that are marked, those that wait may go.
  private static let needsWaiting: Binding<EveningPane>.Reason = { pane in
    if let reason = needsToday(pane) { return reason }
    let reasons = pane.chosen.map(\.reasonAgainstAnswer)
    return reasons.contains(nil) ? nil : reasons.first ?? "evening.nobody"
  }
}

extension EveningLine {
  /// Why it can neither be passed nor sent back.
  var reasonAgainstAnswer: Hindrance? {
    switch status {
    case .submitted: nil
    case .notSubmitted: "evening.is_not_in"
    case .returned: "evening.is_back"
    case .passed: "evening.is_passed"
    case .away: "evening.is_away"
    }
  }
}
