/// A number as numbers are compared (`PhoneNumber.collisionKey`), and what its digits alone tell of it.
package struct NumberKey: Hashable, Sendable {
  package let text: String

  package init(_ text: String) {
    self.text = text
  }

  private var national: Substring? {
    text.hasPrefix("+86") ? text.dropFirst(3) : nil
  }

  /// Without the area that it may be in: the digits behind the area code of a landline, or all there is.
  package var localDigits: String? {
    if text.hasPrefix("?") { return String(text.dropFirst()) }
    return area.flatMap { area in national.map { String($0.dropFirst(area.utf8.count - 1)) } }
  }

  /// With its zero: 010, 0512. Two digits behind the zero for 10 and 20 to 29, else three.
  package var area: String? {
    guard let national, !isService, !isMobile else { return nil }
    let count = national.hasPrefix("10") || national.hasPrefix("2") ? 2 : 3
    return "0" + national.prefix(count)
  }

  package var hasNoArea: Bool { text.hasPrefix("?") }

  /// 400, 800 and 95xxx numbers, which all customers of a service have.
  package var isService: Bool {
    guard let national else { return text.utf8.first.map { (48...57).contains($0) } ?? false }
    return national.utf8.count == 10 && (national.hasPrefix("400") || national.hasPrefix("800"))
  }

  private var isMobile: Bool {
    national?.utf8.count == 11 && national?.hasPrefix("1") == true
  }
}
