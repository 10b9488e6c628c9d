import Desk
import Domain
import TerminalKit
import TestSupport
import XCTest

final class LibraryTests: XCTestCase {
  func testTheLibraryAsItIsDrawn() throws {
    let floor = try DeskFloor()
    try floor.enter("苏州日东精密电子有限公司", daysAgo: 30)
    let scenario = try Scenario(floor)
    print(scenario.screen.joined(separator: "\n"))
  }
}
