import Domain
import Storage

/// What is asked, and who answers it (R8.4).
package enum RequestQueue {
  /// The requests that wait for an answer of somebody.
  package static func read(for actor: PersonID, at now: Instant, in house: House) throws -> [AskedRequest] {
    try house.read(as: actor, .answer, at: now) { try open(in: $0, reach: try reach(in: $0)) }
  }

  /// How many these are; none for who has no right to answer.
  static func count(in unit: MomentUnit) throws -> Int {
    let reach = try AnswerReach(unit)
    return reach.isEmpty ? 0 : try open(in: unit, reach: reach).count
  }

  /// Refuses who answers nobody today.
  static func reach(in unit: MomentUnit) throws -> AnswerReach {
    let reach = try AnswerReach(unit)
    if reach.isEmpty { throw Refusal.notAllowed(.answer) }
    return reach
  }

  static func open(in unit: MomentUnit, reach: AnswerReach) throws -> [AskedRequest] {
    try unit.store.requests.open(at: unit.now).filter(reach.mayAnswer)
  }

  /// Who may answer what somebody asks: those above him with the right, the nearest first; for more days than a
  /// manager may grant, directors (R4.8).
  package static func answerers(of actor: PersonID, days: Int, in house: House) throws -> [Refusal.Holder] {
    try house.read(as: actor, .askExtension) { try answerers(days: days, in: $0) }
  }

  static func answerers(days: Int = 0, in unit: ReadingUnit) throws -> [Refusal.Holder] {
    let asker = try unit.person
    let isForDirectors = days > (try unit.rules.policy(asker.policy)).extensions.managerDays
    return try unit.store.people.above(asker.department).compactMap { id in
      let person = try unit.person(id)
      guard unit.rules.rights.allowBelow(.answer, to: person),
        try Allowance(unit).mayAnswer(person, asker.id),
        !isForDirectors || person.roles.contains(.director)
      else { return nil }
      return Refusal.Holder(id: person.id, name: person.name, department: person.departmentName)
    }
  }
}
