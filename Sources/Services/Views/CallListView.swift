import Domain
import Storage

/// Whom an agent is to call today, in order, what he has done of it, and what left him meanwhile (R7.1).
package struct CallListView: Sendable {
  /// What is left, the first to call first.
  package let rows: [CallRow]
  /// Called today, and nothing left to do with them today; the last first.
  package let done: [DoneCall]
  /// What was on the list and is his no longer: uncallable.
  package let struck: [StruckCall]
  package let day: DayCounters
  /// Whether a list was prepared for today.
  package let isPrepared: Bool

  package static func read(by actor: PersonID, at now: Instant, in house: House) throws -> CallListView {
    try house.read(as: actor, .see, at: now) { try CallListReader($0, of: $0.person).view }
  }

  /// How many are left for each reason.
  package var counts: [CallReason: Int] {
    Dictionary(rows.map { ($0.why, 1) }, uniquingKeysWith: +)
  }

  /// Whom to call now: the first whose moment has come, or has none.
  package func next(at now: Instant) -> CallRow? { rows.first { !$0.isAhead(at: now) } }
}

/// A customer to call.
package struct CallRow: Sendable, Equatable {
  package let customer: LibraryRow
  package let why: CallReason
  /// Of an appointment or a callback.
  package let at: Instant?
  /// By when the first return call is due, where that is why.
  package let returnCallBy: Instant?
  /// For how many days it has been overdue, where that is why.
  package let daysOverdue: Int?
  /// The one to call first.
  package let number: CustomerNumber
  /// The last call of today.
  package let calledToday: CallMade?

  package var id: CustomerID { customer.id }
  package var name: String { customer.name }
  package var due: Instant? { customer.due }
  /// In vain, in a row.
  package var tries: Int { customer.triesInRow }

  /// Whether its moment is still to come.
  package func isAhead(at now: Instant) -> Bool { at.map { $0.seconds / 60 > now.seconds / 60 } ?? false }
}

/// A customer that was called today.
package struct DoneCall: Sendable, Equatable {
  package let customer: LibraryRow
  package let call: CallMade

  package var id: CustomerID { customer.id }
  package var name: String { customer.name }
}

/// A customer that was on the list and left its holder since.
package struct StruckCall: Sendable, Equatable {
  package let id: CustomerID
  package let name: String
  /// Why it was to be called.
  package let why: CallReason
  package let endedAt: Instant
  package let reason: EndReason
}
