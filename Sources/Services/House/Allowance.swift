import Domain
import Storage

/// Asks the one table of rights (R2.1, R2.2). Every transaction does, first of all.
struct Allowance {
  private let unit: ReadingUnit
  private var rights: Rights { unit.rules.rights }

  init(_ unit: ReadingUnit) {
    self.unit = unit
  }

  /// Refuses who may not do this at all.
  func require(_ act: Act) throws {
    guard rights.allow(act, to: try unit.person) else { throw Refusal.notAllowed(act) }
  }

  /// Refuses whose right to this does not reach the customer where it is now.
  func require(_ act: Act, on customer: Customer, _ beyond: BeyondReach = .notAllowed) throws {
    if try beyond == .leftToTheAct || covers(act, customer) { return }
    throw beyond == .notHeld ? try unit.notHeld(customer.id) : Refusal.notAllowed(act)
  }

  /// Whether his right to this act reaches the customer where it is now.
  ///
  /// - Parameter butHelped: leaves out what he merely helps with (R3.8).
  func covers(_ act: Act, _ customer: Customer, butHelped: Bool = false) throws -> Bool {
    let person = try unit.person
    let scopes = rights.scopes(of: act, for: person.roles)
    if scopes.contains(.all) { return true }
    guard let holder = customer.holder else { return scopes.contains(.sea) }
    if scopes.contains(.own) && holder == person.id { return true }
    if scopes.contains(.covered), try unit.covered().contains(holder) { return true }
    if try scopes.contains(.subtree)
      && unit.store.people.isDepartment(unit.person(holder).department, under: person.department)
    {
      return true
    }
    return try !butHelped && scopes.contains(.helped)
      && unit.store.cooperations.helps(person.id, with: customer.id)
  }

  /// Whether he may answer what another asks: nobody answers himself. Who may answer others asks a director, or
  /// somebody whose department lies above his; a director asks another director (R4.8, R8.4).
  func mayAnswer(_ person: Person, _ asker: PersonID) throws -> Bool {
    guard person.id != asker else { return false }
    let asker = try unit.person(asker)
    guard rights.allowBelow(.answer, to: asker) else { return true }
    if person.roles.contains(.director) { return true }
    return try !asker.roles.contains(.director) && person.department != asker.department
      && unit.store.people.isDepartment(asker.department, under: person.department)
  }
}

/// What is said where somebody's right to an act does not reach the customer where it is now.
enum BeyondReach {
  case notAllowed
  /// It is not his, or flowed back from him (R4.6).
  case notHeld
  /// The act itself says more exactly why.
  case leftToTheAct
}

extension Act {
  var beyondReach: BeyondReach {
    switch self {
    case .note, .plan, .dial, .askExtension, .askLost, .askVoid, .askCooperation, .release, .change, .order,
      .prepareList,
      .task:
      .notHeld
    case .pick, .swap, .pair, .answer, .takeBack, .askTakeBack: .leftToTheAct
    default: .notAllowed
    }
  }
}

extension ReadingUnit {
  /// Why somebody can't act as the customer's holder: it flowed back from him (R4.6), or it is not his. The answer
  /// is the same whether this act ended it or the engine was quicker.
  func notHeld(_ customer: CustomerID) throws -> Refusal {
    guard let last = try store.opportunities.ends(of: customer, by: try person.id).first,
      case .flowedBack = last.reason
    else { return .notHeld }
    return .flowedBack(at: last.at)
  }

  /// The opportunity in which a customer is held; refuses one that nobody has.
  func requireHolding(of customer: Customer) throws -> Opportunity {
    guard let opportunity = try store.opportunities.open(of: customer.id) else {
      throw try notHeld(customer.id)
    }
    return opportunity
  }
}
