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
    try house.read { store in
      let person = try Allowance(house).require(actor, .confirm)
      let through = house.rules.calendar.endOfNextDeskDay(after: now)
      let ahead = try store.fuses.due(after: now, through: through)
      return ReleaseForecast(
        through: through, counts: try ahead.byHolder.filter { try under(person, $0, store) },
        held: try store.fuses.held(), isTooMuch: try FuseBox(house).isTooMuch(ahead),
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
