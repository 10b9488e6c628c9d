/// What somebody on the floor is doing (R8.5), as far as dialling and notes show it.
package enum FloorState: Sendable, Equatable {
  /// A number was dialled, and nothing is noted yet.
  case onThePhone(since: Instant)
  /// Since the last call or note of the day.
  case idle(since: Instant)
  /// Nothing was done yet today.
  case notBegun

  /// A call of more seconds is one of which nothing was noted.
  package static let longestCall: Int64 = 45 * 60

  package init(dialledAt: Instant?, notedAt: Instant?, at now: Instant) {
    switch (dialledAt, notedAt) {
    case (nil, nil): self = .notBegun
    case (let dialled?, let noted)
    where dialled > noted ?? dialled - 1 && now - dialled <= FloorState.longestCall:
      self = .onThePhone(since: dialled)
    case (let dialled, let noted):
      self = .idle(since: max(dialled ?? noted ?? now, noted ?? dialled ?? now))
    }
  }

  /// As scripts read it.
  package var code: String {
    switch self {
    case .onThePhone: "on_the_phone"
    case .idle: "idle"
    case .notBegun: "not_begun"
    }
  }

  package var since: Instant? {
    switch self {
    case .onThePhone(let moment), .idle(let moment): moment
    case .notBegun: nil
    }
  }
}
