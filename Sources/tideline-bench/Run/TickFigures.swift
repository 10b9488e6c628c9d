import Domain
import Services
import Storage

/// The engine's tick, its look for what is due, and the work itself. Customers become due because the clock is set ahead.
struct TickFigures {
  let base: BenchBase
  private static let wanted = [1000, 100_000]

  func figures() throws -> [Figure] {
    let house = try base.writer()
    return try [idle(house), look(house)] + TickFigures.wanted.map(find)
      + TickFigures.wanted.flatMap { try sweeps($0, house) }
  }

  /// The lease and the clock's reading are written each time, and the log is moved into the file.
  private func idle(_ house: House) throws -> Figure {
    let engine = Engine(house)
    try trustClock(at: base.now)
    let wake = try base.bare.statement(
      "SELECT id FROM customer WHERE wake_at <= ? ORDER BY wake_at, id LIMIT 100")
    var idle = try Comparison.figure("tick, nothing due", rounds: 100) {
      let now = base.now + Int64($0)
      _ = try engine.tick(at: now, wallClock: now)
    } floor: {
      try wake(.integer(base.now.seconds + Int64($0)))
    }
    idle.remark = "two durable commits and a checkpoint; floor: the seek alone"
    return idle
  }

  private func look(_ house: House) throws -> Figure {
    let engine = Engine(house)
    let wake = try base.bare.statement("SELECT min(wake_at) FROM customer WHERE wake_at > ?")
    return try Comparison.figure("next look", rounds: 400) { _ in
      _ = try engine.nextLook(after: base.now)
    } floor: { _ in
      try wake(.integer(base.now.seconds))
    }
  }

  private func find(_ wanted: Int) throws -> Figure {
    let store = Store(try Connection(path: base.path, access: .read, cacheKiB: BenchBase.readerKiB))
    let floor = try base.bare.statement(
      "SELECT id FROM customer WHERE wake_at <= ? ORDER BY wake_at, id LIMIT ?")
    let now = try moment(ofDue: wanted)
    var count = 0
    var find = try Comparison.figure("find what is due, \(wanted)", rounds: 20, warmUp: 2) { _ in
      count = try store.opportunities.wakeful(at: now, limit: wanted, releasing: true, except: []).count
    } floor: { _ in
      try floor(.integer(now.seconds), .integer(Int64(wanted)))
    }
    find.remark = "\(count) due"
    return find
  }

  /// The first moment at which so many are due, or all that are held.
  private func moment(ofDue wanted: Int) throws -> Instant {
    let moment = try base.bare.statement(
      "SELECT wake_at FROM customer WHERE wake_at IS NOT NULL ORDER BY wake_at LIMIT 1 OFFSET ?")
    let last = try base.bare.statement("SELECT max(wake_at) FROM customer WHERE wake_at IS NOT NULL")
    let found = moment.integers(.integer(Int64(wanted - 1))).first ?? last.integers().first
    return Instant(seconds: found ?? base.now.seconds)
  }

  /// Two sweeps: the first finds most of them unwarned and warns, the second, later, releases.
  private func sweeps(_ wanted: Int, _ house: House) throws -> [Figure] {
    let now = try moment(ofDue: wanted)
    return try [
      sweep("sweep, \(wanted) due", at: now, house), sweep("  and a day later", at: now + 86_400, house),
    ]
  }

  private func sweep(_ name: String, at now: Instant, _ house: House) throws -> Figure {
    var report = TickReport()
    try trustClock(at: now)
    let took = try Stopwatch.milliseconds { report = try SweepDeadlines().perform(at: now, in: house) }
    let remark = "warned \(report.warned), released \(report.released), failed \(report.failed.count)"
    return Figure(name: name, ours: Samples([took]), remark: remark)
  }

  /// As if the engine had ticked all along: else its fuse would take the clock for wrong.
  private func trustClock(at now: Instant) throws {
    let store = Store(try Connection(path: base.path, access: .write))
    try store.connection.write { try store.fuses.record(ClockReading(at: now, uptime: nil, boot: "")) }
  }
}
