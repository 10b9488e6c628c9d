import TestSupport
import XCTest

/// R2.2: a hidden number can be tried out digit by digit, and who does it is on record.
final class SearchRecordTests: XCTestCase {
  func testTheSeaCountsWholeNumbersOnly() throws {
    let house = try CommandHouse()
    for number in ["13912340000", "13912340001", "0512-60010001"] {
      try house.call("sea \(number)", as: "zhang")
    }
    for words in ["精密", "139", "日东5"] { try house.call("sea \(words)", as: "zhang") }
    let hours = try house.call("searches", as: "zhang").lines
    XCTAssertEqual(hours.map { $0["searches"]?.integer }, [3])
    XCTAssertEqual(hours.first?["login"], "zhang")
    XCTAssertEqual(try house.call("searches", as: "li").lines, [])
  }
}
