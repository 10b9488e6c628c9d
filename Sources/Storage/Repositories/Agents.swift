import Domain

extension People {
  /// The policies that departments name.
  package func policies() throws -> [String] {
    try connection.query("SELECT DISTINCT policy FROM department WHERE policy IS NOT NULL ORDER BY policy") {
      $0.text(0)
    }
  }

  /// The agents whose department is this one or lies below it, in one look: some hundred of them.
  package func agents(under root: DepartmentID) throws -> [Person] {
    try connection.query(
      """
      WITH RECURSIVE tree (id, policy, kind) AS (
        SELECT id, policy, kind FROM department WHERE parent IS NULL
        UNION ALL
        SELECT department.id, coalesce(department.policy, tree.policy), coalesce(department.kind, tree.kind)
        FROM tree JOIN department ON department.parent = tree.id),
      below (id) AS (SELECT ?1 UNION SELECT department.id FROM below JOIN department ON department.parent = below.id)
      SELECT person.id, person.login, person.name, person.department, department.name, person.capacity, tree.policy,
        tree.kind, (SELECT group_concat(role) FROM person_role WHERE person = person.id)
      FROM below JOIN person ON person.department = below.id JOIN tree ON tree.id = person.department
      JOIN department ON department.id = person.department
      WHERE person.is_active AND EXISTS (SELECT 1 FROM person_role WHERE person = person.id AND role = 'agent')
      ORDER BY person.id
      """, [root], agent)
  }

  private func agent(_ row: Row) -> Person {
    Person(
      id: row.id(0), login: row.text(1), name: row.text(2), department: row.id(3),
      departmentName: row.text(4),
      roles: Set(row.text(8).split(separator: ",").compactMap { Role(rawValue: String($0)) }), isActive: true,
      capacity: row.optionalInteger(5).map(Int.init), policy: row.text(6),
      departmentKind: row.optionalText(7).flatMap(DepartmentKind.init(rawValue:)))
  }
}
