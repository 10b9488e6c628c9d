import Domain

/// The views of the sea that people keep for themselves (R5.10): one a person and digit.
package struct SeaViews {
  let connection: Connection

  package func keep(_ view: KeptSeaView, of person: PersonID) throws {
    try connection.run(
      "INSERT OR REPLACE INTO sea_view VALUES (?, ?, ?, ?, ?, ?)",
      [person, view.digit, view.name, view.base.rawValue, view.filter, view.isOldestFirst])
  }

  package func drop(_ digit: Int, of person: PersonID) throws {
    try connection.run("DELETE FROM sea_view WHERE person = ? AND digit = ?", [person, digit])
  }

  /// By their digits.
  package func list(of person: PersonID) throws -> [KeptSeaView] {
    try connection.query(
      "SELECT digit, name, base, filter, is_oldest_first FROM sea_view WHERE person = ? ORDER BY digit",
      [person]
    ) { row in
      KeptSeaView(
        digit: row.int(0), name: row.text(1), base: SeaBase(rawValue: row.text(2)) ?? .all,
        filter: row.text(3), isOldestFirst: row.bool(4))
    }
  }
}

/// The views of the sea that everybody has.
package enum SeaBase: String, Sendable, CaseIterable {
  case all, today, keen, uncalled, ours
}

/// A view somebody keeps: what he typed, over one of the views that everybody has.
package struct KeptSeaView: Sendable, Hashable {
  /// The digits that everybody's views leave.
  package static let digits = 6...9

  package let digit: Int
  package var name: String
  package var base: SeaBase
  /// As it was typed: `放:7d` stays the last seven days.
  package var filter: String
  package var isOldestFirst: Bool

  package init(digit: Int, name: String, base: SeaBase, filter: String, isOldestFirst: Bool) {
    self.digit = digit
    self.name = name
    self.base = base
    self.filter = filter
    self.isOldestFirst = isOldestFirst
  }
}
