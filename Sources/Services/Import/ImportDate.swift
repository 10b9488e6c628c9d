import Domain

/// Days as tables have them: `2026-11-20`, `2026/1/5 9:30`, `2026年11月20日`, `20261120`, and the numbers spreadsheets
/// count days by. The time of day is left out.
package enum ImportDate {
  /// The numbers of the years 1954 to 2119; no date of a customer lies elsewhere.
  private static let serials = 20_000...80_000

  package static func day(_ text: String) -> Day? {
    let date = text.prefix { !" T".contains($0) }
    let parts = date.split(omittingEmptySubsequences: false) { "-/.年月".contains($0) }
    let numbers = parts.map { decimal($0.hasSuffix("日") ? $0.dropLast() : $0) }
    guard let first = numbers.first, let first else { return nil }
    if let serial = serials.contains(first) ? first : nil, numbers.count <= 2 {
      return Day(excelSerial: serial)
    }
    if numbers.count == 1, date.utf8.count == 8 {
      return Day(year: first / 10_000, month: first / 100 % 100, day: first % 100)
    }
    guard numbers.count == 3, parts[0].utf8.count == 4, let month = numbers[1], let day = numbers[2]
    else { return nil }
    return Day(year: first, month: month, day: day)
  }
}
