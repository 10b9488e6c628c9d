import Domain
import Storage

/// Counts that somebody looked for a whole number in the sea or the check (R2.2): tried one by one, numbers that are
/// masked give themselves away. The count is the record: no audit event.
package struct NoteNumberSearch {
  package init() {}

  package func perform(by actor: PersonID, at now: Instant, in house: House) throws {
    try house.write(as: actor, .see, leaving: .nothing, at: now) {
      try $0.store.numberSearches.count(by: actor, at: now)
    }
  }
}
