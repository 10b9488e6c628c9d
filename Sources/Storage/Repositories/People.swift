import Domain

/// The people of the house and the tree of its departments (R2.1).
package struct People {
  let connection: Connection

  private static let columns = """
    SELECT person.id, person.login, person.name, person.department, department.name, person.is_active,
      person.capacity, (SELECT group_concat(role) FROM person_role WHERE person = person.id)
    FROM person JOIN department ON department.id = person.department
    """

  private static let findSQL = columns + " WHERE person.id = ?"

  package func find(_ id: PersonID) throws -> Person? {
    try connection.first(People.findSQL, [id], person).map(withPolicy)
  }

  package func find(login: String) throws -> Person? {
    try connection.first("\(People.columns) WHERE person.login = ?", [login], person).map(withPolicy)
  }

  package func require(_ id: PersonID) throws -> Person {
    guard let person = try find(id) else { throw Refusal.unknownPerson(String(id.value)) }
    return person
  }

  /// Who set the base up: the operating-system owner of the file acts as this person.
  package func firstAdministrator() throws -> Person? {
    try connection.first(
      """
      \(People.columns) WHERE person.id = (
        SELECT min(person) FROM person_role JOIN person ON person.id = person WHERE role = 'admin' AND is_active)
      """, [], person
    ).map(withPolicy)
  }

  package func firstAdministratorSince() throws -> Instant? {
    try connection.first(
      """
      SELECT created_at FROM person WHERE id = (SELECT min(person) FROM person_role WHERE role = 'admin')
      """
    ) { $0.instant(0) }
  }

  package func all() throws -> [Person] {
    try connection.query("\(People.columns) ORDER BY person.id", [], person).map(withPolicy)
  }

  package func holder(_ id: PersonID) throws -> Refusal.Holder? {
    try connection.first(
      """
      SELECT person.name, department.name FROM person JOIN department ON department.id = person.department
      WHERE person.id = ?
      """, [id]
    ) { Refusal.Holder(id: id, name: $0.text(0), department: $0.text(1)) }
  }

  package func add(
    login: String, name: String, department: DepartmentID, roles: Set<Role>, at now: Instant
  ) throws -> PersonID {
    try connection.run(
      "INSERT INTO person (login, name, department, created_at) VALUES (?, ?, ?, ?)",
      [login, name, department, now])
    let id = PersonID(connection.lastInsertedID)
    for role in roles {
      try connection.run("INSERT INTO person_role VALUES (?, ?)", [id, role.rawValue])
    }
    return id
  }

  package func department(named name: String) throws -> DepartmentID? {
    try connection.first("SELECT id FROM department WHERE name = ?", [name]) { $0.id(0) }
  }

  /// Departments within whose name a text is found.
  package func departments(containing text: String) throws -> [DepartmentID] {
    try connection.query("SELECT id FROM department WHERE instr(lower(name), lower(?)) > 0", [text]) {
      $0.id(0)
    }
  }

  /// People within whose name a text is found, those that have left too.
  package func people(containing text: String) throws -> [PersonID] {
    try connection.query("SELECT id FROM person WHERE instr(lower(name), lower(?)) > 0", [text]) { $0.id(0) }
  }

  package func departmentName(_ id: DepartmentID) throws -> String {
    try connection.first("SELECT name FROM department WHERE id = ?", [id]) { $0.text(0) } ?? ""
  }

  package func addDepartment(_ name: String, under parent: DepartmentID?, policy: String?) throws
    -> DepartmentID
  {
    try connection.run(
      "INSERT INTO department (name, parent, policy) VALUES (?, ?, ?)", [name, parent, policy])
    return DepartmentID(connection.lastInsertedID)
  }

  package func setPolicy(_ policy: String, of department: DepartmentID) throws {
    try connection.run("UPDATE department SET policy = ? WHERE id = ?", [policy, department])
  }

  /// - Parameter capacity: nil for that of the policy (R3.4).
  package func setCapacity(_ capacity: Int?, of person: PersonID) throws {
    try connection.run("UPDATE person SET capacity = ? WHERE id = ?", [capacity, person])
  }

  /// The policy that leads the house: its first department's (R4.5).
  package func leadingPolicy() throws -> String? {
    try connection.first(
      "SELECT policy FROM department WHERE id = (SELECT min(id) FROM department WHERE parent IS NULL)"
    ) { $0.optionalText(0) } ?? nil
  }

  package func setKind(_ kind: DepartmentKind, of department: DepartmentID) throws {
    try connection.run("UPDATE department SET kind = ? WHERE id = ?", [kind.rawValue, department])
  }

  package func rootDepartment() throws -> DepartmentID? {
    try connection.first("SELECT min(id) FROM department WHERE parent IS NULL") { $0.optionalID(0) } ?? nil
  }

  /// Whether a department is this one or lies below it.
  package func isDepartment(_ department: DepartmentID, under root: DepartmentID) throws -> Bool {
    try connection.first(
      """
      WITH RECURSIVE above (id) AS (
        SELECT ?1 UNION SELECT parent FROM department JOIN above USING (id) WHERE parent IS NOT NULL)
      SELECT 1 FROM above WHERE id = ?2
      """, [department, root]
    ) { _ in true } ?? false
  }

  /// The people whose department is this one or lies below it.
  package func people(under root: DepartmentID) throws -> [PersonID] {
    try connection.query(
      """
      WITH RECURSIVE below (id) AS (
        SELECT ?1 UNION SELECT department.id FROM department JOIN below ON department.parent = below.id)
      SELECT id FROM person WHERE department IN below ORDER BY id
      """, [root]
    ) { $0.id(0) }
  }

  /// The managers next above this department, or in it; where it has none, the directors.
  package func superiors(of department: DepartmentID) throws -> [PersonID] {
    let managers = try above(department, .manager)
    return managers.isEmpty ? try above(department, .director) : managers
  }

  /// The directors next above this department, or in it.
  package func directors(above department: DepartmentID) throws -> [PersonID] {
    try above(department, .director)
  }

  private func above(_ department: DepartmentID, _ role: Role) throws -> [PersonID] {
    let found = try connection.query(
      """
      WITH RECURSIVE above (id, depth) AS (
        SELECT ?1, 0 UNION SELECT parent, depth + 1 FROM department JOIN above USING (id) WHERE parent IS NOT NULL)
      SELECT person.id, above.depth FROM above JOIN person ON person.department = above.id
      WHERE person.is_active AND person.id IN (SELECT person FROM person_role WHERE role = ?2)
      ORDER BY above.depth, person.id
      """, [department, role.rawValue]
    ) { (person: $0.id(0, as: PersonID.self), depth: $0.int(1)) }
    return found.filter { $0.depth == found.first?.depth }.map(\.person)
  }

  /// The people of a department and of those above it, the nearest first. (Some hundred people are read in less time
  /// than an index of them is made: hence the pluses.)
  package func above(_ department: DepartmentID) throws -> [PersonID] {
    try connection.query(
      """
      WITH RECURSIVE above (id, distance) AS (
        SELECT ?, 0
        UNION ALL
        SELECT department.parent, distance + 1 FROM department JOIN above USING (id) WHERE parent IS NOT NULL)
      SELECT person.id FROM above JOIN person ON +person.department = +above.id ORDER BY distance, person.id
      """, [department]
    ) { $0.id(0) }
  }

  /// The nearest department upwards that names a policy says which holds; its kind likewise.
  private func withPolicy(_ person: Person) throws -> Person {
    let above = try connection.query(
      """
      WITH RECURSIVE above (id, parent, policy, kind, distance) AS (
        SELECT id, parent, policy, kind, 0 FROM department WHERE id = ?
        UNION ALL
        SELECT department.id, department.parent, department.policy, department.kind, distance + 1
        FROM department JOIN above ON department.id = above.parent)
      SELECT policy, kind FROM above WHERE policy IS NOT NULL OR kind IS NOT NULL ORDER BY distance
      """, [person.department]
    ) { (policy: $0.optionalText(0), kind: $0.optionalText(1)) }
    let policy = above.lazy.compactMap(\.policy).first
    return Person(
      id: person.id, login: person.login, name: person.name, department: person.department,
      departmentName: person.departmentName, roles: person.roles, isActive: person.isActive,
      capacity: person.capacity, policy: policy ?? "",
      departmentKind: above.lazy.compactMap(\.kind).first.flatMap(DepartmentKind.init(rawValue:)))
  }

  private func person(_ row: Row) -> Person {
    let roles = row.text(7).split(separator: ",").compactMap { Role(rawValue: String($0)) }
    return Person(
      id: row.id(0), login: row.text(1), name: row.text(2), department: row.id(3),
      departmentName: row.text(4),
      roles: Set(roles), isActive: row.bool(5), capacity: row.optionalInteger(6).map(Int.init), policy: "")
  }
}
