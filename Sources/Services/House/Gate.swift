import Domain
import Storage

/// What stands before a library (R3.2), in the order in which it is asked.
package enum Requirement: CaseIterable, Sendable {
  case inSea, room, coolDown, dailyPicks, callable, noCollision

  /// Whether it is asked of who comes in this way.
  fileprivate func isAsked(of wayIn: WayIn) -> Bool {
    switch self {
    case .inSea, .room, .noCollision: true
    case .coolDown: wayIn.isOfHisOwn
    case .dailyPicks, .callable: wayIn == .picked
    }
  }
}

/// The one gate into a library (R3.2): state, capacity, cool-down, daily limit, collision. It is asked inside the
/// transaction that opens the opportunity.
struct Gate {
  let unit: MomentUnit
  private let person: Person
  private let policy: Policy

  init(_ unit: MomentUnit, for person: Person) throws {
    self.unit = unit
    self.person = person
    policy = try unit.rules.policy(person.policy)
  }

  /// - Parameters:
  ///   - takesSlot: false for a signed one, which needs no room (R3.1).
  ///   - freed: slots that the same transaction gives back (a swap).
  func admit(_ customer: Customer, wayIn: WayIn, takesSlot: Bool = true, freed: Int = 0) throws {
    for requirement in Requirement.allCases.dropLast()
    where requirement.isAsked(of: wayIn) && (takesSlot || requirement != .room) {
      try check(requirement, of: customer, wayIn, freed: freed)
    }
    try unit.store.receipts.add(try collisionFree(customer, wayIn))  // R5.7
  }

  /// What one requirement says to a pick; nil where it is met.
  func refusal(_ requirement: Requirement, of customer: Customer) throws -> Refusal? {
    do {
      try check(requirement, of: customer, .picked, freed: 0)
      return nil
    } catch let refusal as Refusal {
      return refusal
    }
  }

  private func check(
    _ requirement: Requirement, of customer: Customer, _ wayIn: WayIn, freed: Int
  ) throws {
    switch requirement {
    case .inSea: try checkState(customer)
    case .room: try checkCapacity(freed: freed)
    case .coolDown:
      if wayIn == .picked { try checkCoolDown(customer) }
      // R4.1: whoever did not sign it in his time takes it no sooner than after the same rest.
      if let free = try Reentry(unit, of: person).free(customer.id) { throw Refusal.coolingDown(until: free) }
    case .dailyPicks: try checkDailyLimit()
    case .callable: try checkCallable(customer)
    case .noCollision: _ = try collisionFree(customer, .picked)
    }
  }

  private func collisionFree(_ customer: Customer, _ wayIn: WayIn) throws -> Receipt {
    let act: Act = wayIn == .granted ? .answerApplication : .pick
    return try CollisionCheck(unit, for: person.id).require(customer, act)
  }

  private func checkState(_ customer: Customer) throws {
    if let holder = customer.holder, let known = try unit.store.people.holder(holder) {
      let since = try unit.store.opportunities.open(of: customer.id)?.enteredAt ?? unit.now
      throw Refusal.held(by: known, since: since)
    }
    guard customer.state == .unassigned else { throw Refusal.wrongState(customer.state) }
    // R3.5: who released it may take it back for a while; meanwhile nobody else can pick it.
    guard let releaser = customer.releasedBy, releaser != person.id, let releasedAt = customer.releasedAt,
      unit.now < releasedAt + policy.undoSeconds, let known = try unit.store.people.holder(releaser)
    else { return }
    throw Refusal.undoPending(by: known, until: releasedAt + policy.undoSeconds)
  }

  func checkCapacity(freed: Int = 0) throws {
    let capacity = person.capacity ?? policy.capacity
    let held = try unit.store.opportunities.slotsTaken(by: person.id, overAt: try FuseBox(unit).overAt)
    if held - freed >= capacity { throw Refusal.libraryFull(held: held, capacity: capacity) }
  }

  /// R3.6: through day D+N, where D is the day the holding ended.
  private func checkCoolDown(_ customer: Customer) throws {
    guard policy.coolDownDays > 0,
      let ended = try unit.store.opportunities.ends(of: customer.id, by: person.id).first(
        where: \.reason.coolsDown)
    else { return }
    let free = unit.rules.calendar.dueDay(of: ended.at) + policy.coolDownDays + 1
    if unit.rules.calendar.day(of: unit.now) < free { throw Refusal.coolingDown(until: free) }
  }

  private func checkDailyLimit() throws {
    guard policy.dailyPicks > 0 else { return }
    let calendar = unit.rules.calendar
    let today = calendar.day(of: unit.now)
    // A pick made while the clock stood ahead is another day's.
    let picked = try unit.store.opportunities.picks(
      of: person.id, since: calendar.start(of: today), before: calendar.end(of: today))
    if picked >= policy.dailyPicks { throw Refusal.dailyLimit(picked: picked, limit: policy.dailyPicks) }
  }

  /// R6.3: a customer left with no callable number can't be picked.
  private func checkCallable(_ customer: Customer) throws {
    let numbers = try unit.store.numbers.list(of: customer.id)
    if !numbers.isEmpty && !numbers.contains(where: \.isCallable) { throw Refusal.noCallableNumber }
  }
}
