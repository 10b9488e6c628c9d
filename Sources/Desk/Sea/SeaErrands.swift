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
        try PickCustomer(subject.id).perform(by: actor, at: now, in: house)
      } catch let refusal as Refusal where subjects.count > 1 {
        picked.refusals[subject] = refusal
        if refusal.holdsForAll { isOver = refusal }
      }
    }
    if subjects.count == 1, let only = subjects.first { try tell(of: only, in: &picked, at: now) }
    return picked
  }

  func swap(_ old: Subject, for new: Subject, at now: Instant) throws -> Picked {
    try SwapCustomer(release: old.id, pick: new.id).perform(by: actor, at: now, in: house)
    var picked = Picked()
    try tell(of: new, in: &picked, at: now)
    return picked
  }

  /// What shows now that it is one's own.
  private func tell(of subject: Subject, in picked: inout Picked, at now: Instant) throws {
    let view = try CustomerView.read(subject.id, by: actor, at: now, in: house)
    if view.isFirstSight { try NoteNumberShown(subject.id).perform(by: actor, at: now, in: house) }
    picked.number = Dialling.best(of: view)?.display
    picked.due = view.standing?.effectiveDue
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
