import Domain
import Storage

/// Everything of one person goes to one, is dealt over a department by free room, or goes to the sea (离职交接, R2.6); or so
/// do single customers. Each customer goes whole or not at all, in chunks, so that others work between them.
package struct HandOver {
  /// So short that nobody waits long for the write lock.
  private static let chunkMilliseconds: Int64 = 10

  let source: HandoverSource
  let target: HandoverTarget

  package init(_ source: HandoverSource, to target: HandoverTarget) {
    self.source = source
    self.target = target
  }

  @discardableResult
  package func perform(by actor: PersonID, at now: Instant, in house: House) throws -> HandoverOutcome {
    let waiting = try house.read(as: actor, source.act, at: now) { unit in
      _ = try HandoverParties(source, target, in: unit)
      return try source.waiting(in: unit)
    }
    if waiting.isEmpty { throw Refusal.nothingToHandOver }
    var work = HandoverWork(source, target, waiting.customers)
    var pace = ImportPace()
    do {
      while !work.isDone {
        // A chunk that fails leaves nothing behind, here no more than in the base.
        var chunk = work
        try house.write(as: actor, source.act, leaving: .changes, at: now) { unit in
          try chunk.handSome(in: unit, for: HandOver.chunkMilliseconds)
        }
        work = chunk
        try pace.rest(in: house)
      }
      let isInVain = work.outcome.moved.isEmpty && !waiting.customers.isEmpty
      if case .person = source, !isInVain {
        try house.write(as: actor, .handover, at: now) { try work.finish(in: $0) }
      }
    } catch let failure as DatabaseFailure where !work.outcome.moved.isEmpty {
      // What was done is told all the same, and can be taken back.
      work.outcome.stop = failure
    }
    return work.outcome
  }
}

extension HandoverSource {
  /// What there is to go.
  func waiting(in unit: MomentUnit) throws -> (customers: [CustomerID], isEmpty: Bool) {
    switch self {
    case .customers(let ids): return (ids, ids.isEmpty)
    case .person(let giver):
      let customers = try unit.store.library.customers(of: giver)
      let hasMore =
        try !unit.store.handovers.applications(of: giver, at: unit.now).isEmpty
        || !unit.store.handovers.helps(of: giver).isEmpty
      return (customers, customers.isEmpty && !hasMore)
    }
  }
}

/// What came of a handover; of a plan, what would.
package struct HandoverOutcome: Sendable {
  package struct Moved: Sendable {
    package let customer: CustomerID
    package let name: String
    /// Nil for the sea.
    package let receiver: Refusal.Holder?
  }

  package struct Left: Sendable {
    package let customer: CustomerID
    package let name: String
    package let reason: Refusal
  }

  /// Nil where nothing was moved, and of a plan.
  package internal(set) var id: HandoverID?
  package internal(set) var moved: [Moved] = []
  package internal(set) var left: [Left] = []
  /// What went beside the customers: what was applied for, and tasks he helped with.
  package internal(set) var applications = 0
  package internal(set) var helps = 0
  /// The base could do no more: of the rest nothing came.
  package internal(set) var stop: DatabaseFailure?
}

extension Refusal.Holder {
  init(_ person: Person) {
    self.init(id: person.id, name: person.name, department: person.departmentName)
  }
}
