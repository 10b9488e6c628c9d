import Domain
import Services
import TerminalKit

extension TomorrowPane {
  /// On the list `+` fills it up; elsewhere it puts on it what is selected.
  mutating func add() -> [Effect] {
    if choice == .list { return act(FillErrand()) }
    return act(Each(targets.filter { !isOnList($0.id) }.map { ListErrand($0) })) { $0.customers }
  }

  mutating func drop() -> [Effect] {
    let listed = targets.filter { isOnList($0.id) }
    return act(UnlistErrand(listed)) { _ in listed.map(\.id) }
  }

  /// What is typed before its outcome is seen is dropped.
  ///
  /// - Parameter done: who needs no mark any more.
  private mutating func act<E: Errand>(
    _ errand: E, done: @escaping @Sendable (E.Outcome) -> [CustomerID] = { _ in [] }
  ) -> [Effect] {
    guard beginAct() else { return [] }
    let act = run(errand) { pane, outcome, _ in
      pane.endAct(unmarking: done(outcome))
      return []
    } else: { pane, _, _ in
      pane.endAct()
      return []
    }
    return [act, .outside(.discardTypeAhead)]
  }

  /// W27: a short list is handed in by a second `0`, with a reason.
  mutating func submit(_ context: Context) -> [Effect] {
    guard let view else { return [] }
    if view.figures.isWhole { return act(SubmitErrand(reason: "")) }
    if isShortSaid { return [.open(LinePane(.submit(view.figures)))] }
    isShortSaid = true
    return [.say(ListWords.text("tomorrow.too_few", view.figures, context))]
  }
}
