import Domain
import Storage

/// Whose lists somebody may look into and pass today (R8.2): those under his department, and those under the
/// departments of whom he stands in for.
struct EveningReach {
  private let unit: MomentUnit
  let roots: [DepartmentID]

  init(_ unit: MomentUnit) throws {
    self.unit = unit
    let person = try unit.person
    let scopes = unit.rules.rights.scopes(of: .passList, for: person.roles)
    let own = scopes.contains(.subtree) ? [person.department] : []
    roots = own + (scopes.contains(.covered) ? try EveningReach.covered(by: person, in: unit) : [])
    if roots.isEmpty { throw Refusal.notAllowed(.passList) }
  }

  private static func covered(by person: Person, in unit: MomentUnit) throws -> [DepartmentID] {
    let today = unit.rules.calendar.day(of: unit.now)
    return try unit.store.evenings.covered(by: person.id, on: today).map(unit.person)
      .filter { unit.rules.rights.scopes(of: .passList, for: $0.roles).contains(.subtree) }.map(\.department)
  }

  /// The agents it reaches, of one department alone where one is named.
  func agents(of department: String?) throws -> [Person] {
    var found: [PersonID: Person] = [:]
    for root in try roots(under: department) {
      for agent in try unit.store.people.agents(under: root) { found[agent.id] = agent }
    }
    return found.values.sorted { $0.id < $1.id }
  }

  private func roots(under department: String?) throws -> [DepartmentID] {
    guard let department else { return roots }
    guard let named = try unit.store.people.department(named: department) else {
      throw Refusal.invalidField("department", .unknown)
    }
    guard try reaches(named) else { throw Refusal.notAllowed(.passList) }
    return [named]
  }

  private func reaches(_ department: DepartmentID) throws -> Bool {
    try roots.contains { try unit.store.people.isDepartment(department, under: $0) }
  }

  /// Refuses one's own list, and that of another department.
  func require(_ agent: Person) throws {
    if agent.id == unit.actor { throw Refusal.ownList }
    guard try reaches(agent.department) else {
      throw Refusal.otherDepartment(
        Refusal.Holder(id: agent.id, name: agent.name, department: agent.departmentName))
    }
  }
}
