import Domain
import Storage

/// Sets a phrase or a script of a department (R6.7), or drops it: then that of the department above holds, or what ships.
package struct KeepTeamText {
  private static let longestPhrase = 300
  private static let longestScript = 4_000

  let key: TeamTexts.Key
  /// Nil drops it.
  let text: String?
  /// By its name; nil for one's own.
  let department: String?

  package init(_ key: TeamTexts.Key, _ text: String?, of department: String? = nil) {
    self.key = key
    self.text = text.map(PlainText.withPlainLineEnds)
    self.department = department
  }

  package func perform(by actor: PersonID, at now: Instant, in house: House) throws {
    try house.write(as: actor, .teamTexts, leaving: .changes, at: now) { unit in
      let department = try reachedDepartment(in: unit)
      try check(in: unit)
      let before = try unit.store.teamTexts.set(key, of: department, to: text)
      unit.event.change("text", from: before, to: text)
      guard !unit.event.isEmpty else { return }
      unit.event.add([
        key.kind.rawValue: String(key.number), "department": try unit.store.people.departmentName(department),
      ])
    }
  }

  private func reachedDepartment(in unit: WritingUnit) throws -> DepartmentID {
    let own = try unit.person.department
    guard let department else { return own }
    guard let named = try unit.store.people.department(named: department) else {
      throw Refusal.invalidField("department", .unknown)
    }
    guard try unit.store.people.isDepartment(named, under: own) else { throw Refusal.notAllowed(.teamTexts) }
    return named
  }

  private func check(in unit: WritingUnit) throws {
    let numbers =
      key.kind == .phrase
      ? TeamTexts.digits : 1...(try unit.rules.policy(unit.person.policy).stages.count)
    if !numbers.contains(key.number) {
      throw Refusal.invalidField(key.kind == .phrase ? "digit" : "stage", .outOfRange)
    }
    guard let text else { return }
    if text.isBlank { throw Refusal.invalidField("text", .missing) }
    let longest = key.kind == .phrase ? KeepTeamText.longestPhrase : KeepTeamText.longestScript
    if text.utf8.count > longest { throw Refusal.invalidField("text", .tooLong) }
    if !PlainText.isPlain(text, lines: key.kind == .script) {
      throw Refusal.invalidField("text", .controlCharacters)
    }
  }
}

extension Reading {
  /// The phrases and scripts that hold where somebody works, but for what ships (R6.7).
  package static func teamTexts(of person: PersonID, in house: House) throws -> TeamTexts {
    try house.readWithoutRight { try $0.store.teamTexts.inForce(in: $0.person(person).department) }
  }
}
