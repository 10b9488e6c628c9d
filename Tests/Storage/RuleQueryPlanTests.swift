import Domain
import TestSupport
import XCTest

@testable import Services
@testable import Storage

/// Requests, take-backs, the fuse and versions of rules find what they are about by an index.
final class RuleQueryPlanTests: XCTestCase {
  /// What walks along an index over all that is held, and why it may.
  private static let walks = [
    // The forecast and a blown fuse count by holder; a tick does so only above the limit of one due day.
    "count(*) FROM customer WHERE owner IS NOT NULL": "customer_library",
    // A simulation reckons every held customer.
    "CROSS JOIN warning": "opportunity_open",
    "opportunity.held_until, opportunity.asked_until": "opportunity_open",
  ]

  private func assertSeeks(_ work: (TestHouse) throws -> Void) throws {
    let house = try TestHouse()
    try work(house)
    let plans = try QueryPlan.all(of: house.house.store.connection)
    XCTAssertGreaterThan(plans.count, 9)
    for plan in plans {
      let walk = RuleQueryPlanTests.walks.first { plan.sql.contains($0.key) }
      let scans = plan.steps.filter { step in
        ["customer", "opportunity", "request", "event", "alert", "warning", "note"].contains {
          step.hasPrefix("SCAN \($0) ") || step == "SCAN \($0)"
        }
      }
      XCTAssertTrue(scans.allSatisfy { scan in walk.map { scan.contains($0.value) } ?? false }, "\(plan)")
      XCTAssertFalse(plan.steps.contains { $0.contains("AUTOMATIC") }, "\(plan)")
    }
  }

  func testRequestsAndTakeBacks() throws {
    try assertSeeks { house in
      let customers = try house.customers(2, in: .library(of: .zhang))
      try house.answer(try house.ask(customers[0], days: 3), granted: true)
      try house.ask(try house.customer(in: .library(of: .li)), days: 3, by: .li)
      _ = try house.requests(for: .director)
      _ = try house.library(of: .zhang)
      _ = try ApprovalsView.read(by: house.id(.manager), at: house.now, in: house.house)
      try house.tick(through: "2026-12-27 09:00")
      try house.answer(try house.askBack(customers[1]), granted: true)
      _ = try LostView.read(by: house.id(.zhang), at: house.now, in: house.house)
      try house.release(customers[0], by: .zhang)
      try house.undo(by: .zhang)
    }
  }

  func testListsOfTheHouse() throws {
    try assertSeeks { house in
      let customer = try house.customer(in: .library(of: .zhang))
      try house.mark(houseAccount: true, customer)
      try house.mark(houseAccount: false, customer)
      try house.block("苏州对手精密机械有限公司")
      try house.block("苏州对手精密机械有限公司", false)
    }
  }

  func testTheFuseAndTheForecast() throws {
    try assertSeeks { house in
      try house.customer(in: .library(of: .zhang))
      try house.engineTick()
      let (director, now) = (house.id(.director), house.now)
      _ = try ReleaseForecast.read(by: director, at: now, in: house.house)
      try ConfirmForecast().perform(by: director, at: now, in: house.house)
      try house.store().fuses.blow(BlownFuse(cause: .tooMany, at: now, lastTick: nil))
      try house.engineTick()
      try ConfirmReleases().perform(by: director, at: now, in: house.house)
      _ = try EngineStatus.read(by: director, at: now, wallClock: now, in: house.house)
    }
  }

  func testVersionsAndSimulation() throws {
    try assertSeeks { house in
      try house.customer(in: .library(of: .zhang))
      let (admin, now) = (house.id(.admin), house.now)
      let text = String(decoding: try JSON.channel(["capacity": 9]).data, as: UTF8.self)
      try AdoptPolicy(text, from: house.calendar.day(of: now)).perform(by: admin, at: now, in: house.house)
      try house.engineTick()
      try UsePolicy("channel", in: "一部").perform(by: admin, at: now, in: house.house)
      _ = try PolicySimulation.read(house.policy, by: admin, at: now, in: house.house)
    }
  }
}
