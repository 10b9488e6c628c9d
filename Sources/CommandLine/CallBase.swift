import Domain
import FoundationEssentials
import Services

/// The base of one call, opened once, when it is first asked for.
final class CallBase {
  private let context: Context
  private var opened: Result<House, any Error>?

  init(_ context: Context) {
    self.context = context
  }

  /// The house with the rules that hold at the moment of the call (R4.15).
  func house() throws -> House {
    let result = opened ?? Result { try open() }
    opened = result
    return try result.get()
  }

  /// Nil where there is no base, or none that opens.
  func ifThere() -> House? {
    opened == nil && !exists ? nil : try? house()
  }

  /// Nil where nothing has asked for it so far.
  var ifOpen: House? { try? opened?.get() }

  var exists: Bool { FileManager.default.fileExists(atPath: context.path) }

  private func open() throws -> House {
    let house = try House(path: context.path, access: .write, rules: try context.rules, origin: "command")
    try house.takeUpRules(at: context.began)
    return house
  }
}
