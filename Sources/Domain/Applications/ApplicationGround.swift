/// What the check says to somebody who wants to apply (R5.8).
package enum ApplicationGround: Sendable, Equatable {
  /// Support may decide.
  case support
  /// Nothing is known of it: he enters it himself.
  case enter
  /// It is in the sea: he picks it himself.
  case pick(CustomerID?)
  /// Support can't change this.
  case none(VerdictReason)
}

extension [CollisionHit] {
  /// Whether somebody may apply: where support can decide about any of the customers found, but for none that is blocked
  /// or must not be called.
  package var applicationGround: ApplicationGround {
    let counting = filter(\.counts)
    if let beyond = counting.first(where: { $0.reason.isBeyondSupport }) { return .none(beyond.reason) }
    if counting.contains(where: { $0.verdict != .mayPick && !$0.reason.isHisOwn }) { return .support }
    if let own = counting.first(where: { $0.reason.isHisOwn }) { return .none(own.reason) }
    return counting.first.map { .pick($0.customer) } ?? .enter
  }
}

extension VerdictReason {
  /// No answer of support's helps: blocked (R3.12), not to be called (R6.3), somebody else's application (R5.8).
  package var isBeyondSupport: Bool {
    switch self {
    case .blocked, .doNotCall, .appliedFor: true
    default: false
    }
  }

  /// It is his, or only he may not have it yet.
  fileprivate var isHisOwn: Bool {
    switch self {
    case .own, .coolingDown, .undoPending: true
    default: false
    }
  }
}
