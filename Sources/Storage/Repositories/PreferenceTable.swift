import Domain

/// How people like the screens: a row a person and wish.
package struct PreferenceTable {
  let connection: Connection

  private enum Name: String {
    case language, lines, bell
    case shownRound = "shown_round"
  }

  package func find(of person: PersonID) throws -> Preferences {
    let rows = try connection.query("SELECT name, value FROM preference WHERE person = ?", [person]) {
      ($0.text(0), $0.text(1))
    }
    func value(_ name: Name) -> String? { rows.first { $0.0 == name.rawValue }?.1 }
    return Preferences(
      language: value(.language), drawsLines: value(.lines).map { $0 == "1" },
      rings: value(.bell).map { $0 == "1" }, wasShownRound: value(.shownRound) != nil)
  }

  package func keep(_ preferences: Preferences, of person: PersonID) throws {
    let values: [(Name, String?)] = [
      (.language, preferences.language), (.lines, preferences.drawsLines.map { $0 ? "1" : "0" }),
      (.bell, preferences.rings.map { $0 ? "1" : "0" }), (.shownRound, preferences.wasShownRound ? "1" : nil),
    ]
    for (name, value) in values {
      guard let value else { continue }
      try connection.run(
        "INSERT OR REPLACE INTO preference VALUES (?, ?, ?)", [person, name.rawValue, value])
    }
  }
}
