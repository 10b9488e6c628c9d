/// The first row of an imported table: which column means what.
package struct ImportHeading: Hashable, Sendable {
  /// The headings as written, in the order of the file.
  package let texts: [String]
  /// The meaning of each column; nil where there is no heading, or one of the file of refused rows.
  private let meanings: [ImportColumn?]
  private let places: [Int?]

  /// Refuses a table without names, with two columns for one meaning, or with a heading nobody knows: to drop a
  /// column in silence would lose what is in it.
  init(_ row: CSVRow) throws(HeadingError) {
    texts = row.texts.map { ImportText.trimmed(Array($0.utf8)[...]) }
    let own = texts.map { RejectsHeading.all.contains(HeadingFolding.fold($0)) }
    meanings = zip(texts, own).map { $1 ? nil : ImportColumn(heading: $0) }
    let columns = zip(texts, zip(meanings, own))
    let unknown = columns.filter { !$0.isEmpty && $1.0 == nil && !$1.1 }.map(\.0)
    guard unknown.isEmpty else { throw .unknown(unknown) }
    places = try Self.places(of: meanings, texts)
    guard places[ImportColumn.name.rawValue] != nil else { throw .missing(.name) }
  }

  /// The place of this column in a row, counted from 0; nil where the table has none.
  package func place(of column: ImportColumn) -> Int? { places[column.rawValue] }

  /// Whether what stands in this place would be lost.
  func isWithoutHeading(_ place: Int) -> Bool {
    !texts.indices.contains(place) || texts[place].isEmpty
  }

  private static func places(
    of meanings: [ImportColumn?], _ texts: [String]
  ) throws(HeadingError) -> [Int?] {
    var places = [Int?](repeating: nil, count: ImportColumn.allCases.count)
    for (place, column) in meanings.enumerated() {
      guard let column else { continue }
      if let first = places[column.rawValue] { throw .twice(column, texts[first], texts[place]) }
      places[column.rawValue] = place
    }
    return places
  }
}

/// Why a first row is no heading.
package enum HeadingError: Error, Hashable, Sendable {
  case missing(ImportColumn)
  /// The headings nobody knows, as written; `ImportColumn.headings` has the known ones.
  case unknown([String])
  /// Two headings, as written, that mean one column.
  case twice(ImportColumn, String, String)
}
