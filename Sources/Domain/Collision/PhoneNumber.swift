/// A telephone number as it is compared (R5.3), shown (R2.2) and dialled.
package struct PhoneNumber: Hashable, Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case mobile, landline, fax
    /// A landline typed without its area code.
    case local
    /// 400 and 800 numbers.
    case tollfree
    /// Short numbers without an area: 95588, 12345, 110.
    case hotline
    case foreign
    case invalid
  }

  package let kind: Kind
  /// Of a landline, with its zero: 0512, 010. Nil where it is not known.
  package let areaCode: String?
  /// The digits behind area or country code; of a foreign number with its country code; of an invalid one as typed.
  package let digits: String
  /// 8001 of 0512-60000001-8001
  package let extensionDigits: String?
  /// The area code was not typed: it is that of the customer or of the number before.
  package let isAreaGuessed: Bool

  init(
    _ kind: Kind, _ digits: String, areaCode: String? = nil, extensionDigits: String? = nil,
    isAreaGuessed: Bool = false
  ) {
    self.kind = kind
    self.digits = digits
    self.areaCode = areaCode
    self.extensionDigits = extensionDigits
    self.isAreaGuessed = isAreaGuessed
  }

  package var isValid: Bool { kind != .invalid }

  /// Shared by all customers of a service, so that a hit by it is for support to judge (R5.3).
  package var isService: Bool { kind == .tollfree || kind == .hotline }

  /// `+8651260000001`, without the extension. Nil for an invalid number, a hotline, and where the area is not known.
  package var e164: String? {
    switch kind {
    case .mobile, .tollfree: "+86" + digits
    case .landline, .fax, .local: areaCode.map { "+86" + $0.dropFirst() + digits }
    case .foreign: "+" + digits
    case .hotline, .invalid: nil
    }
  }

  /// Two numbers are the same when their keys are (R5.3); extensions don't count. Without a known area it is the local
  /// digits behind `?`: such a number may be any whose `digits` are these. Nil for an invalid number.
  package var collisionKey: String? {
    if kind == .invalid { return nil }
    if kind == .hotline { return digits }
    return e164 ?? "?" + digits
  }

  /// 0512-60000002 for 0512-60000001 and 2: the end of the digits is another one.
  func with(lastDigits: String) -> PhoneNumber {
    PhoneNumber(
      kind, digits.dropLast(lastDigits.utf8.count) + lastDigits, areaCode: areaCode,
      isAreaGuessed: isAreaGuessed)
  }

  func with(extensionDigits: String) -> PhoneNumber {
    PhoneNumber(
      kind, digits, areaCode: areaCode, extensionDigits: extensionDigits, isAreaGuessed: isAreaGuessed)
  }

  /// A landline under the label of a fax is one; a mobile stays what it is.
  func asFax() -> PhoneNumber {
    guard kind == .landline || kind == .local else { return self }
    return PhoneNumber(
      .fax, digits, areaCode: areaCode, extensionDigits: extensionDigits, isAreaGuessed: isAreaGuessed)
  }
}

extension PhoneNumber {
  /// All numbers of a field, in their order (R5.3); scraps of fewer than seven digits beside a valid number, as
  /// room numbers and postcodes, are left out.
  ///
  /// - Parameter areaCode: the area of numbers that name none, with its zero, as of the customer's address.
  package static func all(
    in text: String, areaCode: String? = nil, with tables: PhoneTables
  ) -> [PhoneNumber] {
    let meant = SpreadsheetNumber.digits(text)
    if meant == "" { return [PhoneNumber(.invalid, text.filter(\.isWholeNumber))] }
    var reader = PhoneReader(areaCode: areaCode, tables: tables)
    for token in PhoneField.tokens(of: meant ?? text, tables.words) { reader.take(token) }
    return reader.finish()
  }
}
