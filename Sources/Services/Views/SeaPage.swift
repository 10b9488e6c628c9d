import Domain
import Storage

/// A page of the sea as somebody may take from it.
package struct SeaPage: Sendable {
  package let rows: [SeaRow]
  /// Why some of them can't be picked, as far as it is known without picking.
  package let obstacles: [CustomerID: Obstacle]
  /// Where the next page starts; nil at the end.
  package let next: SeaCursor?
  /// How many customers the sea holds in all.
  package let size: Int
  /// It was looked for by a whole number (R2.2).
  package let isOfNumber: Bool

  package static func read(
    _ terms: SeaTerms, after cursor: SeaCursor?, limit: Int, by actor: PersonID, at now: Instant,
    in house: House
  ) throws -> SeaPage {
    try house.read(as: actor, .see, at: now) { unit in
      let person = try unit.person
      var (rows, isOfNumber) = ([SeaRow](), false)
      if var query = try SeaQuery(terms, for: person, in: unit) {
        query.after = cursor
        query.limit = limit
        rows = try unit.store.sea.page(query)
        isOfNumber = query.numberKey != nil
      }
      return SeaPage(
        rows: rows, obstacles: try Gate(unit, for: person).obstacles(to: rows.map(\.id)),
        next: rows.count == limit ? rows.last?.cursor : nil, size: try unit.store.sea.size(),
        isOfNumber: isOfNumber)
    }
  }

  /// How many customers are found, counted no further than a cap.
  package static func count(
    _ terms: SeaTerms, cap: Int, by actor: PersonID, in house: House
  ) throws -> Int {
    try house.read(as: actor, .see) { unit in
      guard let query = try SeaQuery(terms, for: unit.person, in: unit) else { return 0 }
      return try unit.store.sea.count(query, cap: cap)
    }
  }
}

/// Why a customer can't be picked, seen before anybody tries.
package enum Obstacle: Sendable, Equatable {
  case refused(Refusal)
  /// R6.3: every number that might be called must not be.
  case doNotCall
}

/// What has become of a page of the sea since it was read.
package struct SeaNews: Sendable {
  /// Why some of its customers can't be picked now: most of all, because somebody else has.
  package let obstacles: [CustomerID: Obstacle]
  /// How many were released after its first row; more than are counted are one more.
  package let newcomers: Int
  package let size: Int

  package static let mostCounted = 99

  package static func read(
    of customers: [CustomerID], since newest: SeaCursor?, _ terms: SeaTerms, by actor: PersonID,
    at now: Instant, in house: House
  ) throws -> SeaNews {
    try house.read(as: actor, .see, at: now) { unit in
      let person = try unit.person
      var newcomers = 0
      if let newest, !terms.isOldestFirst, var query = try SeaQuery(terms, for: person, in: unit) {
        query.newerThan = newest
        newcomers = try unit.store.sea.count(query, cap: mostCounted + 1)
      }
      return SeaNews(
        obstacles: try Gate(unit, for: person).obstacles(to: customers), newcomers: newcomers,
        size: try unit.store.sea.size())
    }
  }
}

extension Gate {
  /// What a row of the sea can say before anybody picks it; collisions, room and limits are asked when he does.
  func obstacles(to customers: [CustomerID]) throws -> [CustomerID: Obstacle] {
    var obstacles: [CustomerID: Obstacle] = [:]
    for id in customers {
      if let customer = try unit.store.customers.find(id) { obstacles[id] = try obstacle(to: customer) }
    }
    return obstacles
  }

  private func obstacle(to customer: Customer) throws -> Obstacle? {
    for requirement in [Requirement.inSea, .coolDown, .callable] {
      guard let refusal = try refusal(requirement, of: customer) else { continue }
      let marks = refusal == .noCallableNumber ? try unit.store.numbers.list(of: customer.id).map(\.mark) : []
      return marks.contains(.doNotCall) ? .doNotCall : .refused(refusal)
    }
    return nil
  }
}
