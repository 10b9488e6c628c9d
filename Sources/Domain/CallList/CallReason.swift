/// Why a customer is to be called (R7.1), the strongest first. The raw values are part of the command line's contract.
package enum CallReason: String, Sendable, CaseIterable, Comparable {
  /// An appointment whose minute has passed.
  case missed
  case appointment
  /// About to flow back.
  case rescue
  /// Overdue by the rhythm of its level.
  case overdue
  /// The first one after an order was confirmed (R4.3).
  case returnCall = "return_call"
  case callback
  /// On the list that was prepared the evening before.
  case prepared

  package static func < (one: CallReason, other: CallReason) -> Bool { one.rank < other.rank }

  private var rank: Int { CallReason.allCases.firstIndex(of: self) ?? 0 }
}
