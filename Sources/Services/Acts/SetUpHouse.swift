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
    try house.write(as: .engine, .setUp, leaving: .event, at: now) { unit in
      guard try unit.store.people.rootDepartment() == nil else {
        throw DatabaseFailure.exists(path: unit.store.connection.path)
      }
      let root = try unit.store.people.addDepartment(department, under: nil, policy: policy)
      if isSandbox { try unit.store.settings.set(.sandbox, to: "1") }
      let id = try unit.store.people.add(
        login: login, name: name, department: root, roles: [.admin, .director], at: now)
      try unit.record(.setUp, on: nil, by: id, EventDetail(["policy": policy]))
      return id
    }
  }
}
