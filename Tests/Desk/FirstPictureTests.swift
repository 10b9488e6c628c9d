import DeskFixtures
import Services
import TerminalKit
import XCTest

@testable import Desk

final class FirstPictureTests: XCTestCase {
  /// The engine's look reads and writes as much as the first lists, which would wait for it.
  func testTheEngineWaitsForIt() throws {
    let floor = try DeskFloor.example()
    let session = try Session(
      try floor.open().ground(of: floor.id(.zhang), at: floor.now), words: .init(.chinese))
    var desk = DeskState(session, size: Size(rows: 40, columns: 120), hasListToday: false, at: floor.now)
    let requests = desk.begin()
    XCTAssertTrue(requests.contains { if case .run = $0 { true } else { false } }, "the lists are asked for")
    XCTAssertFalse(requests.contains { if case .tick = $0 { true } else { false } })
    XCTAssertTrue(requests.contains { if case .after(_, .engine) = $0 { true } else { false } })
  }
}
