import Domain
import Storage

/// Puts into a base what no act would let in.
struct DangerousBase {
  private let connection: Connection

  init(_ path: String) throws {
    connection = try Connection(path: path, access: .write)
  }

  func poison(_ text: String) throws {
    for (table, columns) in [
      ("customer", ["name", "address", "place", "industry", "source", "remark", "masked"]),
      ("contact", ["name", "title"]), ("number", ["display", "masked"]), ("person", ["name"]),
      ("department", ["name"]),
    ] {
      for column in columns where table != "department" || column != "name" {
        try connection.run("UPDATE \(table) SET \(column) = ?", [text])
      }
    }
    try connection.run(
      """
      INSERT INTO event (at, actor, origin, act, customer, detail)
      VALUES (0, 1, ?1, 'note', 1, json_object('facts', json_object('x', ?1)))
      """, [text])
  }
}
