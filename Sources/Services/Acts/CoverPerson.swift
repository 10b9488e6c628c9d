import Domain
import Storage

/// Says that somebody is away for some days, and who stands in for him (R2.6). What was said of these days and later
/// ones before is said no longer. Clocks run on.
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

  package func perform(by actor: PersonID, at now: Instant, in house: House) throws {
    try house.write(as: actor, .cover, at: now) { unit in
      let (away, stands) = (try unit.person(person), try unit.person(deputy))
      try requireSense(stands, in: unit)
      guard try unit.store.people.isDepartment(away.department, under: unit.person.department) else {
        throw Refusal.notAllowed(.cover)
      }
      try unit.store.evenings.cover(person, from: from, to: to, by: deputy)
      unit.event.add(["person": away.login, "deputy": stands.login, "from": from.iso, "to": to.iso])
    }
  }

  private func requireSense(_ stands: Person, in unit: WritingUnit) throws {
    if to < from { throw Refusal.invalidField("last_day", .outOfRange) }
    if to < unit.rules.calendar.day(of: unit.now) { throw Refusal.invalidField("last_day", .past) }
    if person == deputy { throw Refusal.invalidField("by", .taken) }
    if !stands.isActive { throw Refusal.invalidField("by", .unknown) }
  }
}
