import Domain
import FoundationEssentials
import Glibc
import Storage

/// Asks, before anything is released by rule, whether it can be right (R4.13).
struct FuseBox {
  private let house: House
  private let store: Store

  init(_ house: House) {
    self.house = house
    store = house.store
  }

  /// The moment by which a customer is over: now, or never while releases by rule are off.
  func overAt(_ now: Instant) throws -> Instant? {
    try isOff(at: now) ? nil : now
  }

  /// Whether releases by rule are off now: the fuse has blown, or the clock says that it must.
  ///
  /// Acts ask this for the one customer they are about; only the engine blows the fuse.
  func isOff(at now: Instant) throws -> Bool {
    if try store.fuses.blown() != nil { return true }
    // R4.15: until every running clock is reckoned by the new rules, nobody is released by them.
    if try store.ruleVersions.hasUnreckoned() { return true }
    return try !trusts(now)
  }

  /// Whether this moment can be taken for the time of the house. Where not, nobody is warned either: the warning would
  /// stand after the clock came back, at a moment that never was.
  func trusts(_ now: Instant) throws -> Bool {
    if let blown = try store.fuses.blown(), blown.cause != .tooMany { return false }
    return try trusts(.current(at: now, wallClock: Instant(seconds: Int64(time(nil)))))
  }

  func trusts(_ reading: ClockReading) throws -> Bool {
    house.rules.fuse.distrust(reading, after: try store.fuses.lastReading()) == nil
  }

  /// The engine's look, before it releases anything: blows the fuse, or mends one that a wrong clock had blown and that
  /// is right again. True where releases are off.
  func inspect(_ reading: ClockReading) throws -> Bool {
    let distrust = house.rules.fuse.distrust(reading, after: try store.fuses.lastReading())
    if let blown = try store.fuses.blown() {
      guard blown.cause != .tooMany, distrust == nil else { return true }
      try mend(at: reading.at, by: nil)
    }
    if let cause = try distrust ?? tooMany(at: reading.at) {
      try blow(cause, at: reading.at)
      return true
    }
    return false
  }

  private func tooMany(at now: Instant) throws -> FuseCause? {
    let days = Dictionary(grouping: try store.fuses.over(at: now)) {
      house.rules.calendar.dueDay(of: $0.moment)
    }
    for moments in days.values where moments.reduce(0, { $0 + $1.counts.total }) > house.rules.fuse.count {
      let open = try moments.reduce(0) { try $0 + unconfirmed($1.counts, dueAt: $1.moment) }
      if house.rules.fuse.isTooMuch(open, of: try store.fuses.held()) { return .tooMany }
    }
    return nil
  }

  /// Whether the releases of one of the due days ahead would be too many, if nobody confirmed.
  func willBlow(after now: Instant, through end: Instant, of held: Int) throws -> Bool {
    let days = Dictionary(grouping: try store.fuses.dueMoments(after: now, through: end)) {
      house.rules.calendar.dueDay(of: $0.moment)
    }
    return days.values.contains { moments in
      house.rules.fuse.isTooMuch(moments.reduce(0) { $0 + $1.count }, of: held)
    }
  }

  private func unconfirmed(_ counts: [HolderCount], dueAt moment: Instant) throws -> Int {
    let confirmed = try store.fuses.confirmed(for: moment)
    return try counts.filter { try !isUnder(confirmed, $0.department) }.total
  }

  /// Whether releases up to this due moment are confirmed for a department.
  func isConfirmed(_ due: Instant, for department: DepartmentID) throws -> Bool {
    try isUnder(store.fuses.confirmed(for: due), department)
  }

  private func isUnder(_ roots: [DepartmentID], _ department: DepartmentID) throws -> Bool {
    try roots.contains { try store.people.isDepartment(department, under: $0) }
  }

  private func blow(_ cause: FuseCause, at now: Instant) throws {
    try house.write { store in
      try store.fuses.blow(BlownFuse(cause: cause, at: now, lastTick: try store.fuses.lastReading()?.at))
      try house.record(.fuse, on: nil, by: nil, at: now, EventDetail(["blown": cause.rawValue]))
    }
  }

  func mend(at now: Instant, by person: PersonID?) throws {
    try house.write { store in
      try store.fuses.mend()
      try house.record(.fuse, on: nil, by: person, at: now, EventDetail(["mended": "true"]))
    }
  }
}

extension [HolderCount] {
  fileprivate var total: Int { reduce(0) { $0 + $1.count } }
}

