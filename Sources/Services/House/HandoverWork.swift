import Domain
import Storage

/// A handover under way: what still waits, and what came of the rest.
struct HandoverWork {
  private let source: HandoverSource
  private let target: HandoverTarget
  private var waiting: ArraySlice<CustomerID>
  private var dealer: HandoverDealer?
  private var done: Set<CustomerID> = []
  var outcome = HandoverOutcome()

  init(_ source: HandoverSource, _ target: HandoverTarget, _ customers: [CustomerID]) {
    self.source = source
    self.target = target
    waiting = customers[...]
  }

  var isDone: Bool { waiting.isEmpty }

  /// Hands on as many as fit into this time, at least one.
  mutating func handSome(in unit: WritingUnit, for milliseconds: Int64) throws {
    let parties = try HandoverParties(source, target, in: unit)
    var dealer = self.dealer ?? HandoverDealer(parties.receivers)
    try dealer.look(in: unit)
    let id =
      try outcome.id ?? unit.store.handovers.begin(of: parties.giver?.id, by: unit.person.id, at: unit.now)
    let keeper = HandoverKeeper(unit, id, parties)
    let start = Stopwatch.milliseconds()
    repeat {
      guard let next = waiting.popFirst() else { break }
      if done.contains(next) { continue }
      try hand(next, parties, keeper, &dealer, in: unit)
    } while Stopwatch.milliseconds() - start < milliseconds
    if !outcome.moved.isEmpty { outcome.id = id } else { try unit.store.handovers.drop(id) }
    self.dealer = dealer
  }

  private mutating func hand(
    _ id: CustomerID, _ parties: HandoverParties, _ keeper: HandoverKeeper, _ dealer: inout HandoverDealer,
    in unit: WritingUnit
  ) throws {
    let seen = try unit.store.customers.find(id)
    // R4.6: what is over ends first, and that stays.
    for concerned in [seen?.id, seen?.pair].compactMap({ $0 }) { try ClockKeeper(unit).settle(concerned) }
    do {
      let (gone, receiver) = try unit.store.connection.savepoint {
        let customer = try required(id, of: parties.giver, in: unit)
        let group = try [customer] + unit.pairHeldAlike(customer)
        let receiver = try parties.isToSea ? nil : dealer.receiver(of: group)
        return (try keeper.hand(customer, to: receiver, tellingEach: isOfOne), receiver)
      }
      if let receiver { dealer.give(gone, to: receiver.id) }
      for customer in gone {
        done.insert(customer.id)
        outcome.moved.append(
          .init(customer: customer.id, name: customer.name, receiver: receiver.map(Refusal.Holder.init)))
      }
    } catch let refusal as Refusal {
      if case .collision(let receipt) = refusal { try unit.store.receipts.add(receipt) }
      outcome.left.append(.init(customer: id, name: seen?.name ?? id.code, reason: refusal))
    }
  }

  private var isOfOne: Bool {
    if case .customers(let ids) = source { return ids.count == 1 }
    return false
  }

  /// The customer as it stands, where it is the giver's still.
  private func required(_ id: CustomerID, of giver: Person?, in unit: WritingUnit) throws -> Customer {
    let customer = try unit.store.customers.requireUnmerged(id)
    guard let giver else {
      try Allowance(unit).require(.transfer, on: customer)
      return customer
    }
    if customer.holder == giver.id { return customer }
    guard let holder = try customer.holder.flatMap({ try unit.store.people.holder($0) }) else {
      let flowedBack = try unit.store.opportunities.ends(of: id, by: giver.id).first { end in
        if case .flowedBack = end.reason { return true }
        return false
      }
      throw flowedBack.map { Refusal.flowedBack(at: $0.at) } ?? .notHeld
    }
    throw Refusal.held(by: holder, since: try unit.store.opportunities.open(of: id)?.enteredAt ?? unit.now)
  }

  /// What hangs on the person and on none of his customers: applications and tasks move, what he asked back ends (R4.17).
  mutating func finish(in unit: WritingUnit) throws {
    let parties = try HandoverParties(source, target, in: unit)
    guard let giver = parties.giver else { return }
    var dealer = self.dealer ?? HandoverDealer(parties.receivers)
    let handovers = unit.store.handovers
    let id = try outcome.id ?? handovers.begin(of: giver.id, by: unit.person.id, at: unit.now)
    outcome.id = id
    for application in try handovers.applications(of: giver.id, at: unit.now) {
      try handovers.move(application, to: dealer.next(), in: id, at: unit.now)
      outcome.applications += 1
    }
    for task in try handovers.helps(of: giver.id) {
      try handovers.move(help: task, of: giver.id, to: dealer.next()?.id, in: id)
      outcome.helps += 1
    }
    try unit.store.requests.closeTakeBacks(askedBy: giver.id, at: unit.now)
    unit.event.add([
      "from": giver.login, "to": word(parties), "handover": String(id.value),
      "moved": String(outcome.moved.count), "left": String(outcome.left.count),
    ])
  }

  private func word(_ parties: HandoverParties) -> String {
    switch target {
    case .person: parties.receivers.first?.login ?? ""
    case .department: parties.destination
    case .sea: "sea"
    }
  }
}
