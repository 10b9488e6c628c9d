import Domain
import Storage

/// Whose figures somebody may see: those of the agents whose customers he sees (R2.2), the former ones among them.
struct ReportReach {
  private let unit: MomentUnit

  init(_ unit: MomentUnit) {
    self.unit = unit
  }

  enum Extent {
    case alone(Person)
    /// The departments, and all below them.
    case below([DepartmentID])
  }

  /// - Parameter department: of the agents under it alone.
  func people(of department: String?) throws -> [Person] {
    switch try extent(of: department) {
    case .alone(let reader): [reader]
    case .below(let roots): try roots.flatMap { try unit.store.people.agents(under: $0, andFormer: true) }
    }
  }

  func extent(of department: String?) throws -> Extent {
    let (reader, people) = (try unit.person, unit.store.people)
    let scopes = unit.rules.rights.scopes(of: .see, for: reader.roles)
    let named = try department.map { name in
      guard let id = try people.department(named: name) else {
        throw Refusal.invalidField("department", .unknown)
      }
      return id
    }
    if scopes.contains(.all) { return .below(try named.map { [$0] } ?? people.roots()) }
    guard scopes.contains(.subtree) else {
      if !scopes.contains(.own) || named ?? reader.department != reader.department {
        throw Refusal.notAllowed(.see)
      }
      return .alone(reader)
    }
    let root = named ?? reader.department
    guard try people.isDepartment(root, under: reader.department) else { throw Refusal.notAllowed(.see) }
    return .below([root])
  }
}
