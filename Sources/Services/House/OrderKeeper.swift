import Domain
import Storage

extension House {
  /// One act on one order by somebody with a right to it: who may is asked before anything is told of the order.
  func write<Result>(
    as actor: PersonID, _ act: Act, on id: OrderID, at now: Instant,
    _ body: (WritingUnit, Order, Customer) throws -> Result
  ) throws -> Result {
    let customer = try read(as: actor, act) { try $0.order(id).customer }
    return try write(as: actor, act, on: customer, at: now) { try body($0, try $0.order(id), $1) }
  }
}

extension ReadingUnit {
  func order(_ id: OrderID) throws -> Order {
    guard let order = try store.orders.find(id) else { throw Refusal.unknownOrder(String(id.value)) }
    return order
  }
}

extension MomentUnit {
  /// An order by which a customer's present holder has it still, and that nobody has confirmed yet (R4.19).
  func waitingOrder(of customer: Customer) throws -> Order? {
    try store.orders.list(of: customer.id).first {
      $0.opportunity != nil && $0.opportunity == customer.opportunity && $0.state(at: now) == .submitted
    }
  }
}

extension WritingUnit {
  /// Makes a customer a signed one (R3.1): it leaves the release clocks (R4.10) and takes no slot. One that flowed back
  /// since comes to the seller; one that somebody else holds by now stays with him, as R8.6 asks only who sold it.
  func sign(_ customer: Customer, by order: Order) throws {
    event.add(["order": String(order.id.value)])
    let seller = try person(order.seller)
    if customer.holder == nil {
      try open(customer.id, for: seller, wayIn: .granted)
      event.change("holder", from: nil, to: seller.name)
    }
    try store.customers.set(.signed, of: customer.id)
    if let opportunity = try store.opportunities.open(of: customer.id) {
      try ClockKeeper(self).place(opportunity)
    }
    event.change("state", from: customer.state.rawValue, to: CustomerState.signed.rawValue)
  }

  /// Takes the signing back where no confirmed order is left: the clocks run on from where they started.
  func unsign(_ customer: Customer) throws {
    guard customer.state == .signed, let opportunity = try store.opportunities.open(of: customer.id),
      try !store.orders.list(of: customer.id).contains(where: { !$0.isVoid && $0.confirmedOn != nil })
    else { return }
    let state = try heldState(of: opportunity)
    try store.customers.set(state, of: customer.id)
    try letClocksRun(on: opportunity)
    event.change("state", from: CustomerState.signed.rawValue, to: state.rawValue)
  }

  /// Adds a term to an order, an opening or a renewal.
  func add(_ days: TermDays, to order: Order) throws -> ServiceTerm {
    let seller = try person(order.seller)
    let axis = try rules.policy(seller.policy).axis
    let term = try days.term(by: axis, today: rules.calendar.day(of: now))
    let renewal = rules.calendar.start(of: axis.renewalStarts(term))
    try store.orders.add(term, to: order.id, renewal: renewal)
    return term
  }
}

/// The days of a term as they are typed.
package struct TermDays: Sendable {
  let opensOn: Day
  /// Nil for the usual term of the policy.
  let expiresOn: Day?

  package init(opensOn: Day, expiresOn: Day? = nil) {
    self.opensOn = opensOn
    self.expiresOn = expiresOn
  }

  /// No account is older than this, and none is opened further ahead than a year.
  static let earliest = Day(number: 10_957)  // 2000-01-01
  private static let furthestAhead = 366
  static let longest = 3660

  fileprivate func term(by axis: ServiceAxis, today: Day) throws -> ServiceTerm {
    guard opensOn >= TermDays.earliest, opensOn <= today + TermDays.furthestAhead else {
      throw Refusal.invalidField("date", .outOfRange)
    }
    let expiry = expiresOn ?? axis.expiry(ofAccountOpenedOn: opensOn)
    guard expiry >= opensOn, expiry <= opensOn + TermDays.longest else {
      throw Refusal.invalidField("expires", .outOfRange)
    }
    return ServiceTerm(opensOn: opensOn, expiresOn: expiry)
  }
}
