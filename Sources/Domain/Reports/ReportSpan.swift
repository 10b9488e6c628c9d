/// Days of the house that a report counts.
package struct ReportSpan: Sendable, Equatable {
  /// A report of more is refused.
  package static let longest = 3660

  package let days: ClosedRange<Day>

  /// Nil where the first comes after the last, or there are too many.
  package init?(from first: Day, to last: Day) {
    guard first <= last, last - first < ReportSpan.longest else { return nil }
    days = first...last
  }
}

extension Day {
  /// The Monday of its week.
  package var startOfWeek: Day { self - weekday.rawValue }

  /// The first of its month.
  package var startOfMonth: Day { self - (civil.day - 1) }

  /// `2026-W48` (ISO 8601): a week is of the year in which its Thursday lies.
  package var isoWeek: String {
    let thursday = startOfWeek + 3
    let year = thursday.civil.year
    guard let first = Day(year: year, month: 1, day: 1) else { return iso }
    return "\(padded(year, to: 4))-W\(padded((thursday - first) / 7 + 1, to: 2))"
  }
}
