import Domain
import Services
import TerminalKit

/// What comes back from the house. Who asked is told what came of it; all others merely look again.
extension DeskState {
  // MARK: what was done

  mutating func settle<E: Errand>(
    _ errand: E, _ result: Result<E.Outcome, Trouble>, then follow: (inout DeskState) -> [Effect]
  ) -> [Effect] {
    if errand.isQuiet { return follow(&self) }
    let said: Effect?
    switch result {
    case .success(let outcome):
      let report = errand.report(outcome, context)
      said = report.map { errand.isInVain(outcome) ? .refuse(.refusal($0, context)) : .say($0) }
      // What can't be taken back leaves nothing older to `u` (principle 8): that would be another act than the last.
      undo = errand.undo(outcome) ?? (report == nil || errand.isInVain(outcome) ? undo : nil)
    case .failure(let trouble): said = .refuse(.trouble(trouble, context))
    }
    return [said].compactMap { $0 } + follow(&self) + refresh()
  }

  // MARK: what was asked

  mutating func settle<Answer>(
    _ question: Question<Answer>, _ result: Result<Answer, Trouble>,
    then follow: (inout DeskState) -> [Effect]
  ) -> [Effect] {
    switch result {
    case .success(let answer):
      let record = question.record(answer).map { [Effect.run($0)] } ?? []
      // That it is back the next look at the base says, not whichever question went well beside one that did not.
      return record + follow(&self)
    case .failure(.refused(let refusal)):
      return [.refuse(.refusal(context.reason(of: refusal), context))] + follow(&self)
    case .failure(.failed(.interrupted)): return []
    case .failure(.failed(let failure)): return goAway(failure) + follow(&self)
    }
  }

  // MARK: the panes

  /// Only who asked, and where it is still there. What comes late does not come between somebody and other work.
  mutating func tell<Asking: Pane>(
    _ asker: Asker, _ body: (inout Asking, Context) -> [Effect]
  ) -> [Effect] {
    let isOnTop = asker == topAsker
    let effects = on(asker) { pane, context in
      guard var asking = pane as? Asking else { return [] }
      defer { pane = asking }
      return body(&asking, context)
    }
    return isOnTop ? effects : effects.filter { !$0.isIntrusive }
  }

  mutating func onTop(_ body: (inout any Pane, Context) -> [Effect]) -> [Effect] {
    on(topAsker, body)
  }

  /// What a pane asks for is asked by it.
  mutating func on(
    _ asker: Asker, _ body: (inout any Pane, Context) -> [Effect]
  ) -> [Effect] {
    guard var pane = self[asker] else { return [] }
    let effects = body(&pane, context(of: asker))
    self[asker] = pane
    return effects.map { $0.asked(by: asker) }
  }

  private mutating func onEach(_ body: (inout any Pane, Context) -> [Effect]) -> [Effect] {
    let askers = PaneID.allCases.map { Asker.base($0) } + layers.map { .layer($0.number) }
    return askers.flatMap { on($0, body) }
  }

  mutating func refresh() -> [Effect] {
    onEach { $0.refresh($1) }
  }

  /// Something was taken back, or done again.
  mutating func takenBack() -> [Effect] {
    onEach { $0.takenBack($1) }
  }

  /// Something was done with them, wherever they are marked.
  mutating func unmark(_ customers: [CustomerID]) {
    _ = onEach { pane, _ in
      pane.unmark(customers)
      return []
    }
  }

  /// The cursor goes there, where the top pane has it.
  mutating func follow(_ subject: Subject) {
    _ = onTop { pane, _ in
      pane.follow(subject)
      return []
    }
  }

  // MARK: the base away and back

  mutating func take(_ result: Result<WorkingGround?, Trouble>) -> [Effect] {
    switch result {
    case .success(nil): return isBack()
    case .success(let ground?) where !ground.person.isActive:
      // R2.4: he works here no more.
      farewell = context.words["message.deactivated"]
      return [.outside(.quit)]
    case .success(let ground?): return isBack() + move(to: ground) + ring(ground) + refresh()
    case .failure(.failed(.interrupted)): return []
    case .failure(.failed(let failure)): return goAway(failure)
    case .failure: return []
    }
  }

  /// R4.15: what came into force holds here from now on, without a new start.
  private mutating func move(to ground: WorkingGround) -> [Effect] {
    guard let session = session.moved(to: ground) else { return [] }
    self.session = session
    if home.closed(to: session) != nil { home = .library }
    return [.say(context.words["message.new_rules"])]
      + (place.closed(to: session) == nil ? [] : [.goTo(home)])
  }

  /// R11.9: one line on every screen of the house, and a bell for who wants it. Who confirmed it knows.
  private mutating func ring(_ ground: WorkingGround) -> [Effect] {
    guard let signing = ground.signing, signing.number > heard else { return [] }
    heard = signing.number
    if signing.confirmer == session.person.id { return [] }
    return [.say(context.wording.text(signing))] + (ground.rings ? [.outside(.bell)] : [])
  }

  private mutating func goAway(_ failure: DatabaseFailure) -> [Effect] {
    if away == nil { away = Away(since: now, failure: failure) }
    return [.after(DeskState.retryInterval, .poll)]
  }

  private mutating func isBack() -> [Effect] {
    guard away != nil else { return [] }
    away = nil
    return [.after(DeskState.pollInterval, .poll)] + refresh()
  }
}
