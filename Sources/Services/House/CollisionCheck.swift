import Domain
import Storage

/// Looks for other customers of the same folded name or with one of the same numbers (R5.3, R5.7), beyond the
/// user's rights, and tells no more than he may know (R5.4).
package struct CollisionCheck {
  /// How many twins are worth naming.
  private static let limit = 5

  private let store: Store

  init(_ store: Store) {
    self.store = store
  }

  func require(_ customer: Customer) throws {
    let folded = try store.customers.foldedName(of: customer.id)
    if try store.customers.isBlocked(folded: folded) { throw Refusal.blocked }
    let twins = try twins(
      folded: folded,
      numbers: try store.numbers.list(of: customer.id),
      of: customer.id)
    if !twins.isEmpty { throw Refusal.collision(with: twins) }
  }

  func require(_ new: NewCustomer) throws {
    if try store.customers.isBlocked(folded: new.folded) { throw Refusal.blocked }
    let twins = try twins(folded: new.folded, numbers: new.numbers, of: nil)
    if !twins.isEmpty { throw Refusal.collision(with: twins) }
  }

  /// Refuses a customer that is not in the house yet, but whose name or number is.
  package static func require(_ new: NewCustomer, in house: House) throws {
    try house.read { try CollisionCheck($0).require(new) }
  }

  /// Each other customer once, with what was the same first.
  private func twins(
    folded: String, numbers: [CustomerNumber], of customer: CustomerID?
  ) throws -> [Refusal.Twin] {
    var twins: [Refusal.Twin] = []
    for id in try store.customers.named(folded: folded, limit: CollisionCheck.limit) where id != customer {
      try add(id, matched: nil, to: &twins)
    }
    for number in numbers {
      let others = try store.numbers.customers(withKey: number.collisionKey, limit: CollisionCheck.limit)
      for id in others where id != customer { try add(id, matched: number.display, to: &twins) }
    }
    return twins
  }

  private func add(_ id: CustomerID, matched: String?, to twins: inout [Refusal.Twin]) throws {
    guard twins.count < CollisionCheck.limit, !twins.contains(where: { $0.customer == id }) else { return }
    guard let twin = try store.customers.find(id) else { return }
    let holder = try twin.holder.flatMap { try store.people.holder($0) }
    twins.append(Refusal.Twin(customer: id, name: twin.name, holder: holder, matched: matched ?? twin.name))
  }
}
