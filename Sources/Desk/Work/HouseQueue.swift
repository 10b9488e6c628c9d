import Dispatch
import Services

/// A serial queue and the house it owns: opened at its first use, and again after it could not be.
///
/// `@unchecked Sendable`: `house` and `isAway` are touched on the queue only.
final class HouseQueue: @unchecked Sendable {
  private let queue: DispatchQueue
  private let reach: @Sendable () throws -> Void
  private let open: @Sendable () throws -> House
  private var house: House?
  /// Whether the base could not be reached when it was last needed. Asked on the queue only.
  private(set) var isAway = false

  /// - Parameter reach: passed before each piece of work; throws where the base can't be reached.
  init(
    _ name: String, reach: @escaping @Sendable () throws -> Void,
    open: @escaping @Sendable () throws -> House
  ) {
    queue = DispatchQueue(label: name)
    self.reach = reach
    self.open = open
  }

  /// Opens the house before it is needed; what fails is told to whoever needs it.
  func openAhead() {
    queue.async { _ = try? self.opened() }
  }

  func run(_ work: @escaping @Sendable () -> Void) { queue.async(execute: work) }

  func runAndWait(_ work: () -> Void) { queue.sync(execute: work) }

  /// On the queue; the house is opened where it is not yet.
  func attempt<Value>(_ work: (House) throws -> Value) -> Result<Value, Trouble> {
    let result = Result { try work(try opened()) }.mapError(Trouble.init)
    switch result {
    case .success: isAway = false
    case .failure(.failed(.interrupted)), .failure(.refused): break
    case .failure(.failed): isAway = true
    }
    return result
  }

  /// Nobody is left to be told what fails here.
  func runAndWaitIfOpen(_ work: @Sendable (House) throws -> Void) {
    queue.sync {
      if let house { try? work(house) }
    }
  }

  /// Returns when all that was given to it before is done.
  func drain() { queue.sync {} }

  private func opened() throws -> House {
    try reach()
    if let house { return house }
    let new = try open()
    house = new
    return new
  }
}
