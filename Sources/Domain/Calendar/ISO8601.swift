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
    guard let second = Self.secondOfDay(time), let offset = offset(rest.dropFirst(time.count))
    else { return nil }
    return Instant(seconds: Int64(day.number) * 86_400 + Int64(second - offset))
  }

  /// `+08:00`, `-0530`, `Z`; empty is the offset of the house.
  private func offset(_ text: Substring) -> Int? {
    if text.isEmpty { return utcOffset }
    if text == "Z" || text == "z" { return 0 }
    return UTCOffset.seconds(text)
  }

  /// `14:32`, `14:32:00`, `14:32:00.123`: the fraction is dropped, as no moment is finer than a second.
  private static func secondOfDay(_ text: Substring) -> Int? {
    let halves = text.split(separator: ".", omittingEmptySubsequences: false)
    let parts = halves[0].split(separator: ":", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { $0.utf8.count == 2 ? decimal($0) : nil }
    guard (2...3).contains(parts.count), numbers.count == parts.count else { return nil }
    guard halves.count == 1 || (halves.count == 2 && parts.count == 3 && decimal(halves[1]) != nil)
    else { return nil }
    let second = numbers.count == 3 ? numbers[2] : 0
    guard numbers[0] <= 23, numbers[1] <= 59, second <= 59 else { return nil }
    return numbers[0] * 3600 + numbers[1] * 60 + second
  }
}

/// Offsets from UTC as policies and times write them.
package enum UTCOffset {
  /// Seconds east of UTC for `+08:00` or `+0800`; nil for anything else, or beyond 14 hours.
  package static func seconds(_ text: some StringProtocol) -> Int? {
    var bytes = Array(text.utf8)
    if bytes.count == 6, bytes[3] == UInt8(ascii: ":") { bytes.remove(at: 3) }
    guard bytes.count == 5, bytes[0] == UInt8(ascii: "+") || bytes[0] == UInt8(ascii: "-"),
      let number = decimal(String(decoding: bytes[1...], as: UTF8.self))
    else { return nil }
    let (hours, minutes) = (number / 100, number % 100)
    guard minutes <= 59, hours * 60 + minutes <= 14 * 60 else { return nil }
    return (bytes[0] == UInt8(ascii: "-") ? -1 : 1) * (hours * 3600 + minutes * 60)
  }

  /// `+08:00`
  package static func text(_ seconds: Int) -> String {
    let minutes = abs(seconds) / 60
    return "\(seconds < 0 ? "-" : "+")\(padded(minutes / 60, to: 2)):\(padded(minutes % 60, to: 2))"
  }
}
