import Assets
import Domain
import FoundationEssentials
import Glibc
import Services

/// A sandbox base with a small floor in it: every phase of every clock, made by the acts that real people use, day by
/// day over the last three months.
enum DemoBase {
  /// The base of a demo, made where there is none of today yet; acted on as one of its agents.
  static func prepare(_ context: Context) throws -> Context {
    let path = context.isPathGiven ? context.path : Context.defaultPath(context.environment, file: "demo.db")
    let context = context.demo(path: path, login: DemoFloor.visitor)
    if FileManager.default.fileExists(atPath: path) {
      if try isUsable(context) { return context }
      // Yesterday's demo has lost its customers to the sea meanwhile. One at a path of the user's own stays.
      guard !context.isPathGiven else { return context }
      for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
    }
    try NewBase(path: path).make(context) { try fill($0, context) }
    return context
  }

  private static func isUsable(_ context: Context) throws -> Bool {
    let house = try House(path: context.path, access: .write, rules: try context.rules, origin: "command")
    guard try house.isSandbox() else { throw DatabaseFailure.exists(path: context.path) }
    guard let made = try Reading.setUpAt(in: house) else { return false }
    return try context.rules.calendar.day(of: made) == DemoFloor.firstDay(context)
  }

  private static func fill(_ house: House, _ context: Context) throws {
    let floor = try DemoFloor(house, context)
    try floor.stockTheSea()
    try floor.liveThroughTheDays()
    try floor.setTargets()
  }
}
