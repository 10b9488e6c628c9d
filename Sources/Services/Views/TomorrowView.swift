import Domain
import Storage

/// The list somebody prepares for a day, as it stands (R7.5).
package struct TomorrowView: Sendable {
  package let day: Day
  package let figures: ListFigures
  package let status: ListStatus
  package let version: Int
  /// In the order in which they are to be called.
  package let rows: [TomorrowRow]
  /// Those of the library that are not on it and would fill it, the first first.
  package let candidates: [TomorrowRow]
  /// It is another than the one that was handed in.
  package let isChanged: Bool
  package let submittedAt: Instant?
  package let isLate: Bool
  /// Why it is short, as its agent says; and with what it was sent back.
  package let reason: String
  package let remark: String
  package let answeredBy: Refusal.Holder?
  package let answeredAt: Instant?
  /// Who may pass it.
  package let superiors: [Refusal.Holder]
  package let isVisitDay: Bool

  /// One's own, of the next desk day.
  package static func read(by actor: PersonID, at now: Instant, in house: House) throws -> TomorrowView {
    try house.read(as: actor, .prepareList, at: now) { unit in
      let day = unit.rules.calendar.deskDay(after: unit.rules.calendar.day(of: now))
      return try TomorrowReader(unit, of: unit.person, on: day).view
    }
  }
}

/// A customer on a list, or one that would fill it.
package struct TomorrowRow: Sendable {
  package let id: CustomerID
  package let name: String
  package let source: ListSource
  package let isNew: Bool
  /// Added after the list was passed.
  package let isLater: Bool
  /// Whether it counts toward what the list must hold.
  package let counts: Bool
  /// As it stands in the library; nil where it has left.
  package let customer: LibraryRow?
  /// Why it left, where it did.
  package let end: EndReason?
}
