import Domain
import Storage

/// Says that somebody is away for some days, and who stands in for him (代管, R2.6): between these days he works the other's
/// customers as a helper, and all returns by itself. What was said of these days and later ones before is said no longer.
/// Clocks run on: what falls due during the leave is listed.
package struct CoverPerson {
  let person: PersonID
  let deputy: PersonID
  let from: Day
  let to: Day

  package init(_ person: PersonID, from: Day, to: Day, by deputy: PersonID) {
    self.person = person
    self.deputy = deputy
    self.from = from
    self.to = to
  }

  /// - Returns: what falls due during it, soonest first.
  @discardableResult
  package func perform(by actor: PersonID, at now: Instant, in house: House) throws -> [LibraryRow] {
    try house.write(as: actor, .cover, at: now) { unit in
      let (away, stands) = (try unit.person(person), try unit.person(deputy))
      try requireSense(stands, in: unit)
      guard try unit.store.people.isDepartment(away.department, under: unit.person.department) else {
        throw Refusal.notAllowed(.cover)
      }
      try unit.store.evenings.cover(person, from: from, to: to, by: deputy)
      unit.event.add(["person": away.login, "deputy": stands.login, "from": from.iso, "to": to.iso])
      let span = "\(from.iso) - \(to.iso)"
      try unit.store.alerts.tell(.covers, deputy, due: now, remark: "\(away.name) \(span)", at: now)
      try unit.store.alerts.tell(.covered, person, due: now, remark: "\(stands.name) \(span)", at: now)
      return try dueMeanwhile(in: unit)
    }
  }

  /// The last day ends at its midnight, which belongs to it (R4.5).
  private func dueMeanwhile(in unit: WritingUnit) throws -> [LibraryRow] {
    let calendar = unit.rules.calendar
    let (start, end) = (calendar.start(of: from), calendar.end(of: to))
    return try Clocks(unit).library(of: person).filter { $0.due.map { $0 > start && $0 <= end } ?? false }
  }

  private func requireSense(_ stands: Person, in unit: WritingUnit) throws {
    if to < from { throw Refusal.invalidField("last_day", .outOfRange) }
    if to < unit.rules.calendar.day(of: unit.now) { throw Refusal.invalidField("last_day", .past) }
    if person == deputy { throw Refusal.invalidField("by", .taken) }
    if !stands.isActive { throw Refusal.invalidField("by", .unknown) }
  }
}
