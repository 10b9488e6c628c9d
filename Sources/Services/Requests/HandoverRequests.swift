import Domain
import Storage

/// A handover to another department (跨部门交接, R2.6, R8.4): somebody above both says yes, and it is done in his name, who
/// can take it back.
struct HandoverRequests: RequestRule {
  func mayGrant(_ asked: AskedRequest, _ judge: Person, in unit: ReadingUnit) throws -> Bool {
    guard let (giver, target) = try asked.handover(in: unit) else { return false }
    let departments = [giver.department, try target.department(in: unit)].compactMap { $0 }
    return try unit.rules.rights.allow(.handover, to: judge)
      && departments.allSatisfy { try unit.store.people.isDepartment($0, under: judge.department) }
  }

  func yes(_ asked: AskedRequest, in unit: MomentUnit) throws -> RequestFact? {
    guard let (giver, _) = try asked.handover(in: unit) else { return nil }
    return RequestFact("customers", .count(try unit.store.library.customers(of: giver.id).count))
  }

  func facts(_ asked: AskedRequest, in unit: MomentUnit) throws -> [RequestFact] {
    guard let (_, target) = try asked.handover(in: unit) else { return [] }
    let receivers = try target.receivers(in: unit)
    var dealer = HandoverDealer(receivers)
    try dealer.look(in: unit)
    return [
      RequestFact("to", .text(try target.name(in: unit))),
      RequestFact("free_room", .count(receivers.reduce(0) { $0 + dealer.room(of: $1.id) })),
    ]
  }

  func grant(_ asked: AskedRequest, in unit: WritingUnit) throws {
    guard let (giver, target) = try asked.handover(in: unit) else { throw asked.settled }
    let source = HandoverSource.person(giver.id)
    _ = try HandoverParties(source, target, in: unit)
    if try source.waiting(in: unit).isEmpty { throw Refusal.nothingToHandOver }
  }

  func bringAbout(_ asked: AskedRequest, by judge: PersonID, at now: Instant, in house: House) throws {
    guard let giver = asked.person, let target = HandoverTarget(detail: asked.detail) else { return }
    try HandOver(.person(giver.id), to: target).perform(by: judge, at: now, in: house)
  }
}

extension AskedRequest {
  /// Whose customers are to go where; nil for what no version of this program has written.
  fileprivate func handover(in unit: ReadingUnit) throws -> (giver: Person, target: HandoverTarget)? {
    guard let person, let target = HandoverTarget(detail: detail) else { return nil }
    return (try unit.person(person.id), target)
  }
}

extension HandoverTarget {
  /// As a request keeps it: `person 12`, `department 3`.
  var detail: String {
    switch self {
    case .person(let id): "person \(id.value)"
    case .department(let id): "department \(id.value)"
    case .sea: "sea"
    }
  }

  init?(detail: String) {
    let words = detail.split(separator: " ")
    guard words.count == 2, let id = Int64(words[1]) else { return nil }
    switch words[0] {
    case "person": self = .person(PersonID(id))
    case "department": self = .department(DepartmentID(id))
    default: return nil
    }
  }

  /// Nil for the sea.
  func department(in unit: ReadingUnit) throws -> DepartmentID? {
    switch self {
    case .person(let id): try unit.person(id).department
    case .department(let id): id
    case .sea: nil
    }
  }

  fileprivate func name(in unit: ReadingUnit) throws -> String {
    switch self {
    case .person(let id): try unit.person(id).name
    case .department(let id): try unit.store.people.departmentName(id)
    case .sea: ""
    }
  }

  fileprivate func receivers(in unit: ReadingUnit) throws -> [Person] {
    switch self {
    case .person(let id): [try unit.person(id)]
    case .department(let id): try unit.store.people.agents(under: id)
    case .sea: []
    }
  }
}
