import Domain
import Glibc

/// Agents beside something large: so many processes that write notes meanwhile.
struct Writers {
  /// For how long they write with nothing beside them, for comparison.
  static let secondsAlone: UInt32 = 15
  /// Milliseconds between two notes of one: 20 write 40 notes a second then, as 100 busy agents do.
  static let hurried = 500

  let path: String
  let count: Int
  /// Milliseconds between two notes of one, on average.
  var think = Writers.hurried
  /// Of whose customers they leave off.
  var sparing: PersonID?

  /// How long their notes took while something was done.
  func written(at now: Instant, while body: () throws -> Void) throws -> Samples {
    let program = Child.neighbour("tideline-bench")
    let companions = try (0..<count).map { index in
      try Companion(
        program,
        [
          "sweep-writer", "--db", path, "--now", String(now.seconds), "--first", String(index), "--step",
          String(count), "--think", String(think), "--sparing", String(sparing?.value ?? 0),
        ])
    }
    // They open the base and find whom to write to.
    sleep(3)
    try body()
    companions.forEach { $0.send(SIGTERM) }
    let took = companions.flatMap { $0.finish().split(separator: "\n").compactMap { Double($0) } }
    return Samples(took.map { $0 / 1000 })
  }
}
