import Domain
import Storage

/// Dials a number of a customer (R6.7): asked before the site's command is started, or somebody takes the desk phone.
/// From then on it counts as a try, and as seen (R3.7).
package struct DialNumber {
  let customer: CustomerID
  /// As it is dialled; nil takes the first that may be.
  let number: String?

  package init(_ number: String? = nil, of customer: CustomerID) {
    self.customer = customer
    self.number = number
  }

  package struct Dialled: Sendable {
    package let customer: Customer
    package let number: CustomerNumber
    /// How often it was tried today by everybody, this time included.
    package let tries: Int
  }

  @discardableResult
  package func perform(by actor: PersonID, at now: Instant, in house: House) throws -> Dialled {
    try house.write(as: actor, .dial, on: customer, at: now) { unit, customer in
      let opportunity = try unit.requireHolding(of: customer)
      let tries = try unit.triesToday(of: customer.id)
      let check = try unit.dialling(by: opportunity.policy, tries: tries)
      let number = try number(of: customer.id, check, in: unit)
      if let bar = check.bar(on: number) { throw Refusal.cannotDial(bar) }
      try unit.store.dials.add(number, by: actor, at: now)
      if try unit.isPickUndoable(opportunity) {
        try unit.store.opportunities.noteNumberShown(of: opportunity.id, at: now)
      }
      unit.event.add(["number": number.masked])
      return Dialled(customer: customer, number: number, tries: (tries[number.collisionKey] ?? 0) + 1)
    }
  }

  private func number(
    of customer: CustomerID, _ check: DiallingCheck, in unit: WritingUnit
  ) throws -> CustomerNumber {
    let numbers = try unit.store.numbers.list(of: customer)
    guard let number else {
      guard let choice = check.choice(of: numbers) else { throw Refusal.noNumberToDial }
      return choice
    }
    guard let found = numbers.first(where: { $0.dialled == number }) else {
      throw Refusal.invalidField("number", .unknown)
    }
    return found
  }
}

extension MomentUnit {
  /// How often each number of a customer was tried on this day of the house, by its collision key.
  func triesToday(of customer: CustomerID) throws -> [String: Int] {
    let calendar = rules.calendar
    return try store.dials.tries(of: customer, since: calendar.start(of: calendar.day(of: now)))
  }

  func dialling(by policy: String, tries: [String: Int]) throws -> DiallingCheck {
    DiallingCheck(try rules.policy(policy).calling, tries: tries, at: now, in: rules.calendar)
  }
}
