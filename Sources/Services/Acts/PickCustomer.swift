import Domain
import Storage

/// Takes a customer out of the public sea (挑入). The first to commit wins (R3.2).
package struct PickCustomer {
  let customer: CustomerID
  let showsNumber: Bool

  /// - Parameter showsNumber: whether the number to call is shown at once, which counts (R3.7).
  package init(_ customer: CustomerID, showsNumber: Bool = false) {
    self.customer = customer
    self.showsNumber = showsNumber
  }

  @discardableResult
  package func perform(by actor: PersonID, at now: Instant, in house: House) throws -> TakenCustomer {
    try house.write(as: actor, .pick, on: customer, at: now) { unit, customer in
      try Gate(unit, for: unit.person).admit(customer, wayIn: .picked)
      unit.event = unit.taken(by: try unit.person)
      return try unit.take(customer.id, showsNumber: showsNumber)
    }
  }
}

/// A customer that somebody has just taken out of the sea.
package struct TakenCustomer: Sendable {
  package let opportunity: Opportunity
  /// By when it flows back; nil where no clock runs.
  package let due: Instant?
  /// The one to call; nil where none may be, or none is shown.
  package let number: CustomerNumber?
}

extension WritingUnit {
  /// Picks what has passed the gate.
  func take(_ customer: CustomerID, showsNumber: Bool) throws -> TakenCustomer {
    let (opportunity, standing) = try open(customer, for: person, wayIn: .picked)
    return TakenCustomer(
      opportunity: opportunity,
      due: try Clocks(self).expected(opportunity, standing)?.effectiveDue,
      number: showsNumber ? try numberShown(of: opportunity) : nil)
  }

  /// R3.7: what is shown is seen.
  private func numberShown(of opportunity: Opportunity) throws -> CustomerNumber? {
    if try isPickUndoable(opportunity) {
      try store.opportunities.noteNumberShown(of: opportunity.id, at: now)
    }
    return try store.numbers.list(of: opportunity.customer).first(where: \.isCallable)
  }

  /// Starts an opportunity with every clock anew (R3.3); refused where somebody else was first.
  @discardableResult
  func open(
    _ customer: CustomerID, for person: Person, wayIn: WayIn, clocksFrom: Instant? = nil
  ) throws -> (opportunity: Opportunity, standing: Standing?) {
    let started = try store.opportunities.start(
      customer, for: person, wayIn: wayIn, at: now, clocksFrom: clocksFrom,
      signingFrom: wayIn.isOfHisOwn ? try Reentry(self, of: person).signingFrom(customer) : nil)
    guard let started else { throw Refusal.wrongState(try store.customers.require(customer).state) }
    let standing = try ClockKeeper(self).place(started)
    try endTakeBacks(of: customer, gone: person.id)
    if [.picked, .entered].contains(wayIn) { try DayListKeeper(self, of: person).welcome(customer) }
    return (started, standing)
  }
}

extension WayIn {
  /// Whether he took it, or asked for it, himself: then what he had of it before counts (R4.1).
  var isOfHisOwn: Bool {
    switch self {
    case .picked, .entered, .granted: true
    case .imported, .transferred: false
    }
  }
}
