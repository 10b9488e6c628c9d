/// From which figures on a sign shows (*policy*).
package struct SuspicionRules: Sendable, Equatable {
  /// Customers with one text.
  package let sameText: Int
  /// Characters; fewer are too few.
  package let shortText: Int
  /// Calls noted within a minute without one of them dialled.
  package let callsAMinute: Int
  /// Between one holding and the next of the same person, somebody else's between them.
  package let ringDays: Int
  /// Before the due moment, in seconds.
  package let lastSeconds: Int64
  /// Of one person, on one day of the house.
  package let checksADay: Int
  /// Between the entry and the release by hand.
  package let soonReleasedDays: Int

  package init(
    sameText: Int, shortText: Int, callsAMinute: Int, ringDays: Int, lastSeconds: Int64, checksADay: Int,
    soonReleasedDays: Int
  ) {
    self.sameText = sameText
    self.shortText = shortText
    self.callsAMinute = callsAMinute
    self.ringDays = ringDays
    self.lastSeconds = lastSeconds
    self.checksADay = checksADay
    self.soonReleasedDays = soonReleasedDays
  }
}
