import CommandLine
import Domain
import FoundationEssentials
import Services
import Storage

/// Fills a new sandbox base with a house that has worked for two years.
struct BaseMaker {
  let path: String
  let customers: Int
  /// How many of them are held now.
  let held: Int
  /// Of each holding.
  let notes: Int
  let seed: UInt64
  let now: Instant

  /// A full library but for a few free slots.
  private static let heldByEach = 290
  private static let leastAgents = 200
  private static let departments = ["一部", "二部", "三部", "四部", "五部", "六部", "七部", "八部"]
  /// Large, so that each page of an index is written once for many customers.
  private static let chunk = 50_000
  private static let cacheKiB = 1 << 20

  /// - Parameter progress: told how many customers are written.
  func make(progress: (Int) -> Void) throws {
    guard !FileManager.default.fileExists(atPath: path) else { throw DatabaseFailure.exists(path: path) }
    let rules = try HouseRules.shipped()
    let house = try House(path: path, access: .create, rules: rules, origin: "command")
    let (admin, director) = try setUp(house)
    let connection = try Connection(path: path, access: .create, cacheKiB: BaseMaker.cacheKiB)
    let store = Store(connection)
    let agents = try store.people.all().filter { $0.roles == [.agent] }
    let writer = LifeWriter(
      store: store, rules: rules, policy: try rules.policy("channel"), admin: admin, agents: agents, now: now)
    try fill(writer, rules, holders: min(agents.count, max(1, held / BaseMaker.heldByEach)), progress)
    try ListMaker(house: house, director: director, agents: agents.map(\.id)).make(at: now)
    try connection.write { try store.fuses.record(ClockReading(at: now, uptime: nil, boot: "")) }
    try connection.checkpoint()
  }

  private func setUp(_ house: House) throws -> (admin: PersonID, director: PersonID) {
    let began = now - 1000 * 86_400
    let admin = try SetUpHouse(
      policy: "channel", isSandbox: true, login: "admin", name: "管理员", department: "公司"
    ).perform(at: began, in: house)
    for number in 1...max(BaseMaker.leastAgents, held / BaseMaker.heldByEach) {
      let department = BaseMaker.departments[number % BaseMaker.departments.count]
      try AddPerson(login: "agent\(number)", name: "坐席\(number)", department: department, roles: [.agent])
        .perform(by: admin, at: began, in: house)
    }
    let director = try AddPerson(login: "director", name: "总监", department: "公司", roles: [.director])
      .perform(by: admin, at: began, in: house)
    return (admin, director)
  }

  /// The next that can be entered: of a million names put together by chance a few say nothing (R5.1).
  private func fill(
    _ writer: LifeWriter, _ rules: HouseRules, holders: Int, _ progress: (Int) -> Void
  ) throws {
    var makers = CustomerMaker(seed: seed)
    var lives = LifeMaker(now: now, agents: writer.agents.count, notesEach: notes, seed: seed &+ 1)
    var draw = SeededNumbers(seed: seed &+ 2)
    let intake = CustomerIntake(tables: rules.tables, policy: writer.policy)
    var (left, holdersLeft) = (customers, min(held, holders * BaseMaker.heldByEach))
    while left > 0 {
      let connection = writer.store.connection
      try connection.write {
        for _ in 0..<min(left, BaseMaker.chunk) {
          let isHeld = draw.below(left) < holdersLeft
          if isHeld { holdersLeft -= 1 }
          left -= 1
          let life = isHeld ? lives.held(by: holdersLeft % holders) : lives.inTheSea()
          try writer.write(try makers.nextAccepted(by: intake), life)
        }
      }
      try connection.checkpoint()
      progress(customers - left)
    }
  }
}
