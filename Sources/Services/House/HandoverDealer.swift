import Domain
import Storage

/// Deals customers out over several libraries (R2.6): each to the one with the most free room, and what takes no room to
/// who was given the least.
struct HandoverDealer {
  private let receivers: [Person]
  private var capacity: [PersonID: Int] = [:]
  private var held: [PersonID: Int] = [:]
  private var given: [PersonID: Int] = [:]

  init(_ receivers: [Person]) {
    self.receivers = receivers
  }

  /// Others take customers in meanwhile: the room is what it is now.
  mutating func look(in unit: MomentUnit) throws {
    let overAt = try FuseBox(unit).overAt
    for receiver in receivers {
      capacity[receiver.id] = try receiver.capacity ?? unit.rules.policy(receiver.policy).capacity
      held[receiver.id] = try unit.store.opportunities.slotsTaken(by: receiver.id, overAt: overAt)
    }
  }

  func room(of receiver: PersonID) -> Int { max((capacity[receiver] ?? 0) - (held[receiver] ?? 0), 0) }

  /// Who gets these, which go together.
  func receiver(of customers: [Customer]) throws(Refusal) -> Person {
    let holder = customers.first?.holder
    let others = receivers.filter { $0.id != holder }
    if others.isEmpty { throw .sameHolder }
    let slots = customers.reduce(0) { $0 + $1.slots }
    let roomy = others.filter { slots == 0 || room(of: $0.id) >= slots }
    guard let best = roomy.min(by: { rank($0, slots) < rank($1, slots) }) else {
      throw .libraryFull(
        held: others.reduce(0) { $0 + (held[$1.id] ?? 0) },
        capacity: others.reduce(0) { $0 + (capacity[$1.id] ?? 0) })
    }
    return best
  }

  private func rank(_ person: Person, _ slots: Int) -> (Int, Int, Int64) {
    let (room, count) = (-room(of: person.id), given[person.id] ?? 0)
    return slots > 0 ? (room, count, person.id.value) : (count, room, person.id.value)
  }

  mutating func give(_ customers: [Customer], to receiver: PersonID) {
    given[receiver, default: 0] += customers.count
    held[receiver, default: 0] += customers.reduce(0) { $0 + $1.slots }
  }

  /// Who has been given the least so far, for what is no customer.
  mutating func next() -> Person? {
    let next = receivers.min { (given[$0.id] ?? 0, $0.id.value) < (given[$1.id] ?? 0, $1.id.value) }
    if let next { given[next.id, default: 0] += 1 }
    return next
  }
}
