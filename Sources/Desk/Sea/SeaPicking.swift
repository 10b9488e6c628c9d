import Domain
import Services
import TerminalKit

extension SeaPane {
  /// Picks the selected row, or all that are marked. What was typed before its outcome is seen is dropped.
  mutating func pick() -> [Effect] {
    let targets = rows.targets.map { Subject($0.id, name: $0.name) }
    guard !isPicking, !targets.isEmpty else { return [] }
    isPicking = true
    rows.forgetRefusals()
    let pick = run(PickErrand.each(targets)) { pane, outcome, context in
      pane.take(outcome, context)
    } else: { pane, trouble, context in
      pane.isPicking = false
      guard case .refused(let refusal) = trouble, let only = targets.first else { return [] }
      return pane.refused(refusal, to: only, context)
    }
    return [pick, .outside(.discardTypeAhead)]
  }

  private mutating func take(_ outcome: Each<PickErrand>.Outcome, _ context: Context) -> [Effect] {
    isPicking = false
    for refused in outcome.refusals { rows.refuse(refused.subject.id, because: refused.reason) }
    rows.remove(Set(outcome.done.map(\.subject.id)))
    return [.after(80, .detail)] + readOn(context)
  }

  private static func swapEnded(for new: Subject, _ context: Context) -> SwapPane.Ending {
    { refusal in
      [
        later(context) { pane, context in
          if let refusal { return pane.refused(refusal, to: new, context) }
          pane.rows.remove([new.id])
          return [.after(80, .detail)]
        }
      ]
    }
  }

  /// The row stays, with the reason; where somebody else was first the cursor is one lower (R3.2).
  private mutating func refused(_ refusal: Refusal, to subject: Subject, _ context: Context) -> [Effect] {
    if case .libraryFull = refusal, let row = rows[subject.id] {
      return SwapNewcomer(row)
        .offer(after: .refused(refusal), context, then: SeaPane.swapEnded(for: subject, context))
    }
    rows.refuse(subject.id, because: refusal)
    guard let race = LostRace(refusal, context) else { return [] }
    if rows.list.selection == subject.id { rows.list.move(by: 1) }
    return [.say(race.text), .after(80, .detail), .outside(.discardTypeAhead)]
  }
}
