import Domain
import Storage

/// Past its expected buying time unsigned, the level of a customer is asked again, once a period (R4.3).
struct AskLevels {
  private static let chunk = 100

  let house: House

  /// - Parameter keepGoing: asked before each further chunk, false once the lease is lost.
  func perform(at now: Instant, keepGoing: () throws -> Bool) throws {
    var isFirst = true
    while try house.read(as: .engine, at: now, { try !$0.store.levels.toAsk(at: now, limit: 1).isEmpty }) {
      guard try isFirst || keepGoing() else { return }
      isFirst = false
      // The alert says it all: no audit event.
      try house.write(as: .engine, .engine, leaving: .nothing, at: now) { unit in
        for late in try unit.store.levels.toAsk(at: now, limit: AskLevels.chunk) {
          try unit.store.levels.markAsked(late.customer)
          try unit.store.alerts.add(
            .levelAsked, to: late.holder, on: late.customer, due: late.buysBy, clock: "", at: now)
        }
      }
    }
  }
}
