import Domain
import Storage

/// R4.19: the clerk is reminded of an order that nobody has confirmed for two desk days. Where none waits so long nothing
/// is written.
struct RemindOfOrders {
  let house: House

  func perform(at now: Instant) throws {
    if try house.read(as: .engine, at: now, { try $0.store.orders.toRemind(at: now).isEmpty }) { return }
    // The alert says it all: no audit event.
    try house.write(as: .engine, .engine, leaving: .nothing, at: now) { unit in
      for waiting in try unit.store.orders.toRemind(at: now) {
        try unit.store.alerts.add(
          .orderWaits, toAll: .clerk, on: waiting.customer, due: waiting.waitsUntil, at: now)
      }
      try unit.store.orders.markReminded(at: now)
    }
  }
}
