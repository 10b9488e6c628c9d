import Domain
import Storage

/// Whether somebody may pick a customer, and why not, asked without picking it.
package struct PickOutlook: Sendable {
  package let customer: Customer
  /// All that is asked, in its order, each with what stands against it.
  package let findings: [Finding]
  package let held: Int
  package let capacity: Int
  package let picks: Int
  /// 0 for no limit.
  package let dailyPicks: Int
  /// Where it would stand, picked now; nil where no clock would run.
  package let standing: Standing?

  package struct Finding: Sendable {
    package let requirement: Requirement
    package let refusal: Refusal?
  }

  package var refusal: Refusal? { findings.lazy.compactMap(\.refusal).first }

  package static func read(
    _ id: CustomerID, by actor: PersonID, at now: Instant, in house: House
  ) throws -> PickOutlook {
    try house.read(as: actor, .pick, at: now) { unit in
      let customer = try unit.store.customers.require(id)
      let person = try unit.person
      let policy = try unit.rules.policy(person.policy)
      let gate = try Gate(unit, for: person)
      let day = try DayCounters.read(of: person, in: unit)
      return PickOutlook(
        customer: customer,
        findings: try Requirement.allCases.map {
          Finding(requirement: $0, refusal: try gate.refusal($0, of: customer))
        },
        held: try unit.store.opportunities.slotsTaken(by: actor, overAt: try FuseBox(unit).overAt),
        capacity: person.capacity ?? policy.capacity, picks: day.picks, dailyPicks: policy.dailyPicks,
        standing: policy.standing(
          of: customer.opportunity(
            for: person, signingFrom: try Reentry(unit, of: person).signingFrom(id), at: now), warnings: [],
          in: unit.rules.calendar))
    }
  }
}

extension Customer {
  /// The opportunity a pick would open.
  fileprivate func opportunity(
    for person: Person, signingFrom: Instant?, at now: Instant
  ) -> Opportunity {
    Opportunity(
      id: OpportunityID(0), customer: id, holder: person.id, policy: person.policy, wayIn: .picked,
      enteredAt: now, signingFrom: signingFrom)
  }
}
