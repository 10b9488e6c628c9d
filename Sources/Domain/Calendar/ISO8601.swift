extension HouseCalendar {
  /// Reads `2026-11-26T14:32:00+08:00`, `...Z`, without seconds, with a blank for the T; without an offset it is
  /// the time of the house, a date alone is its first moment. Nil for anything else.
  package func moment(iso8601 text: some StringProtocol) -> Instant? {
    let text = String(text)
    guard let day = Day(iso: text.prefix(10)) else { return nil }
    var rest = text.dropFirst(10)
    if rest.isEmpty { return start(of: day) }
    guard rest.first == "T" || rest.first == "t" || rest.first == " " else { return nil }
    rest = rest.dropFirst()
    let time = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ":" || $0 == ".") }
    guard let second = Self.secondOfDay(time), let offset = offset(rest.dropFirst(time.count)) else {
      return nil
    }
    return Instant(seconds: Int64(day.number) * 86_400 + Int64(second - offset))
  }

  /// `+08:00`, `-0530`, `Z`; empty is the offset of the house.
  private func offset(_ text: Substring) -> Int? {
    if text.isEmpty { return utcOffset }
    if text == "Z" || text == "z" { return 0 }
    return UTCOffset.seconds(text)
  }

  private static func secondOfDay(_ text: Substring) -> Int? {
    let whole = text.split(separator: ".", omittingEmptySubsequences: false).first ?? ""
    let parts = whole.split(separator: ":", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { $0.utf8.count == 2 ? Int($0) : nil }
    guard (2...3).contains(parts.count), numbers.count == parts.count else { return nil }
    let second = numbers.count == 3 ? numbers[2] : 0
    guard numbers[0] <= 23, numbers[1] <= 59, second <= 59 else { return nil }
    return numbers[0] * 3600 + numbers[1] * 60 + second
  }
}

/// Offsets from UTC as policies and times write them.
package enum UTCOffset {
  /// Seconds east of UTC for `+08:00` or `+0800`; nil for anything else, or beyond 14 hours.
  package static func seconds(_ text: some StringProtocol) -> Int? {
    let digits = String(text.dropFirst().filter { $0 != ":" })
    guard let sign = text.first, sign == "+" || sign == "-", digits.utf8.count == 4,
      digits.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(digits)
    else { return nil }
    let (hours, minutes) = (number / 100, number % 100)
    guard hours <= 14, minutes <= 59 else { return nil }
    return (sign == "-" ? -1 : 1) * (hours * 3600 + minutes * 60)
  }
}
