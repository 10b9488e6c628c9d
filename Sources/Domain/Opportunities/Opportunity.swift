/// How a customer came into a library (R3.2, R3.3).
package enum WayIn: String, Sendable {
  case picked, entered, imported, granted, transferred
}

/// Why an opportunity ended.
package enum EndReason: Sendable, Equatable {
  /// A rule gave the customer up (R4.6); the clocks whose due moment it was, the headline first (R4.4).
  case flowedBack(clocks: [String])
  case released(ReleaseReason)
  /// It turned out to be another customer, which somebody else holds (R3.11).
  case merged
  /// It was given to somebody else (R5.7).
  case transferred
  /// It went to the sea as its holder's customers were handed over (R2.6).
  case handedOver
  /// A duplicate: the company or person it was paired with has signed (R3.10).
  case pairSigned
  /// Its manager agreed that it is lost (R3.9).
  case lost(LostReason)
  /// It was set aside: for good, or until somebody takes it up again (R2.4).
  case voided, deactivated

  /// Whether its holder may not pick it again for a while (R3.6): only what he gave up or neglected.
  package var coolsDown: Bool {
    switch self {
    case .flowedBack, .released, .lost: true
    case .merged, .transferred, .handedOver, .pairSigned, .voided, .deactivated: false
    }
  }

  /// As scripts read it.
  package var code: String {
    switch self {
    case .flowedBack: "flowed_back"
    case .released(let reason): reason.rawValue
    case .merged: "merged"
    case .transferred: "transferred"
    case .handedOver: "handed_over"
    case .pairSigned: ReleaseReason.duplicate.rawValue
    case .lost(let reason): "lost_\(reason.rawValue)"
    case .voided: "voided"
    case .deactivated: "deactivated"
    }
  }
}

/// Why an agent gives a customer up (R3.5). The raw values are part of the command line's contract.
package enum ReleaseReason: String, Sendable, CaseIterable {
  case noNeed = "no_need"
  case unreachable, competitor, duplicate, other
}

/// One period in which one agent holds one customer (R3.3, R4.4).
package struct Opportunity: Sendable {
  package let id: OpportunityID
  package let customer: CustomerID
  package let holder: PersonID
  /// The policy it was opened under, which it keeps (R4.15).
  package let policy: String
  package let wayIn: WayIn
  package let enteredAt: Instant
  /// The last note that counted as one, and the last that counted as a visit (R4.9).
  package var lastNote: Renewal?
  package var lastVisit: Renewal?
  /// Uncounted tries (no answer, busy) since the last contact that was one (R4.9).
  package var triesInRow: Int

  /// Every clock that would fall before this moment runs to it: a granted extension (R4.8).
  package var extendedTo: Instant?
  /// It does not end before this moment: the grace of a take-back (R4.16), new rules (R4.15).
  package var heldUntil: Instant?
  /// Nor before this one: the answer to a request, at latest its expiry (R4.8).
  package var askedUntil: Instant?
  /// Nor before this one: an order was handed in (R4.19).
  package var orderedUntil: Instant?
  /// From when its time to sign runs, where its holder had the customer not long before (R4.1).
  package let signingFrom: Instant?
  /// No clock starts before this moment (R12.3).
  package let clocksFrom: Instant?

  /// A note that started a clock anew.
  package struct Renewal: Sendable, Equatable {
    package let note: NoteID
    package let at: Instant

    package init(note: NoteID, at: Instant) {
      self.note = note
      self.at = at
    }
  }

  package init(
    id: OpportunityID, customer: CustomerID, holder: PersonID, policy: String, wayIn: WayIn,
    enteredAt: Instant, lastNote: Renewal? = nil, lastVisit: Renewal? = nil, triesInRow: Int = 0,
    extendedTo: Instant? = nil, heldUntil: Instant? = nil, askedUntil: Instant? = nil,
    orderedUntil: Instant? = nil, signingFrom: Instant? = nil, clocksFrom: Instant? = nil
  ) {
    self.id = id
    self.customer = customer
    self.holder = holder
    self.policy = policy
    self.wayIn = wayIn
    self.enteredAt = enteredAt
    self.lastNote = lastNote
    self.lastVisit = lastVisit
    self.triesInRow = triesInRow
    self.extendedTo = extendedTo
    self.heldUntil = heldUntil
    self.askedUntil = askedUntil
    self.orderedUntil = orderedUntil
    self.signingFrom = signingFrom
    self.clocksFrom = clocksFrom
  }
}
