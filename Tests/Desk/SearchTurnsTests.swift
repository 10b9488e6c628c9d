import Services
import XCTest

@testable import Desk

/// Each key of a search calls off the search before, and nothing else (R5.10).
final class SearchTurnsTests: XCTestCase {
  private let first = Query.sea(SeaAsk())
  private let nextPage = Query.sea(SeaAsk(after: SeaCursor("5-7")))

  func testANewSearchCallsOffTheOneBefore() throws {
    let turns = SearchTurns()
    let one = try XCTUnwrap(turns.turn(of: first))
    let two = try XCTUnwrap(turns.turn(of: first))
    XCTAssert(one.hasInterrupted)
    XCTAssertFalse(two.hasInterrupted)
  }

  func testItsNextPageAndItsCountEndWithIt() throws {
    let turns = SearchTurns()
    let search = try XCTUnwrap(turns.turn(of: first))
    let page = try XCTUnwrap(turns.turn(of: nextPage))
    let count = try XCTUnwrap(turns.turn(of: .seaCount(SeaTerms())))
    XCTAssert(search === page && page === count)
    XCTAssertFalse(search.hasInterrupted)
    _ = turns.turn(of: first)
    XCTAssert(page.hasInterrupted)
  }

  /// R5.3: each key of the check calls off the check before, and no search of the sea.
  func testEachPaneCallsOffItsOwn() throws {
    let turns = SearchTurns()
    let sea = try XCTUnwrap(turns.turn(of: first))
    let one = try XCTUnwrap(turns.turn(of: .check(CollisionQuery(name: "日"))))
    let two = try XCTUnwrap(turns.turn(of: .check(CollisionQuery(name: "日东"))))
    XCTAssert(one.hasInterrupted)
    XCTAssertFalse(two.hasInterrupted || sea.hasInterrupted)
  }

  func testNothingElseIsCalledOff() {
    let turns = SearchTurns()
    for query in [Query.library, .alerts, .drafts, .pickOutlook(.init(1))] {
      XCTAssertNil(turns.turn(of: query))
    }
  }

  func testNumbersAreGroupedByThousands() {
    XCTAssertEqual(
      [0, 999, 1_000, 41_306, 1_234_567, -1_000].map(\.grouped),
      ["0", "999", "1,000", "41,306", "1,234,567", "-1,000"])
  }
}
