import Domain
import Glibc
import Storage

/// What one tick did.
package struct TickReport: Sendable, Equatable {
  package var released = 0
  package var warned = 0
  /// Customers whose turn failed: reported, and no hindrance to the others (R4.11).
  package var failed: [CustomerID] = []
  /// Nothing is released while the fuse is blown (R4.13).
  package var fuse: BlownFuse?

  package init() {}
}

/// One tick (R4.12): warns and releases whatever has come due, however late, each customer by itself.
package struct SweepDeadlines {
  /// Small, and over in a moment on a busy host too, so that nobody waits long for the write lock.
  private static let chunk = 100
  private static let chunkMilliseconds: Int64 = 5
  private static let pauseMicroseconds: UInt32 = 10_000
  private static let chunksBetweenCheckpoints = 2

  private let isReleasing: Bool

  /// - Parameter isReleasing: false only warns (R4.13).
  package init(isReleasing: Bool = true) {
    self.isReleasing = isReleasing
  }

  /// - Parameter keepGoing: asked before each further chunk, false once the lease is lost.
  package func perform(
    at now: Instant, in house: House, keepGoing: () throws -> Bool = { true }
  ) throws -> TickReport {
    var report = TickReport()
    try lapseRequests(at: now, in: house)
    try LapseApplications(house: house).perform(at: now)
    try TellLateJudgements(house: house).perform(at: now)
    var chunks = 0
    while true {
      let due = try house.read(as: .engine, at: now) { unit in
        try unit.store.opportunities.wakeful(
          at: now, limit: SweepDeadlines.chunk, releasing: isReleasing, except: report.failed)
      }
      if due.isEmpty { break }
      if chunks > 0 {
        guard try keepGoing() else { break }
        usleep(SweepDeadlines.pauseMicroseconds)
      }
      try sweep(due, at: now, in: house, into: &report)
      chunks += 1
      if chunks % SweepDeadlines.chunksBetweenCheckpoints == 0 { try house.checkpoint() }
    }
    return report
  }

  /// No answer in time is a refusal (R4.8). Where nothing is late nothing is written.
  private func lapseRequests(at now: Instant, in house: House) throws {
    let late = try house.read(as: .engine, at: now) { try $0.store.requests.late(at: now) }
    if late.isEmpty { return }
    try house.write(as: .engine, .answer, leaving: .changes, at: now) { unit in
      let late = try unit.store.requests.late(at: now)
      try unit.store.requests.lapse(before: now)
      for request in late {
        try unit.store.alerts.add(
          .requestRefused, to: request.asker.id, on: request.customer, due: request.expiresAt, clock: "",
          at: now)
        try unit.record(
          .answer, on: request.customer,
          EventDetail(["request": String(request.id.value), "granted": "false", "lapsed": "true"]))
      }
    }
  }

  private func sweep(
    _ due: [CustomerID], at now: Instant, in house: House, into report: inout TickReport
  ) throws {
    try house.write(as: .engine, .flowBack, leaving: .changes, at: now) { unit in
      let start = Stopwatch.milliseconds()
      for customer in due where Stopwatch.milliseconds() - start <= SweepDeadlines.chunkMilliseconds {
        do {
          let settled = try unit.store.connection.savepoint { try ClockKeeper(unit).look(at: customer) }
          report.warned += settled.warned
          report.released += settled.flowedBackAt == nil ? 0 : 1
        } catch DatabaseFailure.full {
          throw DatabaseFailure.full
        } catch {
          report.failed.append(customer)
        }
      }
    }
  }
}
