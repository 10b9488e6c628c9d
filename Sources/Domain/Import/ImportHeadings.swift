/// The headings columns are known by (R12.3), whatever their case, width, blanks, asterisks, and remarks in brackets.
package struct ImportHeadings: Sendable {
  /// In each language, the one to show first.
  package typealias Names = (chinese: [String], english: [String])

  private let names: [ImportColumn: Names]
  private let columns: [String: ImportColumn]
  private let leftOut: Set<String>

  /// The row of the table with what says nothing of a customer.
  private static let leftOutCode = "left_out"

  /// - Parameter rows: a column, and its headings of both languages parted by bars, as in import_headings.tsv.
  package init(_ rows: [(column: String, chinese: String, english: String)]) {
    var names: [ImportColumn: Names] = [:]
    var columns: [String: ImportColumn] = [:]
    var leftOut: Set<String> = []
    for row in rows {
      let words = (
        row.chinese.split(separator: "|").map(String.init), row.english.split(separator: "|").map(String.init)
      )
      let folded = (words.0 + words.1).map(HeadingFolding.fold)
      if row.column == ImportHeadings.leftOutCode { leftOut.formUnion(folded) }
      guard let column = ImportColumn(code: row.column) else { continue }
      names[column] = words
      for heading in folded { columns[heading] = column }
    }
    self.names = names
    self.columns = columns
    self.leftOut = leftOut
  }

  package func names(of column: ImportColumn) -> Names { names[column] ?? ([], []) }

  /// 电话1 and 电话2 are columns of 电话.
  package func column(_ heading: String) -> ImportColumn? {
    let folded = HeadingFolding.fold(heading)
    if let column = columns[folded] { return column }
    guard ImportHeadings.isNumbered(folded) else { return nil }
    return columns[ImportHeadings.withoutNumber(folded)].flatMap { $0.mayRepeat ? $0 : nil }
  }

  /// Whether it is one of several columns of a kind: 电话2.
  package static func isNumbered(_ heading: String) -> Bool {
    HeadingFolding.fold(heading).unicodeScalars.last.map { isNumeral($0) } ?? false
  }

  private static func withoutNumber(_ folded: String) -> String {
    var scalars = folded.unicodeScalars
    while let last = scalars.last, isNumeral(last) { scalars.removeLast() }
    return String(scalars)
  }

  private static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar) || "一二三四五".unicodeScalars.contains(scalar)
  }

  /// Whether nothing is lost with this column: 序号.
  package func isLeftOut(_ heading: String) -> Bool { leftOut.contains(HeadingFolding.fold(heading)) }
}
