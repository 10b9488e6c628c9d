import Domain
import Services

/// Changes what is known of a customer; what is changed is checked at once (R5.7).
struct ChangeErrand: CustomerErrand {
  let change: CustomerChange
  let subject: Subject
  /// It takes a change back.
  var isBack = false

  static let said = "report.changed"

  var saidOfMany: String { isBack ? "report.change_undone" : Self.said }

  func run(in house: House, by actor: PersonID, at now: Instant) throws -> ChangeCustomer.Changed {
    try ChangeCustomer(subject.id, change).perform(by: actor, at: now, in: house)
  }

  /// W24: what the check found when it was saved.
  func report(_ changed: ChangeCustomer.Changed, _ context: Context) -> String? {
    if let dispute = changed.dispute {
      return context.words("report.unprotected", ["twin": dispute.twinName.cut(to: 30)])
    }
    if isBack && !isInVain(changed) { return context.words(saidOfMany, ["customer": subject.name]) }
    let key =
      isInVain(changed) ? "report.unchanged" : changed.reversal == nil ? Self.said : "report.changed.back"
    return context.words(key, ["customer": subject.name])
  }

  func isInVain(_ changed: ChangeCustomer.Changed) -> Bool { changed.isUnchanged }

  static func undo(_ done: [(errand: ChangeErrand, outcome: ChangeCustomer.Changed)]) -> Undo? {
    let back = done.compactMap { errand, changed in
      changed.reversal.map { ChangeErrand(change: $0, subject: errand.subject, isBack: !errand.isBack) }
    }
    return back.isEmpty ? nil : Undo(back: Each(back), again: Each(done.map(\.errand)))
  }
}
