import Domain
import Services

/// Takes a handover back with every customer that stands as it left it (R2.6).
struct TakeBackHandoverErrand: Errand {
  let handover: HandoverID
  let about: Subject?

  func run(in house: House, by actor: PersonID, at now: Instant) throws -> HandoverOutcome {
    try TakeBackHandover(handover).perform(by: actor, at: now, in: house)
  }

  func report(_ outcome: HandoverOutcome, _ context: Context) -> String? {
    if outcome.moved.count == 1, outcome.left.isEmpty, let name = outcome.moved.first?.name {
      return context.words("report.handover.back.one", ["customer": name.cut(to: 30)])
    }
    return HandoverWords(context).back(outcome)
  }
}
