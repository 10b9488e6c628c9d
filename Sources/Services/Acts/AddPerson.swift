import Domain
import Storage

/// Brings somebody into the house (R2.1). A department that is not known yet is made, under the first one.
package struct AddPerson {
  let login: String
  let name: String
  let department: String
  let roles: Set<Role>
  /// What the department is there for from now on; nil leaves that as it is.
  let departmentKind: DepartmentKind?

  package init(
    login: String, name: String, department: String, roles: Set<Role>, departmentKind: DepartmentKind? = nil
  ) {
    self.login = login
    self.name = name
    self.department = department
    self.roles = roles
    self.departmentKind = departmentKind
  }

  @discardableResult
  package func perform(by actor: PersonID, at now: Instant, in house: House) throws -> PersonID {
    try house.write(as: actor, .people, at: now) { unit in
      try check(in: unit)
      let place =
        try unit.store.people.department(named: department)
        ?? unit.store.people.addDepartment(
          department, under: unit.store.people.rootDepartment(), policy: nil)
      if let departmentKind { try unit.store.people.setKind(departmentKind, of: place) }
      let id = try unit.store.people.add(login: login, name: name, department: place, roles: roles, at: now)
      let words = roles.map(\.rawValue).sorted().joined(separator: ",")
      unit.event.add([
        "login": login, "name": name, "department": department, "roles": words,
        "department_kind": departmentKind?.rawValue,
      ])
      return id
    }
  }

  private func check(in unit: WritingUnit) throws {
    guard login.isLogin else { throw Refusal.invalidField("login", login.isEmpty ? .missing : .unreadable) }
    for (field, text) in [("name", name), ("department", department)] {
      if text.isBlank { throw Refusal.invalidField(field, .missing) }
      if text.utf8.count > NoteCheck.longestLine { throw Refusal.invalidField(field, .tooLong) }
      if !PlainText.isPlain(text) { throw Refusal.invalidField(field, .controlCharacters) }
    }
    if roles.isEmpty { throw Refusal.invalidField("role", .missing) }
    if try unit.store.people.find(login: login) != nil { throw Refusal.invalidField("login", .taken) }
  }
}

extension String {
  /// Letters, digits, dot, dash and underscore, as the logins of a host.
  fileprivate var isLogin: Bool {
    (1...64).contains(utf8.count)
      && utf8.allSatisfy {
        (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0)
          || [45, 46, 95].contains($0)
      }
  }

  var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
