import Domain
import Storage

/// What is handed over (R2.6).
package enum HandoverSource: Sendable, Equatable {
  /// Everything of one person.
  case person(PersonID)
  case customers([CustomerID])

  var act: Act {
    if case .person = self { return .handover }
    return .transfer
  }
}

/// Where it goes.
package enum HandoverTarget: Sendable, Equatable {
  case person(PersonID)
  /// Dealt over the agents of a department and of those below it.
  case department(DepartmentID)
  case sea
}

/// Between whom something is handed over: both under the department of who does it, and nobody is given what he may not
/// hold (R2.2, R2.6).
struct HandoverParties {
  /// Nil where single customers are given away, whoever holds them.
  let giver: Person?
  /// Nobody where it goes to the sea.
  let receivers: [Person]
  /// What the giver is told of who has his customers now: a name, or that of a department.
  let destination: String

  init(_ source: HandoverSource, _ target: HandoverTarget, in unit: ReadingUnit) throws {
    let act = source.act
    giver = if case .person(let id) = source { try unit.person(id) } else { nil }
    if let giver { try HandoverParties.require(giver.department, act, in: unit) }
    switch target {
    case .person(let id):
      let receiver = try unit.person(id)
      if receiver.id == giver?.id { throw Refusal.sameHolder }
      try HandoverParties.require(receiver.department, act, in: unit)
      if !receiver.isActive { throw Refusal.deactivated(receiver.name) }
      guard unit.rules.rights.allow(.pick, to: receiver) else {
        throw Refusal.invalidField("holder", .unknown)
      }
      (receivers, destination) = ([receiver], receiver.name)
    case .department(let department):
      try HandoverParties.require(department, act, in: unit)
      let giver = giver?.id
      receivers = try unit.store.people.agents(under: department).filter { $0.id != giver }
      destination = try unit.store.people.departmentName(department)
      if receivers.isEmpty { throw Refusal.invalidField("department", .missing) }
    case .sea: (receivers, destination) = ([], "")
    }
  }

  private static func require(_ department: DepartmentID, _ act: Act, in unit: ReadingUnit) throws {
    guard try unit.store.people.isDepartment(department, under: unit.person.department) else {
      throw Refusal.notAllowed(act)
    }
  }

  var isToSea: Bool { receivers.isEmpty }
}
