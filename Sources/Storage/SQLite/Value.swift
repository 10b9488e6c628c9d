import Domain

/// What SQLite stores.
package enum Value: Sendable, Equatable {
  case null
  case integer(Int64)
  case text(String)
  case bytes([UInt8])
}

/// Anything that can be bound to a statement.
package protocol Bindable {
  var bound: Value { get }
}

extension Value: Bindable {
  package var bound: Value { self }
}

extension Int: Bindable {
  package var bound: Value { .integer(Int64(self)) }
}

extension Int64: Bindable {
  package var bound: Value { .integer(self) }
}

extension Bool: Bindable {
  package var bound: Value { .integer(self ? 1 : 0) }
}

extension String: Bindable {
  package var bound: Value { .text(self) }
}

extension Instant: Bindable {
  package var bound: Value { .integer(seconds) }
}

extension Day: Bindable {
  package var bound: Value { .integer(Int64(number)) }
}

extension CustomerID: Bindable {
  package var bound: Value { .integer(value) }
}

extension OpportunityID: Bindable {
  package var bound: Value { .integer(value) }
}

extension NoteID: Bindable {
  package var bound: Value { .integer(value) }
}

extension PersonID: Bindable {
  package var bound: Value { .integer(value) }
}

extension DepartmentID: Bindable {
  package var bound: Value { .integer(value) }
}

extension RequestID: Bindable {
  package var bound: Value { .integer(value) }
}

extension DayListID: Bindable {
  package var bound: Value { .integer(value) }
}

extension ApplicationID: Bindable {
  package var bound: Value { .integer(value) }
}

extension OrderID: Bindable {
  package var bound: Value { .integer(value) }
}

extension PaymentID: Bindable {
  package var bound: Value { .integer(value) }
}

extension AlertID: Bindable {
  package var bound: Value { .integer(value) }
}

extension DocumentID: Bindable {
  package var bound: Value { .integer(value) }
}

extension TaskID: Bindable {
  package var bound: Value { .integer(value) }
}

extension HandoverID: Bindable {
  package var bound: Value { .integer(value) }
}

extension DisputeID: Bindable {
  package var bound: Value { .integer(value) }
}

extension Optional: Bindable where Wrapped: Bindable {
  package var bound: Value { self?.bound ?? .null }
}
