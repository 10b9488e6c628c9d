import Dispatch
import Services

/// A serial queue and the house it owns: opened at its first use, and again after it could not be.
///
/// `@unchecked Sendable`: `house` is touched on the queue only.
final class HouseQueue: @unchecked Sendable {
  private let queue: DispatchQueue
  private let openHouse: @Sendable () throws -> House
  private var house: House?

  init(_ name: String, open: @escaping @Sendable () throws -> House) {
    queue = DispatchQueue(label: name)
    openHouse = open
  }

  /// Opens the house ahead of its first use.
  func open() {
    queue.async { _ = try? self.opened() }
  }

  func run<Value: Sendable>(
    _ work: @escaping @Sendable (House) throws -> Value,
    then finish: @escaping @Sendable (Result<Value, Trouble>) -> Void
  ) {
    queue.async {
      finish(Result { try work(try self.opened()) }.mapError(Trouble.init))
    }
  }

  func runAndWait<Value>(_ work: @Sendable (House) throws -> Value) -> Result<Value, Trouble> {
    queue.sync { Result { try work(try opened()) }.mapError(Trouble.init) }
  }

  /// Nobody is left to be told what fails here.
  func runAndWaitIfOpen(_ work: @Sendable (House) throws -> Void) {
    queue.sync {
      if let house { try? work(house) }
    }
  }

  private func opened() throws -> House {
    if let house { return house }
    let new = try openHouse()
    house = new
    return new
  }
}
