import Domain

extension Wording {
  /// `预约 11-28 周六 10:00 送样`, `回访 11-28 周六 10:00`: what is agreed with a customer is told from what is ours (R6.1).
  package func text(of next: NextContact, at now: Instant) -> String {
    let text = words(
      next.isAgreed ? "contact.agreed" : "contact.ours", ["moment": moment(next.at, at: now)])
    return next.purpose.isEmpty ? text : "\(text) \(next.purpose)"
  }

  /// Of a next contact that lies beyond the due, or that was planned when the customer left (R4.17).
  package func lateContact(_ next: NextContact, isOff: Bool, at now: Instant) -> String {
    words(isOff ? "alert.next.closed" : "alert.next.beyond", ["next": text(of: next, at: now)])
  }
}
