import Domain
import Services
import TestSupport
import XCTest

/// A house whose lists of the next desk day are short.
class TomorrowTestCase: XCTestCase {
  /// Three class-0 customers, one of them new, are asked for in the place of fifty.
  func house(at start: String = TestHouse.start) throws -> TestHouse {
    try TestHouse(Policy.channel(["tomorrow": ["customers": 3, "new": 1]]), at: start)
  }

  func figures(_ house: TestHouse) throws -> [Int] {
    let figures = try house.tomorrow().figures
    return [figures.prepared, figures.target, figures.new, figures.newTarget]
  }
}
