import Domain
import Services
import TerminalKit

extension TomorrowPane {
  /// On the list `+` fills it up; elsewhere it puts on it what is selected.
  mutating func add() -> [Effect] {
    if choice == .list { return act(FillErrand()) }
    return act(Each(targets.filter { !isOnList($0.id) }.map { ListErrand($0) }))
  }

  mutating func drop() -> [Effect] {
    act(UnlistErrand(targets.filter { isOnList($0.id) }))
  }

  /// What is typed before its outcome is seen is dropped.
  private mutating func act(_ errand: some Errand) -> [Effect] {
    guard beginAct() else { return [] }
    let act = run(errand) { pane, _, _ in
      pane.endAct()
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
