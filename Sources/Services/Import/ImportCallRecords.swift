import Domain
import Storage

/// Reads the telephone system's records of a file (R8.7), a call a row: which number, when, for how long. What is known
/// already is passed over, so that a file may be read again, and overlap the one before.
package struct ImportCallRecords {
  package struct Report: Sendable {
    package var read = 0
    package var kept = 0
    /// Read before.
    package var known = 0
    /// Rows that tell no call, as a spreadsheet numbers them; the first of them.
    package var refusedRows: [Int] = []
    package var refused = 0
    /// From the first call to the last.
    package var span: ClosedRange<Instant>?
  }

  /// Rows of one transaction: who writes meanwhile waits for no longer.
  private static let chunk = 1000
  private static let rowsNamed = 5

  private let path: String
  private let headings: [CallRecordColumn: [String]]

  /// - Parameter headings: by which each column is known, in small letters, the likeliest first.
  package init(_ path: String, headings: [CallRecordColumn: [String]]) {
    self.path = path
    self.headings = headings
  }

  package func perform(by actor: PersonID, at now: Instant, in house: House) throws -> Report {
    _ = try house.read(as: actor, .importCustomers) { _ in true }
    var table: any ImportTable = TextTable(try ByteSource(path))
    guard let first = try table.next() else { throw ImportError.empty }
    let columns = try columns(of: first)
    var report = Report()
    var isAtEnd = false
    while !isAtEnd {
      var records: [CallRecord] = []
      while records.count < ImportCallRecords.chunk {
        guard let row = try table.next() else {
          isAtEnd = true
          break
        }
        report.read += 1
        guard let record = record(row, columns, in: house.rules, at: now) else {
          report.refused += 1
          if report.refusedRows.count < ImportCallRecords.rowsNamed { report.refusedRows.append(row.number) }
          continue
        }
        records.append(record)
      }
      try keep(records, into: &report, by: actor, at: now, in: house)
    }
    return report
  }

  private func keep(
    _ records: [CallRecord], into report: inout Report, by actor: PersonID, at now: Instant, in house: House
  ) throws {
    if records.isEmpty { return }
    let kept = try house.write(as: actor, .importCustomers, at: now) { unit in
      let kept = try records.filter { try unit.store.callRecords.add($0) }.count
      unit.event.add(["call_records": String(kept)])
      return kept
    }
    report.kept += kept
    report.known += records.count - kept
    for moment in records.map(\.at) {
      report.span =
        report.span.map { min($0.lowerBound, moment)...max($0.upperBound, moment) } ?? moment...moment
    }
  }

  private typealias Columns = [CallRecordColumn: Int]

  private func columns(of heading: FileRow) throws -> Columns {
    let texts = heading.texts.map { String($0.trimmedBlanks).lowercased() }
    var columns: Columns = [:]
    for column in CallRecordColumn.allCases {
      let names = headings[column] ?? []
      guard let place = names.lazy.compactMap({ texts.firstIndex(of: $0) }).first else {
        throw Refusal.invalidField("call_\(column.rawValue)", .missing)
      }
      columns[column] = place
    }
    return columns
  }

  /// Nil where the row tells no call, or one that is still to come.
  private func record(
    _ row: FileRow, _ columns: Columns, in rules: HouseRules, at now: Instant
  ) -> CallRecord? {
    func text(_ column: CallRecordColumn) -> String {
      columns[column].map { String(row.text(at: $0).trimmedBlanks) } ?? ""
    }
    let numbers = PhoneNumber.all(in: text(.number), with: rules.tables.numbers).filter(\.isValid)
    guard row.fault == nil, numbers.count == 1, let key = numbers[0].collisionKey,
      let at = rules.calendar.moment(iso8601: String(text(.time).map { $0 == "/" ? "-" : $0 })), at <= now,
      let seconds = CallRecord.seconds(text(.seconds))
    else { return nil }
    return CallRecord(collisionKey: key, at: at, seconds: seconds)
  }
}
