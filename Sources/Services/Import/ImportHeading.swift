import Domain

/// How the headings of a table are to be read.
package struct HeadingReading: Sendable {
  let headings: ImportHeadings
  /// Columns nobody knows are left out, where somebody said so.
  let skipsUnknown: Bool
  /// What else a heading means, by the heading folded.
  let mapped: [String: ImportColumn]

  package init(_ headings: ImportHeadings, skipsUnknown: Bool = false, mapped: [String: ImportColumn] = [:]) {
    self.headings = headings
    self.skipsUnknown = skipsUnknown
    self.mapped = Dictionary(mapped.map { (HeadingFolding.fold($0), $1) }) { first, _ in first }
  }

  func column(_ heading: String) -> ImportColumn? {
    mapped[HeadingFolding.fold(heading)] ?? headings.column(heading)
  }

  func isKnown(_ heading: String) -> Bool {
    column(heading) != nil || headings.isLeftOut(heading) || RejectsHeading.has(heading)
  }
}

/// The heading of an imported table: which column means what.
package struct ImportHeading: Hashable, Sendable {
  /// The headings as written, in the order of the file.
  package let texts: [String]
  /// Headings nobody knows, whose columns are left out as asked.
  package let unknown: [String]
  /// Where each column stands; several for numbers.
  private let places: [ImportColumn: [Int]]

  /// Refuses a table without names, with two columns for one meaning, or with a heading nobody knows: to drop a
  /// column in silence would lose what is in it.
  init(_ row: FileRow, _ reading: HeadingReading) throws(HeadingError) {
    texts = ImportHeading.texts(of: row)
    unknown = texts.filter { !$0.isEmpty && !reading.isKnown($0) }
    guard unknown.isEmpty || reading.skipsUnknown else { throw .unknown(unknown) }
    let folded = Set(texts.map(HeadingFolding.fold))
    if let lost = reading.mapped.keys.filter({ !folded.contains($0) }).min() { throw .notThere(lost) }
    places = try Self.places(in: texts, reading)
    guard places[.name] != nil else { throw .missing(.name) }
  }

  static func texts(of row: FileRow) -> [String] {
    row.texts.map { ImportText.trimmed(Array($0.utf8)[...]) }
  }

  /// The first place of this column in a row, counted from 0; nil where the table has none.
  package func place(of column: ImportColumn) -> Int? { places[column]?.first }

  func places(of column: ImportColumn) -> [Int] { places[column] ?? [] }

  /// Refuses what this target has no use for, or lacks.
  func require(for target: ImportTarget) throws(HeadingError) {
    if case .migration = target {
      if places[.holder] == nil { throw .missing(.holder) }
      return
    }
    let surplus = ImportTarget.migrationColumns.compactMap(place)
    if !surplus.isEmpty { throw .onlyForMigration(surplus.map { texts[$0] }) }
  }

  /// Whether what stands in this place would be lost.
  func isWithoutHeading(_ place: Int) -> Bool {
    !texts.indices.contains(place) || texts[place].isEmpty
  }

  private static func places(
    in texts: [String], _ reading: HeadingReading
  ) throws(HeadingError) -> [ImportColumn: [Int]] {
    var places: [ImportColumn: [Int]] = [:]
    for (place, text) in texts.enumerated() {
      guard let column = reading.column(text) else { continue }
      if let first = places[column]?.first {
        let isOneOfSeveral = [texts[first], text].contains(where: ImportHeadings.isNumbered)
        guard column.mayRepeat, isOneOfSeveral else { throw .twice(column, texts[first], text) }
      }
      places[column, default: []].append(place)
    }
    return places
  }
}

/// Why a row is no heading.
package enum HeadingError: Error, Hashable, Sendable {
  case missing(ImportColumn)
  /// The headings nobody knows, as written; `ImportHeadings` has the known ones.
  case unknown([String])
  /// A heading that was to be mapped, folded, and that the table lacks.
  case notThere(String)
  /// Two headings, as written, that mean one column.
  case twice(ImportColumn, String, String)
  /// Columns, as written, that only a migration has a use for.
  case onlyForMigration([String])
}
