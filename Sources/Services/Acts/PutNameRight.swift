import Domain
import Storage

/// Gives a granted customer the name it was applied for by, as support asks (R5.8): a change like any other (R5.7).
package struct PutNameRight {
  let application: ApplicationID

  package init(_ application: ApplicationID) {
    self.application = application
  }

  @discardableResult
  package func perform(by actor: PersonID, at now: Instant, in house: House) throws -> CustomerID {
    let asked = try house.readWithoutRight { try $0.store.applications.require(application) }
    guard asked.applicant.id == actor else { throw Refusal.notYourApplication }
    guard let customer = asked.customer, asked.wrongName != nil else {
      throw Refusal.application(asked.state(at: now))
    }
    var change = CustomerChange()
    change.name = asked.entry.name
    try ChangeCustomer(customer, change).perform(by: actor, at: now, in: house)
    return customer
  }
}
