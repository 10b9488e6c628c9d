import Assets
import Desk
import DeskFixtures
import Domain
import XCTest

/// The check as it is to look.
final class CheckGoldenTests: XCTestCase {
  private func floor() throws -> DeskFloor {
    let floor = try DeskFloor.sea()
    try floor.enter("昆山青竹电缆有限公司", by: .li, daysAgo: 3, phone: "0512-68880001")
    return floor
  }

  func testTheCheckWithItsHits() throws {
    for language in Language.allCases {
      let scenario = try Scenario(try floor(), language: language).press("g", "4")
      scenario.type("苏州澄明精密电子有限公司").press("Tab").type("0512-68880001").press("Enter")
      try assertGolden(scenario.canvas, "check-\(language.rawValue)")
    }
  }

  func testTheCheckWhileOneTypes() throws {
    let scenario = try Scenario(try floor(), size: .init(rows: 40, columns: 120)).press("g", "4")
    scenario.type("苏州日东精密电子有限公司").press("Tab").type("0512-69990041")
    try assertGolden(scenario.canvas, "check-typing")
  }
}
