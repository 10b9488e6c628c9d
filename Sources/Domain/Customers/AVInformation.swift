/// A part of the verified identity (AV信息). The raw values are part of the command line's contract.
package enum AVField: String, Sendable, CaseIterable {
  case licenceName = "licence_name"
  case legalPerson = "legal_person"
  case licenceAddress = "licence_address"
  case taxNumber = "tax_number"
  case invoiceTitle = "invoice_title"
}

/// The verified identity of a customer, as far as it is known (AV信息).
package struct AVInformation: Sendable, Equatable {
  /// Six belong to it: the business address too, which stands with the customer itself.
  package static let parts = AVField.allCases.count + 1

  private var values: [AVField: String] = [:]

  package init() {}

  /// Empty where it is not known.
  package subscript(field: AVField) -> String {
    get { values[field] ?? "" }
    set { values[field] = newValue.isEmpty ? nil : newValue }
  }

  package var missing: [AVField] { AVField.allCases.filter { values[$0] == nil } }

  package func known(of customer: Customer) -> Int {
    values.count + (customer.address.isEmpty ? 0 : 1)
  }
}

/// A tax number is the unified social credit code of 18 characters, or one of the old forms of 15 or 20.
package enum TaxNumber {
  private static let lengths: Set<Int> = [15, 18, 20]

  /// In capitals and without blanks; nil where it can't be one.
  package static func normalised(_ text: String) -> String? {
    let folded = text.unicodeScalars.map { scalar in
      // Full width, as a Chinese keyboard types it.
      (0xFF01...0xFF5E).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
    }
    let plain = String(String.UnicodeScalarView(folded)).filter { !$0.isWhitespace }.uppercased()
    let isPlain = plain.utf8.allSatisfy { (48...57).contains($0) || (65...90).contains($0) }
    return isPlain && lengths.contains(plain.utf8.count) ? plain : nil
  }
}
