import Domain
import Services

/// What a pane wants to know. Who asks it gets the answer, typed.
struct Question<Answer: Sendable>: Sendable {
  /// Where it belongs to a search that a newer one calls off.
  let search: Search?
  /// What goes on record once the answer was seen.
  let record: @Sendable (Answer) -> (any Errand)?
  /// On the queue that reads.
  let read: @Sendable (House, PersonID, Instant) throws -> Answer

  init(
    search: Search? = nil, record: @escaping @Sendable (Answer) -> (any Errand)? = { _ in nil },
    read: @escaping @Sendable (House, PersonID, Instant) throws -> Answer
  ) {
    self.search = search
    self.record = record
    self.read = read
  }
}

/// A search of a kind: a new one calls off the one before; its next page and its count belong to it.
package struct Search: Sendable {
  /// What one pane looks for is no matter of another.
  package enum Kind: Sendable {
    case sea, check, tomorrow, report, reportDays
  }

  package let kind: Kind
  package let isNew: Bool

  package init(_ kind: Kind, isNew: Bool) {
    self.kind = kind
    self.isNew = isNew
  }
}

/// What more than one pane asks.
extension Question<CustomerView> {
  static func customer(_ id: CustomerID) -> Question {
    // R3.7: that the numbers of a pick were shown goes on record.
    Question(record: { $0.isFirstSight ? NumberShownErrand(customer: $0.customer.id) : nil }) {
      try CustomerView.read(id, by: $1, at: $2, in: $0)
    }
  }
}

extension Question<LibraryView> {
  static var library: Question { Question { try LibraryView.read(by: $1, at: $2, in: $0) } }
}

extension Question<[Draft]> {
  static var drafts: Question { Question { house, actor, _ in try Reading.drafts(of: actor, in: house) } }
}

extension Question<ReleaseForecast> {
  static var forecast: Question { Question { try ReleaseForecast.read(by: $1, at: $2, in: $0) } }
}
