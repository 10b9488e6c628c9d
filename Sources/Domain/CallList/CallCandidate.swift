/// What is known of a customer that may have to be called today (R7.1).
package struct CallCandidate: Sendable {
  package let id: CustomerID
  package let level: String
  package let next: NextContact?
  /// The effective due; nil where no clock runs.
  package let due: Instant?
  /// The last note of this holding, else the entry (R3.3).
  package let lastContact: Instant
  /// Whether its holder called it today.
  package let isCalledToday: Bool
  /// Unreachable or unwilling for now (R3.1).
  package let isInvalid: Bool
  /// Its place on the list that was prepared for today, from 1; nil where it is not on it.
  package let preparedAs: Int?
  /// By when its first return call is due (R4.3); nil where none is.
  package let returnCallBy: Instant?

  package init(
    id: CustomerID, level: String, next: NextContact?, due: Instant?, lastContact: Instant,
    isCalledToday: Bool, isInvalid: Bool = false, preparedAs: Int?, returnCallBy: Instant? = nil
  ) {
    self.id = id
    self.level = level
    self.next = next
    self.due = due
    self.lastContact = lastContact
    self.isCalledToday = isCalledToday
    self.isInvalid = isInvalid
    self.preparedAs = preparedAs
    self.returnCallBy = returnCallBy
  }

  /// When it is to be contacted as agreed with it.
  var appointment: Instant? { next.flatMap { $0.isAgreed ? $0.at : nil } }
}
