/// A file that is kept with a customer (R10.3), without what is in it.
package struct Document: Sendable, Equatable {
  /// What fits into the base beside everything else, in bytes.
  package static let largest = 8_388_608

  package let id: DocumentID
  package let customer: CustomerID
  package let name: String
  /// In bytes.
  package let size: Int
  /// The SHA-256 of what is in it, in hexadecimal digits.
  package let hash: String
  package let addedBy: Refusal.Holder
  package let addedAt: Instant

  package init(
    id: DocumentID, customer: CustomerID, name: String, size: Int, hash: String, addedBy: Refusal.Holder,
    addedAt: Instant
  ) {
    self.id = id
    self.customer = customer
    self.name = name
    self.size = size
    self.hash = hash
    self.addedBy = addedBy
    self.addedAt = addedAt
  }

  /// `512 B`, `12 KB`, `3.4 MB`
  package var sizeText: String {
    switch size {
    case ..<1000: "\(size) B"
    case ..<1_000_000: "\((size + 500) / 1000) KB"
    default: "\((size + 50_000) / 100_000 / 10).\((size + 50_000) / 100_000 % 10) MB"
    }
  }
}
