import Domain

extension ImportHeadings {
  /// The headings of the program, made at their first use (R12.3).
  package static let standard = ImportHeadings(
    Table("tables/import_headings.tsv").rows.compactMap { row in
      row.count > 2 ? (String(row[0]), String(row[1]), String(row[2])) : nil
    })
}
