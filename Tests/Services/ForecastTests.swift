import Domain
import Services
import TestSupport
import XCTest

/// The engine asks before the night (R4.13).
final class ForecastTests: XCTestCase {
  /// Customers of zhang's and of li's, all due on Saturday, 2026-12-26 24:00, and warned; it is 14:59 on Friday.
  private func house(zhang: Int = 60, li: Int = 12) throws -> TestHouse {
    let house = try TestHouse()
    try house.importRows((0..<zhang).map { "苏州潮音\($0)厂,0512-6\(3_000_000 + $0),苏州" }, to: .zhang)
    try house.importRows((0..<li).map { "苏州浪花\($0)厂,0512-6\(4_000_000 + $0),苏州" }, to: .li)
    for moment in ["2026-12-18 09:00", "2026-12-25T14:59:59"] {
      try house.set(moment)
      try house.engineTick()
    }
    return house
  }

  private func asked(_ who: TestHouse.Who, in house: TestHouse) throws -> [Int?] {
    try house.alerts(of: who).filter { $0.kind == .forecast }.map(\.count)
  }

  func testItAsksAtThree() throws {
    let house = try house()
    XCTAssertEqual(try asked(.director, in: house), [])
    for _ in 1...2 {
      try house.set("2026-12-25 15:00")
      try house.engineTick()
      XCTAssertEqual(try asked(.director, in: house), [72])
      XCTAssertEqual(try asked(.manager, in: house), [60], "of his subtree")
      house.pass(hours: 5)
    }
    for who in [TestHouse.Who.zhang, .support, .clerk] {
      XCTAssertEqual(try asked(who, in: house), [])
    }
    let alert = try XCTUnwrap(try house.alerts(of: .manager).first)
    XCTAssertNil(alert.customer)
    XCTAssertEqual(alert.due, try house.time("2026-12-29 00:00"), "Friday's next desk day is Monday")
  }

  func testAfterAnOutageItAsksTheSameDay() throws {
    let house = try house()
    try house.set("2026-12-25 23:40")
    try house.engineTick()
    XCTAssertEqual(try asked(.director, in: house), [72])
  }

  func testOnARestDayNobodyIsAsked() throws {
    let house = try house()
    try house.set("2026-12-26 15:00")
    try house.engineTick()
    XCTAssertEqual(try asked(.director, in: house), [])
  }

  func testBelowTheLimitNobodyIsAsked() throws {
    let house = try house(zhang: 38)
    try house.set("2026-12-25 15:00")
    try house.engineTick()
    XCTAssertEqual(try asked(.director, in: house), [])
  }

  func testWhoHasNoSuchCustomersIsNotAsked() throws {
    let house = try house(zhang: 0, li: 72)
    try house.set("2026-12-25 15:00")
    try house.engineTick()
    XCTAssertEqual(try asked(.manager, in: house), [])
    XCTAssertEqual(try asked(.director, in: house), [72])
  }

  func testWhatWasConfirmedIsNotAskedFor() throws {
    for (li, left) in [(12, nil), (60, 60)] as [(Int, Int?)] {
      let house = try house(li: li)
      try ConfirmForecast().perform(by: house.id(.manager), at: house.now, in: house.house)
      try house.set("2026-12-25 15:00")
      try house.engineTick()
      XCTAssertEqual(try asked(.manager, in: house), [])
      XCTAssertEqual(try asked(.director, in: house), left.map { [$0] } ?? [])
    }
  }

  func testTheEngineWakesForIt() throws {
    let house = try TestHouse()
    try house.set("2026-12-25T14:59:50")
    XCTAssertEqual(try Engine(house.house).nextLook(after: house.now), try house.time("2026-12-25 15:00"))
    try house.set("2026-12-25T15:00:00")
    XCTAssertEqual(try Engine(house.house).nextLook(after: house.now), house.now + 20)
  }
}
