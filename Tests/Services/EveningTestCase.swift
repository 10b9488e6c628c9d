import Domain
import TestSupport
import XCTest

@testable import Services

/// An evening of two agents (R8.1-R8.3): zhang is in the manager's department, li beside it. Each has two customers on
/// tomorrow's list, as many as are asked for.
class EveningTestCase: XCTestCase {
  func house(at start: String = "2026-11-26 17:00") throws -> TestHouse {
    let house = try TestHouse(Policy.channel(["tomorrow": ["customers": 2, "new": 1]]), at: start)
    for who in [TestHouse.Who.zhang, .li] {
      _ = try house.customers(2, in: .library(of: who))
      try house.fillTomorrow(by: who)
    }
    return house
  }

  func board(
    _ house: TestHouse, of who: TestHouse.Who = .manager, date: String? = nil, department: String? = nil
  ) throws -> EveningBoard {
    try EveningBoard.read(
      by: house.id(who), date: date.flatMap { Day(iso: $0) }, department: department, at: house.now,
      in: house.house)
  }

  func line(_ house: TestHouse, _ who: TestHouse.Who = .zhang) throws -> EveningLine {
    try XCTUnwrap(try board(house, of: .director).lines.first { $0.id == house.id(who) })
  }

  func pass(
    _ house: TestHouse, _ who: TestHouse.Who = .zhang, by actor: TestHouse.Who = .manager, version: Int? = nil
  ) throws {
    try PassList(house.id(who), version: version).perform(by: house.id(actor), at: house.now, in: house.house)
  }

  func sendBack(_ house: TestHouse, remark: String = "新的不够", by actor: TestHouse.Who = .manager)
    throws
  {
    try ReturnList(house.id(.zhang), remark: remark).perform(
      by: house.id(actor), at: house.now, in: house.house)
  }

  func cover(
    _ house: TestHouse, _ who: TestHouse.Who, _ from: String, _ to: String, by deputy: TestHouse.Who
  ) throws {
    try CoverPerson(
      house.id(who), from: try XCTUnwrap(Day(iso: from)), to: try XCTUnwrap(Day(iso: to)),
      by: house.id(deputy)
    ).perform(by: house.id(.director), at: house.now, in: house.house)
  }
}
