import Domain

/// Days as tables have them: `2026-11-20`, `2026/1/5 9:30`, `2026年11月20日`, `2026 年 11 月 20 号`, `20261120`, in any width, and
/// the numbers spreadsheets count days by. The time of day is left out; with a zone it tells the day of the house.
package enum ImportDate {
  /// The numbers of the years 1954 to 2119; no date of a customer lies elsewhere.
  private static let serials = 20_000...80_000

  package static func day(_ text: String, in calendar: HouseCalendar) -> Day? {
    let text = plain(text)
    if let moment = zoned(text, calendar) { return calendar.day(of: moment) }
    let date = text.prefix { !" T日号".contains($0) }
    let parts = date.split(omittingEmptySubsequences: false) { "-/.年月".contains($0) }
    let numbers = parts.map { decimal($0) }
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

  /// In half width, without the blanks around 年 and the like: 2024 年 3 月 5 日.
  private static func plain(_ text: String) -> String {
    var plain = ""
    var isBehindMark = false
    for character in text.map(narrow) {
      let isMark = "年月日号".contains(character)
      if isMark { plain = String(plain.trimmedBlanks) }
      if character == " ", isBehindMark { continue }
      plain.append(character)
      isBehindMark = isMark && character != "日" && character != "号"
    }
    return String(plain.trimmedBlanks)
  }

  private static func narrow(_ character: Character) -> Character {
    guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1 else {
      return character
    }
    switch scalar.value {
    case 0xFF01...0xFF5E: return Unicode.Scalar(scalar.value - 0xFEE0).map(Character.init) ?? character
    case 0x3000, 0xA0: return " "
    case 0x865F: return "号"
    default: return character
    }
  }

  /// `2024-03-05T16:30:00Z` is the 6th in a house eight hours east.
  private static func zoned(_ text: String, _ calendar: HouseCalendar) -> Instant? {
    let time = text.dropFirst(10)
    guard time.contains(where: { "zZ+-".contains($0) }) else { return nil }
    return calendar.moment(iso8601: text.replacing("/", with: "-"))
  }
}
