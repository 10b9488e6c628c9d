import Domain
import Storage

extension ReadingUnit {
  /// The last days for the first return calls of somebody's signed customers (R4.3), by his policy.
  func returnCalls(of holder: PersonID, _ policy: Policy) throws -> [CustomerID: Day] {
    guard policy.signed.returnCallDays != nil else { return [:] }
    let reached = policy.notes.outcomes.filter(\.isEffectiveCall).map(\.outcome)
    return try store.orders.uncalled(of: holder, reached: reached)
      .compactMapValues(policy.signed.returnCallDay(confirmedOn:))
  }
}
