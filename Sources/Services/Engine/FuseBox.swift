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
  /// is right again, or whose releases were all renewed meanwhile. True where releases are off.
  func inspect(_ reading: ClockReading) throws -> Bool {
    let distrust = house.rules.fuse.distrust(reading, after: try store.fuses.lastReading())
    if let blown = try store.fuses.blown() {
      guard distrust == nil, try blown.cause != .tooMany || store.fuses.over(at: reading.at).isEmpty else {
        return true
      }
      try mend(at: reading.at, by: nil)
    }
    if let cause = try distrust ?? (isTooMuch(store.fuses.over(at: reading.at)) ? .tooMany : nil) {
      try blow(cause, at: reading.at)
      return true
    }
    return false
  }

  /// Whether the releases of one due day would be too many, those that nobody confirmed. What earlier ticks released
  /// of the day counts with the rest.
  func isTooMuch(_ moments: [DueMoment]) throws -> Bool {
    let days = Dictionary(grouping: moments) { house.rules.calendar.dueDay(of: $0.due) }
    return try days.contains { try isTooMuch(on: $0.key, $0.value) }
  }

  private func isTooMuch(on day: Day, _ moments: [DueMoment]) throws -> Bool {
    let before = try store.fuses.released(on: day)
    let (gone, ahead) = (before.reduce(0) { $0 + $1.count }, moments.reduce(0) { $0 + $1.counts.total })
    guard gone + ahead > house.rules.fuse.count else { return false }
    var open = try moments.reduce(0) { try $0 + unconfirmed($1).total }
    if open == 0 { return false }
    let confirmed = try store.fuses.confirmed(for: house.rules.calendar.end(of: day))
    open += try before.filter { try !isUnder(confirmed, $0.department) }.reduce(0) { $0 + $1.count }
    return house.rules.fuse.isTooMuch(open, of: try store.fuses.held() + gone)
  }

  /// What nobody has confirmed of a due moment.
  func unconfirmed(_ moment: DueMoment) throws -> [HolderCount] {
    let confirmed = try store.fuses.confirmed(for: moment.due)
    return try moment.counts.filter { try !isUnder(confirmed, $0.department) }
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
