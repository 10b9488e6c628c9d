import Domain

extension People {
  /// The policies that departments name.
  package func policies() throws -> [String] {
    try connection.query("SELECT DISTINCT policy FROM department WHERE policy IS NOT NULL ORDER BY policy") {
      $0.text(0)
    }
  }

  /// The departments under no other.
  package func roots() throws -> [DepartmentID] {
    try connection.query("SELECT id FROM department WHERE parent IS NULL ORDER BY id") { $0.id(0) }
  }

  /// All departments, each after the one it lies under.
  package func departments() throws -> [(id: DepartmentID, name: String, parent: DepartmentID?)] {
    try connection.query(
      """
      WITH RECURSIVE tree (id, name, parent, path) AS (
        SELECT id, name, parent, printf('%09d', id) FROM department WHERE parent IS NULL
        UNION ALL
        SELECT department.id, department.name, department.parent, path || printf('%09d', department.id)
        FROM tree JOIN department ON department.parent = tree.id)
      SELECT id, name, parent FROM tree ORDER BY path
      """
    ) { ($0.id(0), $0.text(1), $0.optionalID(2)) }
  }

  /// The agents whose department is this one or lies below it, in one look: some hundred of them.
  ///
  /// - Parameter andFormer: those who are deactivated too.
  package func agents(under root: DepartmentID, andFormer: Bool = false) throws -> [Person] {
    try connection.query(
      """
      WITH RECURSIVE tree (id, policy, kind) AS (
        SELECT id, policy, kind FROM department WHERE parent IS NULL
        UNION ALL
        SELECT department.id, coalesce(department.policy, tree.policy), coalesce(department.kind, tree.kind)
        FROM tree JOIN department ON department.parent = tree.id),
      below (id) AS (SELECT ?1 UNION SELECT department.id FROM below JOIN department ON department.parent = below.id)
      SELECT person.id, person.login, person.name, person.department, department.name, person.capacity, tree.policy,
        tree.kind, (SELECT group_concat(role) FROM person_role WHERE person = person.id), person.is_active
      FROM below JOIN person ON person.department = below.id JOIN tree ON tree.id = person.department
      JOIN department ON department.id = person.department
      WHERE (person.is_active OR ?2) AND EXISTS (SELECT 1 FROM person_role WHERE person = person.id AND role = 'agent')
      ORDER BY person.id
      """, [root, andFormer], agent)
  }

  private func agent(_ row: Row) -> Person {
    Person(
      id: row.id(0), login: row.text(1), name: row.text(2), department: row.id(3),
      departmentName: row.text(4),
      roles: Set(row.text(8).split(separator: ",").compactMap { Role(rawValue: String($0)) }),
      isActive: row.bool(9), capacity: row.optionalInteger(5).map(Int.init), policy: row.text(6),
      departmentKind: row.optionalText(7).flatMap(DepartmentKind.init(rawValue:)))
  }
}
