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

  private func assertSeeks(_ policy: Policy? = nil, _ work: (TestHouse) throws -> Void) throws {
    let house = try TestHouse(policy)
    try work(house)
    let plans = try house.house.readWithoutRight { try QueryPlan.all(of: $0.store.connection) }
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
      _ = try HolderForecast.read(of: house.id(.zhang), by: director, at: now, in: house.house)
      try ConfirmForecast().perform(by: director, at: now, in: house.house)
      try house.store().fuses.blow(BlownFuse(cause: .tooMany, at: now, lastTick: nil))
      try ConfirmReleases().perform(by: director, at: now, in: house.house)
      try house.engineTick()
      _ = try EngineStatus.read(by: director, at: now, wallClock: now, in: house.house)
    }
  }

  /// Every query of a tick: rules that come into force, requests that lapse, warnings, the forecast that asks, the fuse
  /// that counts and blows, releases that are announced.
  func testEveryQueryOfATick() throws {
    let fuse: JSON = ["count": 0, "percent": 20, "behind": "5m", "ahead": "15d", "jump": "5m"]
    let changes: [String: JSON] = [
      "fuse": fuse, "release": ["moment": "24:00", "rest_day": "keep", "announced": .bool(true)],
    ]
    let policy = try Policy.channel(changes)
    try assertSeeks(policy) { house in
      let customers = try house.customers(3, in: .library(of: .zhang))
      let text = String(decoding: try JSON.channel(changes).data, as: UTF8.self)
      try AdoptPolicy(text, from: house.calendar.day(of: house.now))
        .perform(by: house.id(.admin), at: house.now, in: house.house)
      for moment in ["2026-12-18 09:00", "2026-12-24 10:00", "2026-12-25 15:00"] {
        try house.set(moment)
        try house.engineTick()
        if moment.hasSuffix("10:00") { try house.ask(customers[0], days: 3) }
      }
      XCTAssertTrue(try house.alerts(of: .director).contains { $0.kind == .forecast })
      try house.set("2026-12-27 00:00")
      XCTAssertNotNil(try house.engineTick()?.fuse)
      try ConfirmReleases().perform(by: house.id(.director), at: house.now, in: house.house)
      try ConfirmForecast().perform(by: house.id(.director), at: house.now, in: house.house)
      try house.set("2027-01-01 00:00")
      try house.engineTick()
      _ = try Engine(house.house).nextLook(after: house.now)
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
