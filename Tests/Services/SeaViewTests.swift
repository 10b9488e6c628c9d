import Domain
import Services
import TestSupport
import XCTest

/// What is kept of a view of the sea (R5.10).
final class SeaViewKeepingTests: XCTestCase {
  private func view(_ digit: Int, _ name: String, filter: String = "塑料") -> KeptSeaView {
    KeptSeaView(digit: digit, name: name, base: .today, filter: filter, isOldestFirst: true)
  }

  func testItIsKeptOnItsDigitAndChangesNothingElse() throws {
    let house = try TestHouse()
    let zhang = house.id(.zhang)
    try KeepSeaView(view(7, "七")).perform(by: zhang, at: house.now, in: house.house)
    try KeepSeaView(view(6, " 六\n号 ")).perform(by: zhang, at: house.now, in: house.house)
    try KeepSeaView(view(7, "又七")).perform(by: zhang, at: house.now, in: house.house)
    let kept = try Reading.seaViews(of: zhang, in: house.house)
    XCTAssertEqual(kept, [view(6, "六 号"), view(7, "又七")])
    XCTAssertEqual(try Reading.seaViews(of: house.id(.li), in: house.house), [])
    try KeepSeaView(dropping: 6).perform(by: zhang, at: house.now, in: house.house)
    XCTAssertEqual(try Reading.seaViews(of: zhang, in: house.house).map(\.digit), [7])
  }

  func testWhatCanNotBeKept() throws {
    let house = try TestHouse()
    for (view, field, problem) in [
      (view(5, "五"), "digit", Refusal.Problem.outOfRange), (view(10, "十"), "digit", .outOfRange),
      (view(6, " "), "name", .missing), (view(6, String(repeating: "长", count: 21)), "name", .tooLong),
      (view(6, "\u{1B}[2J"), "name", .controlCharacters),
      (view(6, "六", filter: String(repeating: "x", count: 401)), "filter", .tooLong),
    ] {
      try assertRefused(.invalidField(field, problem), leaves: house) {
        try KeepSeaView(view).perform(by: house.id(.zhang), at: house.now, in: house.house)
      }
    }
  }
}
