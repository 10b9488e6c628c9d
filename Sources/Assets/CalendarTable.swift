import Domain

/// The days off and make-up workdays of the house (R4.5), read from rows of a date, `off` or `work`, and remarks.
package struct CalendarTable: Sendable {
  /// The exceptions `HouseCalendar` takes: true for a make-up workday, false for a day off.
  package let exceptions: [Day: Bool]
  /// The years that have a line, whose days off are thus known.
  package let years: Set<Int>
  /// Those of the years whose official notice was not out when the table was made; its lines say `provisional`.
  package var provisionalYears: Set<Int> { Set(lines.filter(\.isProvisional).map { $0.day.civil.year }) }

  private let lines: [Line]

  /// The table the program was built with.
  package init() {
    self.init(rows: Table("tables/workdays.tsv").rows)
  }

  /// Rows that name no day or no kind are passed over.
  package init(rows: [[Substring]]) {
    lines = rows.compactMap(Line.init)
    exceptions = Dictionary(lines.map { ($0.day, $0.isDeskDay) }) { _, later in later }
    years = Set(lines.map { $0.day.civil.year })
  }

  private struct Line: Sendable {
    let day: Day
    let isDeskDay: Bool
    let remarks: ArraySlice<Substring>

    /// Asked by few, and slow: the start of the program does not wait for it.
    var isProvisional: Bool { remarks.contains { $0.contains("provisional") } }

    init?(_ row: [Substring]) {
      guard row.count >= 2, let day = Day(iso: row[0]) else { return nil }
      switch row[1] {
      case "off": isDeskDay = false
      case "work": isDeskDay = true
      default: return nil
      }
      self.day = day
      remarks = row.dropFirst(2)
    }
  }
}
