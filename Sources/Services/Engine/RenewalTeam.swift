import Domain
import Storage

/// Who wins signed customers for another term (R9.1, R9.3).
struct RenewalTeam {
  private let unit: ReadingUnit
  private let people: [Person]
  private let renewal: [Person]
  /// How many customers each agent of the renewal departments has.
  private var held: [PersonID: Int]

  init(_ unit: ReadingUnit) throws {
    self.unit = unit
    people = try unit.store.people.all().filter(\.isActive)
    renewal = try people.filter {
      try unit.rules.departmentKind(of: $0) == .renewal && !$0.roles.isDisjoint(with: [.agent, .manager])
    }
    held = [:]
    for agent in renewal where agent.roles.contains(.agent) {
      held[agent.id] = try unit.store.library.count(of: agent.id)
    }
  }

  /// Whoever has the fewest; nil where the house has no such agent.
  var next: Person? {
    let least = held.min { ($0.value, $0.key) < ($1.value, $1.key) }
    return renewal.first { $0.id == least?.key }
  }

  mutating func took(_ person: Person) { held[person.id, default: 0] += 1 }

  /// Whom an announcement goes to.
  func members(for holder: PersonID?) throws -> [PersonID] {
    let team = renewal.isEmpty ? try managers(above: holder) : renewal.map(\.id)
    return Set(team + [holder].compactMap { $0 }).sorted()
  }

  /// Both managers, who had it and who has it.
  func told(passing holder: PersonID?, to receiver: Person) throws -> [PersonID] {
    let managers = try managers(above: holder) + managers(above: receiver.id)
    return Set(managers + [holder, receiver.id].compactMap { $0 }).sorted()
  }

  /// The managers above somebody, else the directors above him.
  private func managers(above holder: PersonID?) throws -> [PersonID] {
    guard let holder = people.first(where: { $0.id == holder }) else { return [] }
    let above = try people.filter {
      try unit.store.people.isDepartment(holder.department, under: $0.department)
    }
    let managers = above.filter { $0.roles.contains(.manager) }
    return (managers.isEmpty ? above.filter { $0.roles.contains(.director) } : managers).map(\.id)
  }
}
