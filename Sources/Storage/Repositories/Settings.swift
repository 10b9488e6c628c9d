import Domain

/// What holds for the whole base.
package struct Settings {
  let connection: Connection

  package enum Name: String {
    /// Set in bases for training and tests, whose clock may be set.
    case sandbox
    /// The policy of departments that name none.
    case policy
  }

  package func text(_ name: Name) throws -> String? {
    try connection.first("SELECT value FROM setting WHERE name = ?", [name.rawValue]) { $0.text(0) }
  }

  package func set(_ name: Name, to value: String) throws {
    try connection.run(
      "INSERT INTO setting VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
      [name.rawValue, value])
  }

  package func isSandbox() throws -> Bool {
    try text(.sandbox) == "1"
  }
}
