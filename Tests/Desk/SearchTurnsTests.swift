import Domain
import Services
import XCTest

@testable import Desk

/// Each key of a search calls off the search before, and nothing else (R5.10).
final class SearchTurnsTests: XCTestCase {
  private let terms = SeaTerms()

  /// The turn a question is asked in; nil for what is no search.
  private func turn<Answer>(_ turns: SearchTurns, _ question: Question<Answer>) -> Interrupter? {
    question.search.map(turns.turn)
  }

  func testANewSearchCallsOffTheOneBefore() throws {
    let turns = SearchTurns()
    let one = try XCTUnwrap(turn(turns, .sea(SeaAsk())))
    let two = try XCTUnwrap(turn(turns, .sea(SeaAsk())))
    XCTAssert(one.hasInterrupted)
    XCTAssertFalse(two.hasInterrupted)
  }

  func testItsNextPageAndItsCountEndWithIt() throws {
    let turns = SearchTurns()
    let search = try XCTUnwrap(turn(turns, .sea(SeaAsk())))
    let page = try XCTUnwrap(turn(turns, .sea(SeaAsk(after: SeaCursor("5-7")))))
    let count = try XCTUnwrap(turn(turns, .seaCount(terms)))
    XCTAssert(search === page && page === count)
    XCTAssertFalse(search.hasInterrupted)
    _ = turn(turns, .sea(SeaAsk()))
    XCTAssert(page.hasInterrupted)
  }

  /// R5.3: each key of the check calls off the check before, and no search of the sea.
  func testEachPaneCallsOffItsOwn() throws {
    let turns = SearchTurns()
    let sea = try XCTUnwrap(turn(turns, .sea(SeaAsk())))
    let one = try XCTUnwrap(turn(turns, .check(CollisionQuery(name: "日"), isNew: true)))
    let two = try XCTUnwrap(turn(turns, .check(CollisionQuery(name: "日东"), isNew: true)))
    XCTAssert(one.hasInterrupted)
    XCTAssertFalse(two.hasInterrupted || sea.hasInterrupted)
  }

  func testNothingElseIsCalledOff() {
    let turns = SearchTurns()
    XCTAssertNil(turn(turns, .library))
    XCTAssertNil(turn(turns, .drafts))
    XCTAssertNil(turn(turns, .customer(.init(1))))
    XCTAssertNil(turn(turns, .seaNews(of: [], since: nil, terms)))
  }

  func testNumbersAreGroupedByThousands() {
    XCTAssertEqual(
      [0, 999, 1_000, 41_306, 1_234_567, -1_000].map(\.grouped),
      ["0", "999", "1,000", "41,306", "1,234,567", "-1,000"])
  }
}
