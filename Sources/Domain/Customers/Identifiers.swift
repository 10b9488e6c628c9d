/// A number the base gives out. Typed, so that a person's can't be taken for a customer's.
package protocol Identifier: Hashable, Comparable, Sendable {
  var value: Int64 { get }
  init(_ value: Int64)
}

extension Identifier {
  package static func < (one: Self, other: Self) -> Bool { one.value < other.value }
}

package struct CustomerID: Identifier {
  package let value: Int64
  package init(_ value: Int64) { self.value = value }

  /// The customer code (R10.3): made from the id, which is never reused. `K018233`
  package var code: String { "K" + padded(Int(value), to: 6) }

  /// Reads a customer code (`K018233`, `k18233`) or a bare id; nil for anything else.
  package init?(codeOrID text: some StringProtocol) {
    let digits = text.first == "K" || text.first == "k" ? text.dropFirst() : text[...]
    guard !digits.isEmpty, digits.utf8.allSatisfy({ (48...57).contains($0) }), let value = Int64(digits),
      value > 0
    else { return nil }
    self.init(value)
  }
}

package struct OpportunityID: Identifier {
  package let value: Int64
  package init(_ value: Int64) { self.value = value }
}

package struct NoteID: Identifier {
  package let value: Int64
  package init(_ value: Int64) { self.value = value }
}

package struct PersonID: Identifier {
  package let value: Int64
  package init(_ value: Int64) { self.value = value }
}

package struct DepartmentID: Identifier {
  package let value: Int64
  package init(_ value: Int64) { self.value = value }
}

package struct RequestID: Identifier {
  package let value: Int64
  package init(_ value: Int64) { self.value = value }
}

package struct AlertID: Identifier {
  package let value: Int64
  package init(_ value: Int64) { self.value = value }
}

package struct DocumentID: Identifier {
  package let value: Int64
  package init(_ value: Int64) { self.value = value }
}

package struct TaskID: Identifier {
  package let value: Int64
  package init(_ value: Int64) { self.value = value }
}

package struct OrderID: Identifier {
  package let value: Int64
  package init(_ value: Int64) { self.value = value }
}

package struct PaymentID: Identifier {
  package let value: Int64
  package init(_ value: Int64) { self.value = value }
}

package struct DisputeID: Identifier {
  package let value: Int64
  package init(_ value: Int64) { self.value = value }
}

package struct DayListID: Identifier {
  package let value: Int64
  package init(_ value: Int64) { self.value = value }
}

package struct HandoverID: Identifier {
  package let value: Int64
  package init(_ value: Int64) { self.value = value }
}

package struct ApplicationID: Identifier {
  package let value: Int64
  package init(_ value: Int64) { self.value = value }
}
