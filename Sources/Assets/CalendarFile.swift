import Domain

/// A file of days off and make-up workdays: a line a day, `2026-10-01,off` or with tabs, and remarks after that.
package enum CalendarFile {
  /// Why a file is refused (R4.5), with its line, counted from 1.
  package enum Problem: Error, Equatable {
    case line(Int, text: String)
    case twice(Int, Day)
    case incompleteYear(Int)
    case empty
  }

  /// A year with fewer lines than this is not one: the statutory days alone are more.
  private static let fewestDays = 5

  /// True for a make-up workday, false for a day off.
  package static func read(_ text: String) throws(Problem) -> [Day: Bool] {
    var days: [Day: Bool] = [:]
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      guard let (day, isDeskDay) = try entry(line, number: index + 1) else { continue }
      guard days.updateValue(isDeskDay, forKey: day) == nil else { throw .twice(index + 1, day) }
    }
    if days.isEmpty { throw .empty }
    let years = Dictionary(grouping: days.keys, by: \.civil.year)
    if let year = years.filter({ $0.value.count < fewestDays }).keys.min() { throw .incompleteYear(year) }
    // A year that is missing between two others was forgotten.
    if let first = years.keys.min(), let last = years.keys.max(),
      let gap = (first...last).first(where: { years[$0] == nil })
    {
      throw .incompleteYear(gap)
    }
    return days
  }

  /// Nil for blank lines, comments and a heading.
  private static func entry(_ line: Substring, number: Int) throws(Problem) -> (Day, Bool)? {
    let line = line.filter { $0 != "\r" && $0 != "\u{FEFF}" }
    if line.isEmpty || line.hasPrefix("#") || line.lowercased().hasPrefix("date") { return nil }
    let fields = line.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "\t" }.map(String.init)
    guard fields.count >= 2, let day = Day(iso: fields[0]), ["off", "work"].contains(fields[1]) else {
      throw .line(number, text: String(line.prefix(40)))
    }
    return (day, fields[1] == "work")
  }
}
