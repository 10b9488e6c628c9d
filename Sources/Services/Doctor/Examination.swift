import Domain
import Glibc
import Storage

/// Looks the whole base over, changing nothing: what is right, what is wrong, in the order of `Finding.Check`.
package struct Examination {
  /// About how many customers are reckoned anew.
  private static let sample = 5_000
  /// The engine looks every 20 seconds; after this long it does not.
  private static let engineSeconds: Int64 = 120
  /// The keeper moves the log each tick; one this large is nobody's.
  private static let logBytes: Int64 = 64 << 20

  private let unit: MomentUnit
  private let wallClock: Instant

  package static func read(
    by actor: PersonID, at now: Instant, wallClock: Instant, in house: House
  ) throws -> [Finding] {
    var findings: [Finding] = []
    for check in Finding.Check.allCases {
      do {
        findings.append(
          try house.read(as: actor, .engine, at: now) {
            try Examination(unit: $0, wallClock: wallClock).look(at: check)
          })
      } catch DatabaseFailure.failed
        where findings.contains(where: { $0.check == .guards && $0.state == .wrong })
      {
        // Nothing can be said of what was in a table that is gone.
        continue
      }
    }
    return findings
  }

  private func look(at check: Finding.Check) throws -> Finding {
    switch check {
    case .sqlite: try sqlite()
    case .file: try file()
    case .schema: try schema()
    case .guards: try guards()
    case .rows: try rows()
    case .derived: try derived()
    case .lists: try lists()
    case .search: try search()
    case .engine: try engine()
    case .clock: try clock()
    case .fuse: try fuse()
    case .calendar: try calendar()
    case .log: log()
    }
  }

  private func sqlite() throws -> Finding {
    let facts: [String: Finding.Fact] = ["version": .text(Health.sqliteVersion)]
    guard try unit.store.health.hasFullTextSearch() else { return Finding(.sqlite, .wrong, facts) }
    return Finding(.sqlite, Health.hasResetFault ? .note : .ok, facts)
  }

  private func file() throws -> Finding {
    let fault = try unit.store.health.quickCheck()
    return fault == "ok" ? Finding(.file, .ok) : Finding(.file, .wrong, ["fault": .text(fault)])
  }

  private func schema() throws -> Finding {
    let (version, known) = try unit.store.health.schema()
    return Finding(
      .schema, isRight: version == known, ["version": .number(version), "known": .number(known)])
  }

  /// R2.5: a dropped table or trigger shows. A base of another version says so itself.
  private func guards() throws -> Finding {
    let (version, known) = try unit.store.health.schema()
    let changed = version == known ? try unit.store.health.changedObjects() : []
    return Finding(
      .guards, isRight: changed.isEmpty,
      ["wrong": .number(changed.count), "first": .text(changed.first ?? "")])
  }

  private func rows() throws -> Finding {
    let (rows, (holders, areCountersRight)) = (
      try unit.store.health.rows(), try unit.store.health.disagreements()
    )
    return Finding(
      .rows, isRight: holders == 0 && areCountersRight,
      [
        "customers": .number(rows.customers), "held": .number(rows.held), "notes": .number(rows.notes),
        "events": .number(rows.events), "faults": .number(holders + (areCountersRight ? 0 : 1)),
      ])
  }

  // MARK: what follows from something else

  private func derived() throws -> Finding {
    // R4.15: while new rules are being reckoned, what is stored is half of the old.
    if try unit.pendingChange.get() != nil { return Finding(.derived, .note) }
    let step = try unit.store.fuses.held() / Examination.sample + 1
    let sample = try unit.store.health.heldSample(oneIn: step)
    let wrong = try sample.filter { try Clocks(unit).reckoned($0.customer) != $0 }
    return Finding(.derived, isRight: wrong.isEmpty, facts(wrong.map(\.customer), of: sample.count))
  }

  /// R7.5: what decides whether a customer counts on a list stands beside its place there too.
  private func lists() throws -> Finding {
    let wrong = try unit.store.dayLists.stale()
    return Finding(
      .lists, isRight: wrong.isEmpty,
      ["wrong": .number(wrong.count), "first": .text(wrong.first?.code ?? "")])
  }

  private func search() throws -> Finding {
    let step = Int(try unit.store.health.newestCustomer().value) / Examination.sample + 1
    let (sample, tables) = (try unit.store.health.nameSample(oneIn: step), unit.rules.tables)
    let wrong = try sample.filter { stored in
      let terms = NameTerms(stored.name, aliases: stored.aliases, tables)
      if !stored.agrees(with: terms, tables) { return true }
      return try !terms.grams.isEmpty && !unit.store.searchIndex.has(stored.customer, grams: terms.grams)
    }
    return Finding(.search, isRight: wrong.isEmpty, facts(wrong.map(\.customer), of: sample.count))
  }

  private func facts(_ wrong: [CustomerID], of looked: Int) -> [String: Finding.Fact] {
    ["wrong": .number(wrong.count), "looked": .number(looked), "first": .text(wrong.first?.code ?? "")]
  }

  // MARK: who keeps it

  private func engine() throws -> Finding {
    guard let last = try unit.store.fuses.lastReading()?.at else { return Finding(.engine, .wrong) }
    return Finding(
      .engine, isRight: abs(unit.now - last) <= Examination.engineSeconds, ["last": .moment(last)])
  }

  private func clock() throws -> Finding {
    let reading = ClockReading.current(at: unit.now, wallClock: wallClock)
    guard let cause = try FuseBox(unit).distrust(of: reading) else {
      return Finding(.clock, .ok, ["now": .moment(unit.now)])
    }
    return Finding(.clock, .wrong, ["now": .moment(unit.now), "cause": .fuse(cause)])
  }

  private func fuse() throws -> Finding {
    guard let blown = try unit.store.fuses.blown() else { return Finding(.fuse, .ok) }
    return Finding(.fuse, .wrong, ["cause": .fuse(blown.cause), "at": .moment(blown.at)])
  }

  private func calendar() throws -> Finding {
    let years = try unit.rules.yearsWithoutTable(at: unit.now)
    let thisYear = unit.rules.calendar.day(of: unit.now).civil.year
    let state: Finding.State = years.isEmpty ? .ok : years.contains(thisYear) ? .wrong : .note
    return Finding(.calendar, state, ["years": .text(years.map(String.init).joined(separator: ", "))])
  }

  private func log() -> Finding {
    let (bytes, movedAt) = unit.store.health.log()
    return Finding(
      .log, isRight: bytes <= Examination.logBytes,
      ["kilobytes": .number(Int(bytes >> 10)), "moved": .moment(movedAt)])
  }
}

extension HouseRules {
  /// The years into which a clock that starts now may run, and of which nobody knows the days off (R4.5).
  func yearsWithoutTable(at now: Instant) throws -> [Int] {
    let today = calendar.day(of: now)
    let clocks = try policyNames.flatMap { try policy($0).clocks }
    let last = clocks.map { $0.length.dueDay(from: today, in: calendar) }.max() ?? today
    return (today.civil.year...max(today, last).civil.year).filter { !calendar.hasTable(for: $0) }
  }
}
