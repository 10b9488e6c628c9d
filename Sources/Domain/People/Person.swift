/// What a person may be (R2.1). The raw values are part of the command line's contract.
package enum Role: String, Sendable, CaseIterable {
  case agent, manager, director, support, clerk, reception, admin
}

/// Somebody of the house. A person has one or more roles and one place in the tree of departments (R2.1).
package struct Person: Sendable, Equatable {
  package let id: PersonID
  package let login: String
  package let name: String
  package let department: DepartmentID
  package let departmentName: String
  package let roles: Set<Role>
  /// Deactivated people can do nothing (R2.4).
  package let isActive: Bool
  /// His own library capacity, where it differs from the policy's (R3.4).
  package let capacity: Int?
  /// The policy of his department, or of the nearest one above that names one.
  package let policy: String
  /// What his department, or the nearest one above that says so, is there for; nil where the policy says it.
  package let departmentKind: DepartmentKind?

  package init(
    id: PersonID, login: String, name: String, department: DepartmentID, departmentName: String,
    roles: Set<Role>, isActive: Bool, capacity: Int?, policy: String,
    departmentKind: DepartmentKind? = nil
  ) {
    self.id = id
    self.login = login
    self.name = name
    self.department = department
    self.departmentName = departmentName
    self.roles = roles
    self.isActive = isActive
    self.capacity = capacity
    self.policy = policy
    self.departmentKind = departmentKind
  }
}
