import CommandLine
import Domain
import Glibc
import Services
import Storage

/// What a large sweep costs those who work meanwhile, a simulation over all that is held, and a takeover.
struct SweepFigures {
  let base: BenchBase
  let writers: Int
  let due: Int

  func measure(_ show: (Figure) -> Void) throws {
    try simulations(show)
    let now = try makeDue()
    let beside = Writers(path: base.path, count: writers)
    let alone = try beside.written(at: now) { sleep(Writers.secondsAlone) }
    var (report, took) = (TickReport(), 0.0)
    let swept = try beside.written(at: now) {
      let house = try base.writer()
      took = try Stopwatch.milliseconds { report = try SweepDeadlines().perform(at: now, in: house) }
    }
    var notes = Figure(name: "note beside a sweep", ours: swept, floor: alone)
    notes.remark =
      "\(writers) processes; floor: the same without a sweep, p99 \(Figure.text(alone.at(0.99))) "
      + "max \(Figure.text(alone.most))"
    show(notes)
    var sweep = Figure(name: "sweep beside \(writers) writers", ours: Samples([took]))
    sweep.remark =
      "released \(report.released), failed \(report.failed.count), \(Int(Double(report.released) * 1000 / took)) a second"
    show(sweep)
    show(try takeover(at: now))
  }

  // MARK: what is due

  /// Makes so many customers due since the last midnight, all warned in time, as if nobody had called for a month.
  private func makeDue() throws -> Instant {
    let store = Store(try Connection(path: base.path, access: .write))
    let calendar = base.rules.calendar
    let today = calendar.day(of: base.now)
    let entered = calendar.moment(today - 31, minute: 600)
    try store.connection.write {
      let chosen = """
        SELECT id FROM customer WHERE owner IS NOT NULL AND state IN ('pending', 'following')
          AND NOT is_house_account AND flow_back_at IS NOT NULL ORDER BY id DESC LIMIT \(due)
        """
      try store.connection.execute("CREATE TEMP TABLE chosen (id INTEGER PRIMARY KEY)")
      try store.connection.execute("INSERT INTO chosen \(chosen)")
      try store.connection.run(
        """
        UPDATE opportunity SET entered_at = ?, note = NULL, note_at = NULL, visit = NULL, visit_at = NULL,
          extended_to = NULL, held_until = NULL, asked_until = NULL
        WHERE ended_at IS NULL AND customer IN chosen
        """, [entered])
      for level in [7, 3, 1] {
        try store.connection.run(
          """
          INSERT INTO warning (opportunity, clock, period_start, level, at)
          SELECT opportunity, 'note', ?, ?, ? FROM customer WHERE id IN chosen
          """, [entered, level, calendar.start(of: today - 1 - level)])
      }
      try store.connection.run(
        """
        UPDATE customer SET entered_at = ?1, flow_back_at = ?2, wake_at = ?2, clock = 'note', warned_at = ?3
        WHERE id IN chosen
        """, [entered, calendar.start(of: today), calendar.start(of: today - 8)])
    }
    try store.connection.checkpoint()
    return base.now
  }

  // MARK: others

  private func simulations(_ show: (Figure) -> Void) throws {
    let house = base.reader
    guard let admin = try Reading.firstAdministrator(in: house) else { return }
    let policy = try house.rules.policy("channel")
    var held = 0
    let took = try (0..<3).map { _ in
      try Stopwatch.milliseconds {
        held = try PolicySimulation.read(policy, by: admin.id, at: base.now, in: house).held
      }
    }
    var figure = Figure(name: "policy simulate", ours: Samples(took))
    figure.remark = "\(held) held"
    show(figure)
  }

  /// Of two engines that run the one with the lease is killed.
  private func takeover(at now: Instant) throws -> Figure {
    let program = Child.neighbour("tideline")
    let lease = try base.bare.statement("SELECT cast(holder AS INTEGER) FROM lease WHERE name = 'engine'")
    func holder() -> Int64? { lease.integers().first }
    let first = try Companion(program, ["engine", "run", "--db", base.path])
    while holder() != Int64(first.process) { usleep(20_000) }
    let second = try Companion(program, ["engine", "run", "--db", base.path])
    sleep(1)
    first.send(SIGKILL)
    let took = Stopwatch.milliseconds {
      while holder() != Int64(second.process) { usleep(20_000) }
    }
    second.send(SIGTERM)
    _ = (first.finish(), second.finish())
    return Figure(name: "takeover after kill -9", ours: Samples([took]), remark: "a look every 20 s")
  }
}
