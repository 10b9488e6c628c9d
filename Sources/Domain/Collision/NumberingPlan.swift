/// The numbering plan: which digits are which kind of number (ITU-T E.164 for foreign ones).
extension PhoneTables {
  /// Nil where the digits are no number. `localArea` is the area of a number that names none.
  func number(_ digits: String, hasPlus: Bool, localArea: String?) -> PhoneNumber? {
    let count = digits.utf8.count
    if hasPlus { return international(digits) }
    if digits.hasPrefix("00") { return count > 11 ? international(String(digits.dropFirst(2))) : nil }
    if isNeighbour(digits) { return PhoneNumber(.foreign, digits) }
    let behindCountry = digits.hasPrefix("86") && count > 11 ? national(String(digits.dropFirst(2))) : nil
    return behindCountry ?? national(digits) ?? hotline(digits) ?? local(digits, localArea)
  }

  /// Hong Kong, Macau and Taiwan are dialled with their country code, and written without the plus: 852-21234567. Area
  /// codes of these digits are written with their zero.
  private func isNeighbour(_ digits: String) -> Bool {
    let (code, first, count) = (digits.prefix(3), digits.dropFirst(3).first, digits.utf8.count)
    guard let first else { return false }
    switch code {
    case "852": return count == 11 && "2356789".contains(first)
    case "853": return count == 11 && "268".contains(first)
    case "886": return (11...12).contains(count) && "23456789".contains(first)
    default: return false
    }
  }

  private func international(_ digits: String) -> PhoneNumber? {
    if digits.hasPrefix("86") { return national(String(digits.dropFirst(2)), isInternational: true) }
    guard (8...15).contains(digits.utf8.count), !digits.hasPrefix("0") else { return nil }
    return PhoneNumber(.foreign, digits)
  }

  private func national(_ digits: String, isInternational: Bool = false) -> PhoneNumber? {
    let withoutZero = digits.hasPrefix("0") ? String(digits.dropFirst()) : digits
    if isMobile(withoutZero) { return PhoneNumber(.mobile, withoutZero) }
    if digits.utf8.count == 10, digits.hasPrefix("400") || digits.hasPrefix("800") {
      return PhoneNumber(.tollfree, digits)
    }
    // Without its zero a number must be long enough not to be a local one.
    let namesArea = isInternational || digits.hasPrefix("0") || digits.utf8.count > 9
    return namesArea ? landline("0" + withoutZero) : nil
  }

  private func landline(_ digits: String) -> PhoneNumber? {
    guard let area = areaCode(beginning: digits) else { return nil }
    let rest = String(digits.dropFirst(area.utf8.count))
    if isSubscriber(rest) { return PhoneNumber(.landline, rest, areaCode: area) }
    return rest.utf8.count > 4 ? hotline(rest) : nil  // 0512-12345 is the hotline of that place.
  }

  private func local(_ digits: String, _ area: String?) -> PhoneNumber? {
    guard isSubscriber(digits) else { return nil }
    return PhoneNumber(.local, digits, areaCode: area, isAreaGuessed: area != nil)
  }

  /// Seven or eight digits, whatever the area's usual length: old numbers and new ones are both about. The first is
  /// never 0 or 1, which the plan keeps for trunk and service calls.
  private func isSubscriber(_ digits: String) -> Bool {
    (7...8).contains(digits.utf8.count) && !digits.hasPrefix("0") && !digits.hasPrefix("1")
  }

  private func hotline(_ digits: String) -> PhoneNumber? {
    let prefixes: [String]
    switch digits.utf8.count {
    case 3: prefixes = ["110", "112", "114", "119", "120", "122"]
    case 5: prefixes = ["95", "96", "100", "12"]
    case 6: prefixes = ["96", "118114"]
    case 8: prefixes = ["950", "951", "1010"]
    default: prefixes = []
    }
    return prefixes.contains(where: digits.hasPrefix) ? PhoneNumber(.hotline, digits) : nil
  }
}
