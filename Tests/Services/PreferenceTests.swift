import Domain
import TestSupport
import XCTest

@testable import Services

/// How one likes one's screens is kept, and what was changed is on record (R2.5).
final class PreferenceTests: XCTestCase {
  private func keep(_ house: TestHouse, language: String? = nil, drawsLines: Bool? = nil) throws -> [String] {
    let before = try details(house).count
    try KeepPreferences(language: language, drawsLines: drawsLines).perform(
      by: house.id(.zhang), at: house.now, in: house.house)
    return Array(try details(house).dropFirst(before))
  }

  private func details(_ house: TestHouse) throws -> [String] {
    try house.store().connection.query("SELECT detail FROM event WHERE act = 'preferences' ORDER BY id") {
      $0.text(0)
    }
  }

  func testEachChangeIsOnRecordWithWhatWasBefore() throws {
    let house = try TestHouse()
    let first = try keep(house, language: "en")
    XCTAssertEqual(first.count, 1)
    XCTAssert(first[0].contains(#""language":{"after":"en"}"#), first[0])
    XCTAssert(first[0].contains(#""shown_round":{"after":"yes"}"#), first[0])
    let second = try keep(house, language: "zh-Hans", drawsLines: false)
    XCTAssert(second[0].contains(#""language":{"after":"zh-Hans","before":"en"}"#), second[0])
    XCTAssert(second[0].contains(#""lines":{"after":"no"}"#), second[0])
    XCTAssertEqual(try keep(house), [], "nothing is different")
    XCTAssertEqual(
      try Reading.preferences(of: house.id(.zhang), in: house.house),
      Preferences(language: "zh-Hans", drawsLines: false, wasShownRound: true))
    try KeepPreferences(rings: true).perform(by: house.id(.zhang), at: house.now, in: house.house)
    XCTAssert(try details(house).last?.contains(#"{"bell":{"after":"yes"}}"#) == true)
    XCTAssertEqual(
      try Reading.preferences(of: house.id(.zhang), in: house.house),
      Preferences(language: "zh-Hans", drawsLines: false, rings: true, wasShownRound: true))
    XCTAssertEqual(try Reading.preferences(of: house.id(.li), in: house.house), Preferences())
  }
}
