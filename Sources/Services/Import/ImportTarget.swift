import Domain

/// Where imported customers go.
package enum ImportTarget: Hashable, Sendable {
  case sea
  case library(PersonID)
  /// From another system: each into the library of the holder that its row names, to the sea where it names none.
  /// No clock starts before this day (R12.3).
  case migration(clocksFrom: Day)

  /// How far ahead clocks may start.
  static let daysAhead = 31

  /// As it is kept: the same file into another target is another import.
  var key: String {
    switch self {
    case .sea: "sea"
    case .library(let person): "person \(person.value)"
    case .migration(let day): "migration \(day.iso)"
    }
  }

  /// The columns that only a migration has a use for.
  static let migrationColumns: [ImportColumn] = [.holder, .entered, .lastContact]
}
