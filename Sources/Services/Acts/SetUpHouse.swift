import Domain
import Storage

/// Makes a new base with its first administrator, who is also its director.
package struct SetUpHouse {
  let policy: String
  let isSandbox: Bool
  let login: String
  let name: String
  let department: String

  package init(policy: String, isSandbox: Bool, login: String, name: String, department: String) {
    self.policy = policy
    self.isSandbox = isSandbox
    self.login = login
    self.name = name
    self.department = department
  }

  @discardableResult
  package func perform(at now: Instant, in house: House) throws -> PersonID {
    try house.write { store in
      guard try store.people.rootDepartment() == nil else {
        throw DatabaseFailure.exists(path: store.connection.path)
      }
      let root = try store.people.addDepartment(department, under: nil, policy: policy)
      if isSandbox { try store.settings.set(.sandbox, to: "1") }
      let id = try store.people.add(
        login: login, name: name, department: root, roles: [.admin, .director], at: now)
      try house.record(.setUp, on: nil, by: id, at: now, EventDetail(["policy": policy]))
      return id
    }
  }
}
