import Domain
import Storage

/// In whose place somebody answers what is asked (R8.4): in his own, and in that of each for whom he stands in today
/// (R2.6).
struct AnswerReach {
  private let unit: MomentUnit
  private let judges: [Person]

  init(_ unit: MomentUnit) throws {
    self.unit = unit
    let (person, rights) = (try unit.person, unit.rules.rights)
    let stands = rights.scopes(of: .answer, for: person.roles).contains(.covered)
    let today = unit.rules.calendar.day(of: unit.now)
    let absent = stands ? try unit.store.evenings.covered(by: person.id, on: today).map(unit.person) : []
    judges = ([person] + absent).filter { rights.allowBelow(.answer, to: $0) }
  }

  /// He answers nobody.
  var isEmpty: Bool { judges.isEmpty }

  /// Whether somebody's department lies under those he answers for.
  func covers(_ asker: PersonID) throws -> Bool { try !above(asker).isEmpty }

  func mayAnswer(_ asked: AskedRequest) throws -> Bool { try !judges(of: asked).isEmpty }

  func mayGrant(_ asked: AskedRequest) throws -> Bool {
    try judges(of: asked).contains { try asked.kind.rule.mayGrant(asked, $0, in: unit) }
  }

  /// Refuses what he asked himself or his like did, and what was asked under another department.
  func require(_ asked: AskedRequest) throws {
    guard asked.asker.id != unit.actor,
      try judges.contains(where: { try Allowance(unit).mayAnswer($0, asked.asker.id) })
    else { throw Refusal.ownRequest }
    if try !mayAnswer(asked) { throw Refusal.notAllowed(.answer) }
  }

  private func judges(of asked: AskedRequest) throws -> [Person] {
    if asked.asker.id == unit.actor { return [] }
    return try above(asked.asker.id).filter { try Allowance(unit).mayAnswer($0, asked.asker.id) }
  }

  private func above(_ asker: PersonID) throws -> [Person] {
    let department = try unit.person(asker).department
    return try judges.filter { try unit.store.people.isDepartment(department, under: $0.department) }
  }
}
