import Domain
import Storage

/// Takes back the last act of a person that can be: a release or a note, within a minute (R3.5, R6.5).
package struct UndoLast {
  package init() {}

  package struct Undone: Sendable {
    package let act: Act
    package let customer: CustomerID
  }

  @discardableResult
  package func perform(by actor: PersonID, at now: Instant, in house: House) throws -> Undone {
    guard let last = try house.store.events.lastUndoable(by: actor) else { throw Refusal.tooLateToUndo }
    switch last {
    case .release(let customer):
      try UndoRelease(customer).perform(by: actor, at: now, in: house)
      return Undone(act: .release, customer: customer)
    case .note(let note, let customer):
      try TakeBackNote(note, on: customer).perform(by: actor, at: now, in: house)
      return Undone(act: .note, customer: customer)
    }
  }
}
