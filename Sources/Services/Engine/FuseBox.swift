import Domain
import FoundationEssentials
import Glibc
import Storage

/// Asks, before anything is released by rule, whether it can be right (R4.13).
struct FuseBox {
  private let unit: MomentUnit

  init(_ unit: MomentUnit) {
    self.unit = unit
  }

  /// The moment by which a customer is over: now, or never while releases by rule are off.
  var overAt: Instant? {
    get throws { try isOff() ? nil : unit.now }
  }

  /// Whether releases by rule are off now: the fuse has blown, or the clock says that it must.
  ///
  /// Acts ask this for the one customer they are about; only the engine blows the fuse.
  func isOff() throws -> Bool {
    if let known = unit.isReleasingOff { return known }
    let isOff = try findOff()
    unit.isReleasingOff = isOff
    return isOff
  }

  private func findOff() throws -> Bool {
    if try unit.store.fuses.blown() != nil { return true }
    // R4.15: until every running clock is reckoned by the new rules, nobody is released by them.
    if try unit.pendingChange.get() != nil { return true }
    return try !trustsClock()
  }

  /// Whether this moment can be taken for the time of the house, and its dues stand. Where not, nobody is warned either: the warning would
  /// stand after the clock came back, at a moment that never was.
  func trustsNow() throws -> Bool {
    if let blown = try unit.store.fuses.blown(), blown.cause != .tooMany { return false }
    if try unit.pendingChange.get() != nil { return false }
    return try trustsClock()
  }

  private func trustsClock() throws -> Bool {
    try trusts(.current(at: unit.now, wallClock: .onTheWall))
  }

  func trusts(_ reading: ClockReading) throws -> Bool {
    try distrust(of: reading) == nil
  }

  func distrust(of reading: ClockReading) throws -> FuseCause? {
    unit.rules.fuse.distrust(
      reading, after: try unit.store.fuses.lastReading(), highest: try unit.store.fuses.highest())
  }

  /// Whether the releases of one due day would be too many, those that nobody confirmed. What earlier ticks released
  /// of the day counts with the rest.
  func isTooMuch(_ moments: [DueMoment]) throws -> Bool {
    let days = Dictionary(grouping: moments) { unit.rules.calendar.dueDay(of: $0.due) }
    return try days.contains { try isTooMuch(on: $0.key, $0.value) }
  }

  private func isTooMuch(on day: Day, _ moments: [DueMoment]) throws -> Bool {
    let before = try unit.store.fuses.released(on: day)
    let (gone, ahead) = (before.reduce(0) { $0 + $1.count }, moments.reduce(0) { $0 + $1.counts.total })
    guard gone + ahead > unit.rules.fuse.count else { return false }
    var open = try moments.reduce(0) { try $0 + unconfirmed($1).total }
    if open == 0 { return false }
    let confirmed = try unit.store.fuses.confirmed(for: unit.rules.calendar.end(of: day))
    open += try before.filter { try !isUnder(confirmed, $0.department) }.reduce(0) { $0 + $1.count }
    return unit.rules.fuse.isTooMuch(open, of: try unit.store.fuses.held() + gone)
  }

  /// What nobody has confirmed of a due moment.
  func unconfirmed(_ moment: DueMoment) throws -> [HolderCount] {
    let confirmed = try unit.store.fuses.confirmed(for: moment.due)
    return try moment.counts.filter { try !isUnder(confirmed, $0.department) }
  }

  /// Whether releases up to this due moment are confirmed for a department.
  func isConfirmed(_ due: Instant, for department: DepartmentID) throws -> Bool {
    try isUnder(unit.store.fuses.confirmed(for: due), department)
  }

  private func isUnder(_ roots: [DepartmentID], _ department: DepartmentID) throws -> Bool {
    try roots.contains { try unit.store.people.isDepartment(department, under: $0) }
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
