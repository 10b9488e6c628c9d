import Domain
import Services

/// Changes what is known of a customer; what is changed is checked at once (R5.7).
struct ChangeErrand: Errand {
  let change: CustomerChange
  let subject: Subject

  func run(in house: House, by actor: PersonID, at now: Instant) throws -> ChangeCustomer.Changed {
    try ChangeCustomer(subject.id, change).perform(by: actor, at: now, in: house)
  }

  /// W24: what the check found when it was saved.
  func report(_ changed: ChangeCustomer.Changed, _ context: Context) -> String? {
    guard let dispute = changed.dispute else {
      return context.words("report.changed", ["customer": subject.name])
    }
    return context.words("report.unprotected", ["twin": dispute.twinName.cut(to: 30)])
  }
}
