import Domain

extension CallRecordColumn {
  /// The headings by which each column is known, the likeliest first.
  package static let headings: [CallRecordColumn: [String]] = Dictionary(
    Table("tables/call_record_headings.tsv").rows.compactMap { row in
      CallRecordColumn(rawValue: String(row[0])).map { ($0, row[1].split(separator: "|").map(String.init)) }
    }
  ) { first, _ in first }
}
