import Domain
import Storage

/// Asks the manager that a colleague may help with a customer (合作登记, R3.8).
package struct AskCooperation {
  let customer: CustomerID
  let helper: PersonID
  let reason: String

  package init(_ customer: CustomerID, with helper: PersonID, reason: String) {
    self.customer = customer
    self.helper = helper
    self.reason = reason
  }

  @discardableResult
  package func perform(by actor: PersonID, at now: Instant, in house: House) throws -> Asked {
    try house.write(as: actor, .askCooperation, on: customer, at: now) { unit, customer in
      let opportunity = try unit.requireHolding(of: customer)
      try NoteCheck.requireReason(reason)
      let helper = try unit.person(helper)
      try unit.requireHelper(helper, with: opportunity)
      var request = NewRequest(.cooperation, on: opportunity)
      (request.person, request.reason) = (helper.id, reason)
      unit.event.add(["helper": helper.login])
      return try unit.ask(request, on: opportunity)
    }
  }
}

/// A manager names who helps with a customer (R3.8).
package struct RegisterHelper {
  let customer: CustomerID
  let helper: PersonID
  let reason: String

  package init(_ helper: PersonID, with customer: CustomerID, reason: String = "") {
    self.customer = customer
    self.helper = helper
    self.reason = reason
  }

  package func perform(by actor: PersonID, at now: Instant, in house: House) throws {
    try house.write(as: actor, .cooperate, on: customer, at: now) { unit, customer in
      let opportunity = try unit.requireHolding(of: customer)
      if !reason.isEmpty { try NoteCheck.requireReason(reason) }
      try unit.register(try unit.person(helper), with: opportunity, reason: reason)
    }
  }
}

/// Ends the help of a colleague: the holder, the helper himself, or who is above the holder.
package struct EndCooperation {
  let customer: CustomerID
  let helper: PersonID

  package init(of helper: PersonID, with customer: CustomerID) {
    self.customer = customer
    self.helper = helper
  }

  package func perform(by actor: PersonID, at now: Instant, in house: House) throws {
    try house.write(as: actor, .endCooperation, on: customer, at: now) { unit, customer in
      // A helper ends his own alone.
      if helper != actor, try !Allowance(unit).covers(.endCooperation, customer, butHelped: true) {
        throw Refusal.notAllowed(.endCooperation)
      }
      guard try unit.store.cooperations.end(helper, with: customer.id, at: now) else {
        throw Refusal.noHelper
      }
      unit.event.add(["helper": try unit.person(helper).login])
      for person in [helper, customer.holder].compactMap({ $0 }) where person != actor {
        try unit.store.alerts.add(.helpEnded, to: person, on: customer.id, due: now, clock: "", at: now)
      }
    }
  }
}

extension WritingUnit {
  /// Only who may write notes helps, and only with what is another's.
  func requireHelper(_ helper: Person, with opportunity: Opportunity) throws {
    guard rules.rights.allow(.note, to: helper) else { throw Refusal.invalidField("helper", .unknown) }
    if try helper.id == opportunity.holder || store.cooperations.helps(helper.id, with: opportunity.customer)
    {
      throw Refusal.invalidField("helper", .taken)
    }
  }

  func register(_ helper: Person, with opportunity: Opportunity, reason: String) throws {
    try requireHelper(helper, with: opportunity)
    try store.cooperations.add(helper.id, to: opportunity, reason: reason, at: now)
    event.add(["helper": helper.login])
    for person in [helper.id, opportunity.holder] where person != actor {
      try store.alerts.add(.helpBegan, to: person, on: opportunity.customer, due: now, clock: "", at: now)
    }
  }

  /// What hangs on an opportunity ends with it (R4.17): what was asked about it, and the help of colleagues, who are
  /// told.
  func closeWhatHangs(on opportunity: Opportunity) throws {
    try store.requests.close(of: opportunity.id, at: now)
    for helper in try store.cooperations.close(of: opportunity.id, at: now) {
      try store.alerts.add(.helpEnded, to: helper, on: opportunity.customer, due: now, clock: "", at: now)
    }
  }

  /// Who helped goes on where the opportunity does (R3.3), as if nothing had been said.
  func reopenCooperation(of opportunity: Opportunity) throws {
    for (helper, endedAt) in try store.cooperations.reopen(of: opportunity.id) {
      try store.alerts.takeBack(.helpEnded, to: helper, toldAt: endedAt)
    }
  }

  /// R3.8: who works on a customer together is told what the others do.
  func tellHelpers(of act: Act, on customer: CustomerID) throws {
    guard act.isToldToHelpers else { return }
    let register = try store.cooperations.helpers(with: customer)
    guard let holder = register.first?.holder.id else { return }
    for person in [holder] + register.map(\.helper.id) where person != actor {
      try store.alerts.add(.helpedChanged, to: person, on: customer, due: now, clock: "", at: now)
    }
  }
}

extension Act {
  fileprivate var isToldToHelpers: Bool {
    switch self {
    case .note, .plan, .change, .order, .keepOrders: true
    default: false
    }
  }
}
