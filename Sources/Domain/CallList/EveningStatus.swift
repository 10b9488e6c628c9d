/// Where an agent's list stands in the evening (R8.1). The raw values are part of the command line's contract.
package enum EveningStatus: String, Sendable, CaseIterable {
  case notSubmitted = "not_submitted"
  case returned, submitted, passed
  /// On leave, with a deputy (R2.6).
  case away

  package init(_ status: ListStatus?, isAway: Bool) {
    self =
      switch status {
      case .submitted: .submitted
      case .passed: .passed
      case .returned: .returned
      case .open, nil: isAway ? .away : .notSubmitted
      }
  }

  /// Nobody has to look at it any more.
  package var isSettled: Bool { self == .passed || self == .away }
}
