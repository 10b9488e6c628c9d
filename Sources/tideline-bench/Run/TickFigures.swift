import Domain
import Services
import Storage

/// The engine's look for what is due, and the work itself. Customers become due because the clock is set ahead.
struct TickFigures {
  let base: BenchBase
  private static let wanted = [1000, 100_000]

  func figures() throws -> [Figure] {
    let house = try base.writer()
    let engine = Engine(house)
    let wake = try base.bare.statement(
      "SELECT id FROM customer WHERE wake_at <= ? ORDER BY wake_at, id LIMIT 100")
    let clear = base.now - 86_400
    var idle = try Comparison.figure("tick, nothing due", rounds: 100) { _ in
      _ = try engine.tick(at: clear, wallClock: clear)
    } floor: { _ in
      try wake(.integer(clear.seconds))
    }
    idle.remark = "with the lease kept on disk; floor: the seek"
    let look = try Comparison.figure("look, nothing due", rounds: 400) { _ in
      _ = try engine.nextLook(after: clear)
    } floor: { _ in
      try wake(.integer(clear.seconds))
    }
    return try [idle, look] + TickFigures.wanted.flatMap { try sweeps($0, house) }
  }

  /// Two sweeps: the first finds everybody unwarned and warns, the second, later, releases.
  private func sweeps(_ wanted: Int, _ house: House) throws -> [Figure] {
    let store = Store(try Connection(path: base.path, access: .read, cacheKiB: BenchBase.readerKiB))
    let moment = try base.bare.statement(
      "SELECT wake_at FROM customer WHERE wake_at IS NOT NULL ORDER BY wake_at LIMIT 1 OFFSET ?")
    let last = try base.bare.statement("SELECT max(wake_at) FROM customer WHERE wake_at IS NOT NULL")
    let reached = moment.integers(.integer(Int64(wanted - 1))).first ?? last.integers().first
    guard let reached, reached > 0 else { return [] }
    let now = Instant(seconds: reached)
    let all = try base.bare.statement("SELECT id FROM customer WHERE wake_at <= ? ORDER BY wake_at, id")
    var count = 0
    var find = try Comparison.figure("find what is due, \(wanted)", rounds: 20, warmUp: 2) { _ in
      count = try store.opportunities.wakeful(at: now, limit: 1_000_000, releasing: true, except: []).count
    } floor: { _ in
      try all(.integer(reached))
    }
    find.remark = "\(count) due"
    return [
      find, try sweep("sweep, \(wanted) due", at: now, house),
      try sweep("sweep a day later", at: now + 86_400, house),
    ]
  }

  private func sweep(_ name: String, at now: Instant, _ house: House) throws -> Figure {
    var report = TickReport()
    let took = try Stopwatch.milliseconds { report = try SweepDeadlines().perform(at: now, in: house) }
    let remark = "warned \(report.warned), released \(report.released), failed \(report.failed.count)"
    return Figure(name: name, ours: Samples([took]), remark: remark)
  }
}
