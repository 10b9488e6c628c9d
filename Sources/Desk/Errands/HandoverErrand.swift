import Domain
import Services

/// Hands customers over, all in one act (R2.6).
struct HandoverErrand: Errand {
  let handing: Handing
  let target: HandoverTarget
  /// Who gets it, as it is told.
  let name: String

  var reasonAgainstAgain: String? { "message.handover_is_back" }

  var about: Subject? {
    if case .customers(let subjects) = handing { return subjects.first }
    return nil
  }

  func run(in house: House, by actor: PersonID, at now: Instant) throws -> HandoverOutcome {
    try HandOver(handing.source, to: target).perform(by: actor, at: now, in: house)
  }

  func report(_ outcome: HandoverOutcome, _ context: Context) -> String? {
    let words = HandoverWords(context)
    if target == .sea { return words.said("report.handover.sea", outcome) }
    if case .customers(let subjects) = handing, subjects.count == 1, outcome.left.isEmpty {
      return context.words(
        "report.transferred", ["customer": subjects[0].name.cut(to: 30), "name": name])
    }
    return words.said("report.handover", outcome, to: name)
  }

  func undo(_ outcome: HandoverOutcome) -> Undo? {
    outcome.id.map { Undo(back: TakeBackHandoverErrand(handover: $0, about: about), again: self) }
  }

  func isInVain(_ outcome: HandoverOutcome) -> Bool { outcome.moved.isEmpty }
}
