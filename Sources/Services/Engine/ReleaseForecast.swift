import Domain
import Storage

extension [HolderCount] {
  var total: Int { reduce(0) { $0 + $1.count } }
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
    let cause = try house.readWithoutRight { try $0.store.fuses.blown()?.cause }
    if let cause, cause != .tooMany { return try mendClock(by: actor, at: now, in: house) }
    let shown = min(shownAt ?? now, now)
    let holders = try house.read(as: actor, .confirm) { try self.holders(dueBy: shown, in: $0) }
    var released = 0
    for holder in holders { released += try release(of: holder, dueBy: shown, by: actor, at: now, in: house) }
    try house.write(as: actor, .confirm, leaving: .changes, at: now) { unit in
      guard try unit.store.fuses.over(at: now).isEmpty else { return }
      try unit.mendFuse()
      try unit.store.fuses.record(ClockReading(at: now, uptime: nil, boot: ""))
    }
    return released
  }

  /// The clock is right as it stands, says a director or an administrator. What is due goes by the rules again, and above
  /// the limit only once its managers confirm it.
  private func mendClock(by actor: PersonID, at now: Instant, in house: House) throws -> Int {
    try house.write(as: actor, .mendClock, leaving: .changes, at: now) { unit in
      try unit.mendFuse()
      try unit.store.fuses.record(ClockReading(at: now, uptime: nil, boot: ""))
    }
    return 0
  }

  /// Whose customers are over, of his subtree.
  private func holders(dueBy shown: Instant, in unit: ReadingUnit) throws -> [PersonID] {
    guard try unit.store.fuses.blown() != nil else { throw Refusal.nothingToConfirm }
    let department = try unit.person.department
    let counts = try unit.store.fuses.over(at: shown).flatMap(\.counts).filter {
      try unit.store.people.isDepartment($0.department, under: department)
    }
    return Set(counts.map(\.holder.id)).sorted()
  }

  private func release(
    of holder: PersonID, dueBy shown: Instant, by actor: PersonID, at now: Instant, in house: House
  ) throws -> Int {
    try house.write(as: actor, .confirm, leaving: .changes, at: now) { unit in
      let customers = try unit.store.fuses.over(of: holder, at: shown)
      for customer in customers { try ClockKeeper(unit).end(customer, confirmedBy: actor) }
      return customers.count
    }
  }
}

/// What a manager is shown before he confirms (R4.13).
package struct ReleaseForecast: Sendable {
  /// Due from now until this moment: the end of the next desk day.
  package let through: Instant
  /// By holder, the most first.
  package let counts: [HolderCount]
  package let held: Int
  /// Whether the fuse would blow if nobody confirmed what is left to confirm.
  package let isTooMuch: Bool
  /// Whether the reader's subtree is confirmed already.
  package let isConfirmed: Bool
  package let blown: BlownFuse?
  /// What the blown fuse holds back, by holder.
  package let heldBack: [HolderCount]

  /// Whose customers these are, each once: what is held back first.
  package var holders: [Refusal.Holder] {
    var seen: Set<PersonID> = []
    return (heldBack + counts).map(\.holder).filter { seen.insert($0.id).inserted }
  }

  package static func read(by actor: PersonID, at now: Instant, in house: House) throws -> ReleaseForecast {
    try house.read(as: actor, .confirm, at: now) { unit in
      let person = try unit.person
      let through = unit.rules.calendar.endOfNextDeskDay(after: now)
      let ahead = try unit.store.fuses.due(after: now, through: through)
      return ReleaseForecast(
        through: through, counts: try ahead.byHolder.filter { try under(person, $0, unit) },
        held: try unit.store.fuses.held(), isTooMuch: try FuseBox(unit).isTooMuch(ahead),
        isConfirmed: try FuseBox(unit).isConfirmed(through, for: person.department),
        blown: try unit.store.fuses.blown(),
        heldBack: try unit.store.fuses.over(at: now).flatMap(\.counts).filter { try under(person, $0, unit) })
    }
  }

  private static func under(_ person: Person, _ count: HolderCount, _ unit: ReadingUnit) throws -> Bool {
    try unit.store.people.isDepartment(count.department, under: person.department)
  }
}

/// A manager confirms the forecast for his subtree before the night (R4.13).
package struct ConfirmForecast {
  package init() {}

  package func perform(by actor: PersonID, at now: Instant, in house: House) throws {
    try house.write(as: actor, .confirm, at: now) { unit in
      let through = unit.rules.calendar.endOfNextDeskDay(after: now)
      try unit.store.fuses.confirm(unit.person.department, through: through, by: actor, at: now)
      unit.event.add(["through": unit.rules.calendar.iso8601(through)])
    }
  }
}

extension [DueMoment] {
  /// Of all moments together, the most first.
  var byHolder: [HolderCount] {
    Dictionary(grouping: flatMap(\.counts), by: \.holder.id).values
      .compactMap { counts in
        counts.first.map {
          HolderCount(holder: $0.holder, department: $0.department, count: counts.total)
        }
      }
      .sorted { ($1.count, $0.holder.id) < ($0.count, $1.holder.id) }
  }
}
