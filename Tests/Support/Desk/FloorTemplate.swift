import Domain
import Foundation
import HouseFixtures
import Services

/// A floor as it stood once it was made. Hundreds of tests begin on the same few, and to copy one takes a hundredth of
/// what it takes to live through its history again.
struct FloorTemplate {
  let base: Data
  let rules: HouseRules
  let people: [DeskFloor.Agent: Person]
  let names: [String: CustomerID]
  let entered: Int
  let now: Instant
}

extension DeskFloor {
  // The tests of a process run one after another.
  nonisolated(unsafe) private static var templates: [String: FloorTemplate] = [:]

  /// - Parameter name: of what is made, with all that it depends on.
  static func known(_ name: String, _ make: () throws -> DeskFloor) throws -> DeskFloor {
    if let template = templates[name] { return try DeskFloor(template) }
    let floor = try make()
    templates[name] = try floor.template()
    return floor
  }

  private func template() throws -> FloorTemplate {
    FloorTemplate(
      base: try EmptyBase.bytes(ofBaseAt: path), rules: rules, people: people, names: names, entered: entered,
      now: now)
  }
}
