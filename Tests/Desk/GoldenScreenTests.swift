import Assets
import Desk
import DeskFixtures
import XCTest

/// Few, and of the screens everybody knows; what they do is tested elsewhere.
final class GoldenScreenTests: XCTestCase {
  func testMyOpportunities() throws {
    for language in Language.allCases {
      let scenario = try Scenario(try .example(), language: language)
      scenario.press("j", "j", "Space", "k", "k", "k")
      try assertGolden(scenario.canvas, "library-\(language.rawValue)")
    }
  }

  func testMyOpportunitiesOnAWideScreen() throws {
    let scenario = try Scenario(try .example(), size: .init(rows: 40, columns: 120))
    try assertGolden(scenario.canvas, "library-wide")
  }

  /// Where the terminal draws them narrow (principle 6).
  func testLinesAndBlocks() throws {
    let scenario = try Scenario(try .example(), size: .init(rows: 24, columns: 120))
    scenario.chrome = .lines
    try assertGolden(scenario.canvas, "library-lines")
    try assertGolden(scenario.press("g", "2", "Enter").canvas, "work-lines")
  }

  func testACustomer() throws {
    for language in Language.allCases {
      let scenario = try Scenario(try .example(), language: language).press("Enter")
      try assertGolden(scenario.canvas, "customer-\(language.rawValue)")
    }
  }

  func testANote() throws {
    for language in Language.allCases {
      let scenario = try Scenario(try .example(), language: language).press("d", "3")
      scenario.type("采购钱先生接: 年底前要定供应商, 和另一家比价, 对方低2000. 我们的交期和售后他认可, 要一份写清服务差异的报价")
      scenario.press("Tab").type("周五下午3点").press("Tab", "c", "Tab", "3").wait(600)
      try assertGolden(scenario.canvas, "note-\(language.rawValue)")
    }
  }
}
