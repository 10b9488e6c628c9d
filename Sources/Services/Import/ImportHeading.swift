/// The first row of an imported table: which column means what.
package struct ImportHeading: Hashable, Sendable {
  /// The headings as written, in the order of the file.
  package let texts: [String]
  /// Where each column stands.
  private let places: [ImportColumn: Int]

  /// Refuses a table without names, with two columns for one meaning, or with a heading nobody knows: to drop a
  /// column in silence would lose what is in it.
  init(_ row: FileRow) throws(HeadingError) {
    texts = row.texts.map { ImportText.trimmed(Array($0.utf8)[...]) }
    let unknown = texts.filter { !$0.isEmpty && ImportColumn(heading: $0) == nil && !RejectsHeading.has($0) }
    guard unknown.isEmpty else { throw .unknown(unknown) }
    places = try Self.places(in: texts)
    guard places[.name] != nil else { throw .missing(.name) }
  }

  /// The place of this column in a row, counted from 0; nil where the table has none.
  package func place(of column: ImportColumn) -> Int? { places[column] }

  /// Refuses what this target has no use for, or lacks.
  func require(for target: ImportTarget) throws(HeadingError) {
    if case .migration = target {
      if places[.holder] == nil { throw .missing(.holder) }
      return
    }
    let surplus = ImportTarget.migrationColumns.compactMap { places[$0] }
    if !surplus.isEmpty { throw .onlyForMigration(surplus.map { texts[$0] }) }
  }

  /// Whether what stands in this place would be lost.
  func isWithoutHeading(_ place: Int) -> Bool {
    !texts.indices.contains(place) || texts[place].isEmpty
  }

  private static func places(in texts: [String]) throws(HeadingError) -> [ImportColumn: Int] {
    var places: [ImportColumn: Int] = [:]
    for (place, text) in texts.enumerated() {
      guard let column = ImportColumn(heading: text) else { continue }
      if let first = places[column] { throw .twice(column, texts[first], text) }
      places[column] = place
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
  /// Columns, as written, that only a migration has a use for.
  case onlyForMigration([String])
}
