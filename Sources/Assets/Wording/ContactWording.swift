import Domain

extension Wording {
  /// Of a next contact that lies beyond the due, or that was planned when the customer left (R4.17).
  package func lateContact(_ moment: Instant, isOff: Bool, at now: Instant) -> String {
    words(isOff ? "alert.next.closed" : "alert.next.beyond", ["next": self.moment(moment, at: now)])
  }
}
