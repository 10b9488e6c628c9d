import Domain
import Storage

extension MomentUnit {
  /// What its holder did with the customer: since when it is his, and how often he was in touch.
  func factsOfHolding(_ asked: AskedRequest) throws -> [RequestFact] {
    guard let opportunity = try asked.opportunity(in: self) else { return [] }
    let notes = try store.notes.count(in: opportunity.id)
    return [RequestFact("held_since", .at(opportunity.enteredAt)), RequestFact("notes", .count(notes.count))]
      + [notes.last.map { RequestFact("last_note", .at($0)) }].compactMap { $0 }
  }
}
