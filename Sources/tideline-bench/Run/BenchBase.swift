import CommandLine
import Domain
import FoundationEssentials
import Services
import Storage

/// The copy of a base that a run measures on, and what is known of it.
///
/// Holds connections; used by one thread.
final class BenchBase {
  /// As the screens open it: one connection to read, one to write.
  static let readerKiB = 2048
  static let writerKiB = 1024

  let path: String
  let rules: HouseRules
  /// The moment the base was made for.
  let now: Instant
  /// Agents with a full library, and how many customers there are.
  let agents: [PersonID]
  let customers: Int
  let reader: House
  let bare: BareConnection

  init(path: String, agents limit: Int = 200) throws {
    self.path = path
    rules = try HouseRules.shipped()
    // Brings a base that an older program made to this one's version.
    _ = try House(path: path, access: .write, rules: rules, origin: "screen")
    bare = try BareConnection(path, cacheKiB: BenchBase.readerKiB)
    reader = try House(
      path: path, access: .read, rules: rules, origin: "screen", cacheKiB: BenchBase.readerKiB)
    let store = Store(try Connection(path: path, access: .read))
    guard let made = try store.fuses.lastReading()?.at else {
      throw Arguments.Problem(message: "not made by tideline-bench make: \(path)")
    }
    now = made
    customers = Int(try bare.statement("SELECT max(id) FROM customer").integers().first ?? 0)
    agents = try bare.statement(
      "SELECT owner FROM customer WHERE owner IS NOT NULL GROUP BY owner ORDER BY count(*) DESC, owner LIMIT ?"
    ).integers(.integer(Int64(limit))).map(PersonID.init)
    if agents.isEmpty { throw Arguments.Problem(message: "nobody holds anything in \(path)") }
  }

  func agent(_ round: Int) -> PersonID { agents[round % agents.count] }

  /// Who sees the whole house.
  var director: PersonID {
    get throws {
      let find = try bare.statement("SELECT min(person) FROM person_role WHERE role = 'director'")
      guard let id = find.integers().first, id > 0 else {
        throw Arguments.Problem(message: "no director in this base, and no lists: make it anew")
      }
      return PersonID(id)
    }
  }

  func writer() throws -> House {
    try House(path: path, access: .write, rules: rules, origin: "screen", cacheKiB: BenchBase.writerKiB)
  }

  func bareWriter() throws -> BareConnection { try BareConnection(path, cacheKiB: BenchBase.writerKiB) }

  /// Customers of the sea, or held ones, drawn by seed.
  func drawn(_ count: Int, where condition: String, seed: UInt64) throws -> [CustomerID] {
    let find = try bare.statement(
      "SELECT id FROM customer WHERE id >= ? AND \(condition) ORDER BY id LIMIT 1")
    var numbers = SeededNumbers(seed: seed)
    var drawn: [CustomerID] = []
    var seen: Set<Int64> = []
    for _ in 0..<count * 3 where drawn.count < count {
      let start = Int64(numbers.within(1...customers))
      guard let id = find.integers(.integer(start)).first, seen.insert(id).inserted else { continue }
      drawn.append(CustomerID(id))
    }
    return drawn
  }
}

/// Copies a base for a run and removes the copy afterwards, so that each run measures the same base.
enum BaseCopy {
  static func with<Result>(_ path: String, _ body: (String) throws -> Result) throws -> Result {
    let files = FileManager.default
    let copy = "\(path).run"
    let clean = { for suffix in ["", "-wal", "-shm"] { try? files.removeItem(atPath: copy + suffix) } }
    clean()
    defer { clean() }
    for suffix in ["", "-wal"] where files.fileExists(atPath: path + suffix) {
      try files.copyItem(atPath: path + suffix, toPath: copy + suffix)
    }
    return try body(copy)
  }
}
