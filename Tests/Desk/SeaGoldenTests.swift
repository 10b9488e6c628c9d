import Assets
import Desk
import DeskFixtures
import Domain
import XCTest

/// The sea, the swap and the help as they are to look.
final class SeaGoldenTests: XCTestCase {
  func testTheSeaFilteredAndMarked() throws {
    for language in Language.allCases {
      let scenario = try Scenario(try .sea(), language: language).press("g", "3", "f").type("精密")
      scenario.press("Enter", "j", "j", "Space", "Space", "Home")
      try assertGolden(scenario.canvas, "sea-\(language.rawValue)")
    }
  }

  func testALostRace() throws {
    let scenario = try Scenario(try .sea()).press("g", "3")
    try scenario.floor.pick(CustomerID(1), by: .li)
    try assertGolden(scenario.press("p").canvas, "sea-lost")
  }

  func testTheSeaOnAWideScreen() throws {
    let scenario = try Scenario(try .sea(), size: .init(rows: 40, columns: 120)).press("g", "3")
    try assertGolden(scenario.canvas, "sea-wide")
  }

  func testTheSwap() throws {
    for language in Language.allCases {
      let scenario = try Scenario(try .sea(["capacity": 4]), language: language).press("g", "3", "p")
      try assertGolden(scenario.canvas, "swap-\(language.rawValue)")
    }
  }

  func testTheHelp() throws {
    for language in Language.allCases {
      let scenario = try Scenario(try .sea(), language: language).press("g", "3", "?")
      try assertGolden(scenario.canvas, "help-\(language.rawValue)")
    }
    let scenario = try Scenario(try .sea()).press("?").type("bj")
    try assertGolden(scenario.canvas, "help-search")
  }
}
