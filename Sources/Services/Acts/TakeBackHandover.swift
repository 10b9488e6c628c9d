import Domain
import Storage

/// Takes a handover back as one act (R2.6): each customer that stands as it left it goes back to who had it, into the same
/// opportunity, with its clocks, plans and list places (R3.3). The others stay where they are by now.
package struct TakeBackHandover {
  private static let chunkMilliseconds: Int64 = 10

  let handover: HandoverID

  package init(_ handover: HandoverID) {
    self.handover = handover
  }

  /// - Returns: what went back, and what could not.
  @discardableResult
  package func perform(by actor: PersonID, at now: Instant, in house: House) throws -> HandoverOutcome {
    let (record, customers) = try house.readWithoutRight(for: actor) { unit in
      guard let record = try unit.store.handovers.find(handover), record.actor == actor,
        record.takenBackAt == nil
      else { throw Refusal.tooLateToUndo }
      return (record, try unit.store.handovers.customers(of: handover))
    }
    let act: Act = record.giver == nil ? .transfer : .handover
    var (outcome, waiting, pace) = (HandoverOutcome(), customers[...], ImportPace())
    outcome.id = handover
    while !waiting.isEmpty {
      try house.write(as: actor, act, leaving: .changes, at: now) { unit in
        let taking = HandoverTaking(unit, record)
        let start = Stopwatch.milliseconds()
        repeat {
          guard let next = waiting.popFirst() else { break }
          try taking.take(next, into: &outcome)
        } while Stopwatch.milliseconds() - start < TakeBackHandover.chunkMilliseconds
      }
      try pace.rest(in: house)
    }
    if outcome.moved.isEmpty, let reason = outcome.left.first?.reason { throw reason }
    try house.write(as: actor, act, leaving: record.giver == nil ? .nothing : .event, at: now) { unit in
      try HandoverTaking(unit, record).finish(outcome)
    }
    return outcome
  }
}

/// A handover that is being taken back.
private struct HandoverTaking {
  let unit: WritingUnit
  let record: HandoverRecord

  init(_ unit: WritingUnit, _ record: HandoverRecord) {
    self.unit = unit
    self.record = record
  }

  func take(_ handed: HandedCustomer, into outcome: inout HandoverOutcome) throws {
    let id = handed.customer
    try ClockKeeper(unit).settle(id)
    let customer = try unit.store.customers.require(id)
    do {
      let holder = try unit.store.connection.savepoint { try takeBack(customer, handed) }
      outcome.moved.append(.init(customer: id, name: customer.name, receiver: holder))
    } catch let refusal as Refusal {
      outcome.left.append(.init(customer: id, name: customer.name, reason: refusal))
    }
  }

  /// - Returns: who has it again; nil for the sea.
  private func takeBack(_ customer: Customer, _ handed: HandedCustomer) throws -> Refusal.Holder? {
    let open = try unit.store.opportunities.open(of: customer.id)
    try requireAsItWas(customer, handed, open)
    if let open {
      try unit.store.dayLists.drop(open, from: unit.rules.calendar.day(of: record.at))
      try unit.store.opportunities.takeBackStart(of: open, at: unit.now)
      try unit.store.requests.takeBack(of: open.id, at: unit.now)
      try unit.closeWhatHangs(on: open)
    }
    let former = try handed.former.flatMap { try unit.store.opportunities.find($0) }
    try unit.record(.transfer, on: customer.id, try reopen(former, customer, handed))
    try unit.store.handovers.markBack(customer.id, of: record.id)
    try unit.store.alerts.takeBack(
      customer.id, of: record.id, between: [former?.holder, open?.holder].compactMap { $0 })
    return try former.flatMap { try unit.store.people.holder($0.holder) }
  }

  /// Nobody else has acted on it since, and nobody has written a note in the new opportunity.
  private func requireAsItWas(
    _ customer: Customer, _ handed: HandedCustomer, _ open: Opportunity?
  ) throws {
    guard open?.id == handed.opportunity, open != nil || customer.state == .unassigned,
      try !unit.store.events.hasOthers(since: handed.event, on: customer.id, than: record.actor),
      try open.map({ try unit.store.notes.renewals(of: $0).isEmpty }) ?? true,
      try open != nil || unit.store.opportunities.lastEnded(of: customer.id)?.id == handed.former
    else { throw Refusal.changedSince }
  }

  private func reopen(
    _ former: Opportunity?, _ customer: Customer, _ handed: HandedCustomer
  ) throws -> EventDetail {
    guard let former else {
      try unit.reopenTakeBacks(of: customer.id, endedAt: record.at)
      return EventDetail(["undone": "true", "handover": String(record.id.value)])
    }
    let detail = try unit.reopen(
      former, of: try unit.store.customers.require(customer.id), in: handed.state,
      ["undone": "true", "handover": String(record.id.value)])
    try unit.store.requests.reopen(of: former.id, endedAt: record.at, at: unit.now)
    return detail
  }

  func finish(_ outcome: HandoverOutcome) throws {
    let handovers = unit.store.handovers
    try handovers.takeApplicationsBack(of: record.id)
    try handovers.takeHelpBack(of: record.id)
    if let giver = record.giver {
      try unit.store.requests.reopenTakeBacks(askedBy: giver, endedAt: record.at, at: unit.now)
      unit.event.add([
        "undone": "true", "from": try unit.person(giver).login, "handover": String(record.id.value),
        "moved": String(outcome.moved.count), "left": String(outcome.left.count),
      ])
    }
    try handovers.markTakenBack(record.id, at: unit.now)
  }
}
