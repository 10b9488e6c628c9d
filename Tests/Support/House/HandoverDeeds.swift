import Domain
import Services

/// Handovers in a word each (R2.6).
extension TestHouse {
  @discardableResult
  package func handOver(_ giver: Who, to target: HandoverTarget, by who: Who = .director) throws
    -> HandoverOutcome
  {
    try HandOver(.person(id(giver)), to: target).perform(by: id(who), at: now, in: house)
  }

  @discardableResult
  package func handOver(_ giver: Who, to receiver: Who, by who: Who = .director) throws -> HandoverOutcome {
    try handOver(giver, to: .person(id(receiver)), by: who)
  }

  package func department(_ name: String) throws -> DepartmentID {
    try Reading.department(named: name, in: house)
  }

  /// More agents of a department, with this room each.
  package func agents(_ logins: [String], in department: String, capacity: Int? = nil) throws -> [PersonID] {
    try logins.map { login in
      let id = try AddPerson(login: login, name: login, department: department, roles: [.agent])
        .perform(by: self.id(.admin), at: now, in: house)
      if let capacity {
        try ChangePerson(login, capacity: capacity).perform(by: self.id(.admin), at: now, in: house)
      }
      return id
    }
  }
}
