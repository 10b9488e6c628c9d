import Desk
import DeskFixtures
import Domain
import XCTest

/// What was asked of the base and is not answered yet.
final class HeldErrandTests: XCTestCase {
  func testAKeyPressedTwicePicksOnce() throws {
    let scenario = try Scenario(try .sea()).press("g", "3").holdErrands().press("p")
    XCTAssert(scenario.title.contains("已挑 0/20"))
    scenario.press("p").release()
    XCTAssert(scenario.title.contains("已挑 1/20"))
    XCTAssert(scenario.message.hasPrefix("已挑入 苏州澄明精密电子有限公司"))
  }

  func testANoteIsOnTheScreenUntilItIsStoredAndStoredOnce() throws {
    let floor = try DeskFloor.example()
    let scenario = try Scenario(floor).press("w", "3").type("要报价").holdErrands().press("Enter", "Enter")
    XCTAssert(scenario.shows("内容 要报价"))
    XCTAssertEqual(try floor.view(CustomerID(1)).notes.count, 1)
    XCTAssert(scenario.release().message.hasPrefix("已记 苏州日东"))
    XCTAssertEqual(try floor.view(CustomerID(1)).notes.count, 2)
  }

  /// The answer to a release comes when one is elsewhere: it is told there, and `u` takes it back.
  func testAnAnswerThatComesLateIsToldWhereOneIs() throws {
    let scenario = try Scenario(try .example()).holdErrands().press("X", "2", "g", "6")
    XCTAssert(scenario.title.hasPrefix("消息"))
    XCTAssert(scenario.release().message.hasPrefix("已开出 苏州日东"))
    XCTAssert(scenario.press("u").message.hasPrefix("已收回 苏州日东"))
  }

  /// What was asked for while the base was away is told to have failed, and nothing is done behind one's back later.
  func testWhatFailedOnItsWayIsNotDone() throws {
    let scenario = try Scenario(try .sea()).press("g", "3").holdErrands().press("p")
    scenario.failure = .locked
    XCTAssert(scenario.release().message.contains("占住"))
    scenario.failure = nil
    XCTAssert(scenario.wait(5_000).title.contains("已挑 0/20"))
  }
}
