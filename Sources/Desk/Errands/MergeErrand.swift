import Domain
import Services

/// Makes one customer of two records (R3.11).
struct MergeErrand: Errand {
  let subject: Subject
  let other: CustomerID

  /// - Returns: the one that stays.
  func run(in house: House, by actor: PersonID, at now: Instant) throws -> CustomerID {
    try MergeCustomers(subject.id, other).perform(by: actor, at: now, in: house)
  }

  func report(_ survivor: CustomerID, _ context: Context) -> String? {
    let gone = survivor == other ? subject.id : other
    return context.words("merge.done", ["code": survivor.code, "other": gone.code])
  }
}
