import Domain
import Services

/// What the sea asks of the house.
extension Errands {
  func page(_ ask: SeaAsk, at now: Instant) throws -> SeaPage {
    try SeaPage.read(ask.terms, after: ask.after, limit: ask.limit, by: actor, at: now, in: house)
  }

  /// One more than is shown, so that 1,000 is told from more.
  func count(_ terms: SeaTerms) throws -> Int {
    try SeaPage.count(terms, cap: SeaAsk.mostCounted + 1, by: actor, in: house)
  }

  /// Each by itself, in order. A single one is simply refused.
  func pick(_ subjects: [Subject], at now: Instant) throws -> Picked {
    var picked = Picked()
    var isOver: Refusal?
    for subject in subjects {
      do {
        if let isOver { throw isOver }
        let pick = PickCustomer(subject.id, showsNumber: subjects.count == 1)
        let taken = try pick.perform(by: actor, at: now, in: house)
        if subjects.count == 1 { picked.tell(of: taken) }
      } catch let refusal as Refusal where subjects.count > 1 {
        picked.refusals[subject] = refusal
        if refusal.holdsForAll { isOver = refusal }
      }
    }
    return picked
  }

  func swap(_ old: Subject, for new: Subject, at now: Instant) throws -> Picked {
    let swap = SwapCustomer(release: old.id, pick: new.id, showsNumber: true)
    var picked = Picked()
    picked.tell(of: try swap.perform(by: actor, at: now, in: house))
    return picked
  }
}

extension Picked {
  /// What shows now that it is one's own.
  fileprivate mutating func tell(of taken: TakenCustomer) {
    number = taken.number?.display
    due = taken.due
  }
}

extension Refusal {
  /// No other customer would fare better.
  fileprivate var holdsForAll: Bool {
    switch self {
    case .libraryFull, .dailyLimit, .notAllowed: true
    default: false
    }
  }
}
