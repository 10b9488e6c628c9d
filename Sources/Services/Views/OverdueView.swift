import Domain
import Storage

/// Calls that are overdue by the rhythm of their level, and levels to be asked again: an agent sees his own, a manager
/// those of his subtree (R4.3).
package struct OverdueView: Sendable {
  package struct Line: Sendable {
    package let holder: Refusal.Holder
    package let row: LibraryRow
    /// Days beyond the rhythm; nil where only the level is to be asked.
    package let days: Int?
    package let isLevelToAsk: Bool
    /// It is the first return call that is overdue (R4.3).
    package let isReturnCall: Bool
  }

  /// The longest overdue first.
  package let lines: [Line]

  package static func read(by actor: PersonID, at now: Instant, in house: House) throws -> OverdueView {
    try house.read(as: actor, .see, at: now) { unit in
      let person = try unit.person
      let isAbove = unit.rules.rights.scopes(of: .see, for: person.roles).contains(.subtree)
      let holders = isAbove ? try unit.store.people.people(under: person.department) : [actor]
      let found = try holders.flatMap { try lines(of: $0, in: unit) }
      return OverdueView(
        lines: found.sorted { ($1.days ?? 0, $0.row.id) < ($0.days ?? 0, $1.row.id) })
    }
  }

  private static func lines(of holder: PersonID, in unit: MomentUnit) throws -> [Line] {
    let rows = try unit.store.library.rows(of: holder, overAt: FuseBox(unit).overAt)
    guard !rows.isEmpty, let known = try unit.store.people.holder(holder) else { return [] }
    let policy = try unit.rules.policy(unit.person(holder).policy)
    let (today, now) = (unit.rules.calendar.day(of: unit.now), unit.now)
    let returnCalls = try unit.returnCalls(of: holder, policy)
    return rows.compactMap { row in
      let last = unit.rules.calendar.day(of: row.rhythmFrom)
      let byRhythm = policy.daysOverdue(row.intent, lastContact: last, on: today)
      let byReturn = returnCalls[row.id].flatMap { $0 < today ? today - $0 : nil }
      let isLevelToAsk = row.isLevelToAsk(at: now)
      guard let days = [byRhythm, byReturn].compactMap({ $0 }).max() ?? (isLevelToAsk ? 0 : nil) else {
        return nil
      }
      return Line(
        holder: known, row: row, days: days == 0 ? nil : days, isLevelToAsk: isLevelToAsk,
        isReturnCall: byReturn != nil)
    }
  }
}