/// A manager confirms, for his subtree, what a blown fuse held back (R4.13): what was renewed meanwhile is no longer
/// due; the rest ends now, its original due kept in the reason.
package struct ConfirmReleases {
  /// When what is confirmed was shown; what fell due since was not.
  let shownAt: Instant?

  package init(shownAt: Instant? = nil) {
    self.shownAt = shownAt
  }

  /// - Returns: how many customers went to the sea.
  @discardableResult
  package func perform(by actor: PersonID, at now: Instant, in house: House) throws -> Int {
    let person = try Allowance(house).require(actor, .confirm)
    guard try house.store.fuses.blown() != nil else { throw Refusal.nothingToConfirm }
    let shown = min(shownAt ?? now, now)
    let counts = try house.store.fuses.over(at: shown).flatMap(\.counts)
    let holders = try counts.filter {
      try house.store.people.isDepartment($0.department, under: person.department)
    }
    var released = 0
    for holder in Set(holders.map(\.holder.id)).sorted() {
      released += try release(of: holder, dueBy: shown, at: now, by: actor, in: house)
    }
    if try house.store.fuses.over(at: now).isEmpty {
      try FuseBox(house).mend(at: now, by: actor)
      try house.write { try $0.fuses.record(ClockReading(at: now, uptime: nil, boot: "")) }
    }
    return released
  }

  private func release(
    of holder: PersonID, dueBy shown: Instant, at now: Instant, by actor: PersonID, in house: House
  ) throws -> Int {
    try house.write { store in
      let customers = try store.fuses.over(of: holder, at: shown)
      for customer in customers { try ClockKeeper(house).end(customer, confirmedBy: actor, at: now) }
      return customers.count
    }
  }
}

/// What a manager is shown before he confirms, and what the engine asks at 15:00 (R4.13).
package struct ReleaseForecast: Sendable {
  /// Due from now until this moment: the end of the next desk day.
  package let through: Instant
  /// By holder, the most first.
  package let counts: [HolderCount]
  package let held: Int
  /// Whether the fuse would blow if nobody confirmed.
  package let isTooMuch: Bool
  /// Whether the reader's subtree is confirmed already.
  package let isConfirmed: Bool
  package let blown: BlownFuse?
  /// What the blown fuse holds back, by holder.
  package let heldBack: [HolderCount]

  package static func read(by actor: PersonID, at now: Instant, in house: House) throws -> ReleaseForecast {
    try house.read { store in
      let person = try Allowance(house).require(actor, .confirm)
      let through = house.rules.calendar.endOfNextDeskDay(after: now)
      let all = try store.fuses.due(after: now, through: through)
      let held = try store.fuses.held()
      return ReleaseForecast(
        through: through, counts: try all.filter { try under(person, $0, store) }, held: held,
        isTooMuch: try FuseBox(house).willBlow(after: now, through: through, of: held),
        isConfirmed: try FuseBox(house).isConfirmed(through, for: person.department),
        blown: try store.fuses.blown(),
        heldBack: try store.fuses.over(at: now).flatMap(\.counts).filter { try under(person, $0, store) })
    }
  }

  private static func under(_ person: Person, _ count: HolderCount, _ store: Store) throws -> Bool {
    try store.people.isDepartment(count.department, under: person.department)
  }
}

/// A manager confirms the forecast for his subtree before the night (R4.13).
package struct ConfirmForecast {
  package init() {}

  package func perform(by actor: PersonID, at now: Instant, in house: House) throws {
    try house.write { store in
      let person = try Allowance(house).require(actor, .confirm)
      let through = house.rules.calendar.endOfNextDeskDay(after: now)
      try store.fuses.confirm(person.department, through: through, by: actor, at: now)
      try house.record(
        .confirm, on: nil, by: actor, at: now,
        EventDetail(["through": house.rules.calendar.iso8601(through)]))
    }
  }
}

extension ClockReading {
  /// The clock as it stands; a clock that was set by hand can't be held against the host's uptime.
  static func current(at now: Instant, wallClock: Instant) -> ClockReading {
    guard abs(now - wallClock) <= 2 else { return ClockReading(at: now, uptime: nil, boot: "") }
    var time = timespec()
    clock_gettime(CLOCK_BOOTTIME, &time)
    return ClockReading(at: now, uptime: Int64(time.tv_sec), boot: boot)
  }

  private static let boot: String = {
    let data = try? Data(contentsOf: URL(filePath: "/proc/sys/kernel/random/boot_id"))
    return data.map { String(decoding: $0, as: UTF8.self) } ?? ""
  }()
}
