/// Why a hit has its verdict (R5.5). In this order the reasons are asked for; the first that holds says.
package enum VerdictReason: Sendable, Hashable {
  /// On the list of those who are never picked or entered (R3.12).
  case blocked
  /// Its number must not be called (R6.3).
  case doNotCall
  case void
  /// Set aside, and to be taken up again where it is wanted (R2.4).
  case inactive
  /// Somebody applied for it; until when it is reserved, where that is known (R5.8).
  case appliedFor(by: Refusal.Holder, until: Instant?)
  case doubtful(Doubt)
  /// It does not open to the sea yet (R3.9).
  case lost
  /// He held it not long ago (R3.6).
  case coolingDown(until: Day)
  /// Released a moment ago, and can still be taken back (R3.5).
  case undoPending(by: Refusal.Holder, until: Instant)
  /// None of its numbers can be called.
  case noCallableNumber
  case inTheSea(since: Instant?)
  case own(since: Instant?)
  /// Held, and open to applications until support has judged (R5.7).
  case unprotected
  /// Where it stands on the service axis (section 9); since when its holder has it.
  case held(AxisSegment, since: Instant?)

  /// Part of the command line's contract.
  package var code: String {
    switch self {
    case .blocked: "blocked"
    case .doNotCall: "do_not_call"
    case .void: "void"
    case .inactive: "inactive"
    case .appliedFor: "applied_for"
    case .doubtful(let doubt): doubt.rawValue
    case .lost: "lost"
    case .coolingDown: "cooling_down"
    case .undoPending: "undo_pending"
    case .noCallableNumber: "no_callable_number"
    case .inTheSea: "in_the_sea"
    case .own: "own"
    case .unprotected: "unprotected"
    case .held(let segment, _): segment.code
    }
  }

  /// From which day, or until which moment, it stands; nil where it has no such end.
  package var end: (day: Day?, moment: Instant?) {
    switch self {
    case .coolingDown(let day): (day, nil)
    case .appliedFor(_, let moment): (nil, moment)
    case .undoPending(_, let moment): (nil, moment)
    default: (nil, nil)
    }
  }
}
