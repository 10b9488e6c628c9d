import Domain
import Storage

/// Makes a department under another (R2.1).
package struct AddDepartment {
  let name: String
  let parent: String
  /// Nil for that of the department above.
  let policy: String?
  let kind: DepartmentKind?

  package init(_ name: String, under parent: String, policy: String? = nil, kind: DepartmentKind? = nil) {
    self.name = PlainText.inOneLine(name)
    self.parent = parent
    self.policy = policy
    self.kind = kind
  }

  package func perform(by actor: PersonID, at now: Instant, in house: House) throws {
    try house.write(as: actor, .people, at: now) { unit in
      try check(in: unit)
      guard let above = try unit.store.people.department(named: parent) else {
        throw Refusal.invalidField("under", .unknown)
      }
      let department = try unit.store.people.addDepartment(name, under: above, policy: policy)
      if let kind { try unit.store.people.setKind(kind, of: department) }
      unit.event.add([
        "department": name, "under": parent, "policy": policy, "department_kind": kind?.rawValue,
      ])
    }
  }

  private func check(in unit: WritingUnit) throws {
    if name.isBlank { throw Refusal.invalidField("department", .missing) }
    if name.utf8.count > NoteCheck.longestLine { throw Refusal.invalidField("department", .tooLong) }
    if !PlainText.isPlain(name) { throw Refusal.invalidField("department", .controlCharacters) }
    if try unit.store.people.department(named: name) != nil {
      throw Refusal.invalidField("department", .taken)
    }
    if let policy, !unit.rules.hasPolicy(policy) { throw Refusal.invalidField("policy", .unknown) }
  }
}
