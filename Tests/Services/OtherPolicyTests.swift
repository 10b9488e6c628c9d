import Domain
import Services
import TestSupport
import XCTest

/// Policies "direct" and "dealer", as they ship (R4.2, R4.3).
final class OtherPolicyTests: XCTestCase {
  private func direct(at start: String = "2026-11-26 14:00") throws -> TestHouse {
    try TestHouse(try XCTUnwrap(try ShippedPolicy.direct), at: start)
  }

  // MARK: direct

  func testDirectEndsAtTenOnTheExpiryDay() throws {
    let house = try direct()
    let customer = try house.customer(in: .library(of: .zhang))
    XCTAssertEqual(try house.dues(customer), ["signing": "2026-12-11 10:00"])
    try house.tick(through: "2026-12-10 00:00")
    XCTAssertEqual(try house.alerts(of: .zhang).map(\.kind), [.warned], "one day before")
    try house.set("2026-12-11T09:59:59")
    XCTAssertEqual(try house.tick(), TickReport())
    XCTAssertNoThrow(try house.note(customer, by: .zhang))
    XCTAssertEqual(try house.due(customer), "2026-12-11 10:00", "a note renews nothing")
    try house.set("2026-12-11 10:00")
    XCTAssertEqual(try house.tick().released, 1)
    XCTAssertEqual(try house.lastEnd(customer)?.reason, .flowedBack(clocks: ["signing"]))
  }

  /// Saturday, 2026-12-12 and the holiday of 2026-10-01 move to 10:00 of the next desk day (R4.5).
  func testDirectMovesOffRestDays() throws {
    for (start, due) in [
      ("2026-11-27 14:00", "2026-12-14 10:00"), ("2026-11-28 14:00", "2026-12-14 10:00"),
      ("2026-09-16 14:00", "2026-10-08 10:00"),
    ] {
      let house = try direct(at: start)
      let customer = try house.customer(in: .library(of: .zhang))
      XCTAssertEqual(try house.due(customer), due, start)
    }
  }

  /// Only the number of slots is small: the sixteenth is offered a swap.
  func testDirectHasFifteenSlots() throws {
    let house = try direct()
    let held = try house.customers(15, in: .library(of: .zhang))
    let more = try house.customer(in: .sea)
    try assertRefused(.libraryFull(held: 15, capacity: 15), leaves: house) {
      try house.pick(more, by: .zhang)
    }
    XCTAssertNoThrow(try house.swap(held[0], for: more, by: .zhang))
  }

  func testDirectCoolsDownForFifteenDays() throws {
    let house = try direct()
    let customer = try house.customer(in: .library(of: .zhang))
    try house.tick(through: "2026-12-11 10:00")
    assertRefused(.coolingDown(until: try XCTUnwrap(Day(iso: "2026-12-27")))) {
      try house.pick(customer, by: .zhang)
    }
    XCTAssertNoThrow(try house.pick(customer, by: .li))
  }

  func testItIsAnnouncedToEveryOtherAgent() throws {
    let house = try direct()
    let customer = try house.customer(in: .library(of: .zhang))
    let gone = try AddPerson(login: "gone", name: "走了", department: "一部", roles: [.agent])
      .perform(by: house.id(.admin), at: house.now, in: house.house)
    try house.store().connection.run("UPDATE person SET is_active = 0 WHERE id = ?", [gone])
    try house.tick(through: "2026-12-11 10:00")
    XCTAssertEqual(try house.alerts(of: .li).map(\.kind), [.opened])
    XCTAssertEqual(try house.alerts(of: .li).map(\.customer), [customer])
    XCTAssertEqual(try house.alerts(of: .zhang).map(\.kind), [.flowedBack, .warned])
    for who in [TestHouse.Who.manager, .director, .support, .clerk, .reception, .admin] {
      XCTAssertEqual(try house.alerts(of: who).count, 0, "\(who)")
    }
    XCTAssertEqual(try BaseDump(house.path).count("alert", where: "person = \(gone.value)"), 0)
  }

  /// An act that comes first announces it too.
  func testAnActThatReleasesItAnnouncesIt() throws {
    let house = try direct()
    let customer = try house.customer(in: .library(of: .zhang))
    try house.tick(through: "2026-12-11 09:00")
    try house.set("2026-12-11 10:00")
    assertRefused(.flowedBack(at: house.now)) { try house.note(customer, by: .zhang) }
    XCTAssertEqual(try house.alerts(of: .li).map(\.kind), [.opened])
  }

  func testChannelAnnouncesNothing() throws {
    let house = try TestHouse()
    try house.customer(in: .library(of: .zhang))
    try house.tick(through: "2026-12-27 10:00")
    XCTAssertEqual(try house.alerts(of: .li).count, 0)
  }

  // MARK: dealer

  func testDealerHasNoClock() throws {
    let house = try TestHouse(try XCTUnwrap(try ShippedPolicy.dealer))
    let customer = try house.customer(in: .library(of: .zhang))
    XCTAssertNil(try house.due(customer))
    try assertRefused(.noClock, leaves: house) { try house.ask(customer, days: 3) }
    for day in ["2026-12-27", "2027-03-01", "2028-11-26"] {
      try house.set("\(day) 00:00")
      XCTAssertEqual(try house.tick(), TickReport())
    }
    XCTAssertEqual(try house.library(of: .zhang).rows.map(\.due), [nil])
    XCTAssertEqual(try house.alerts(of: .zhang).count, 0)
  }

  func testDealersRhythmAndExpectedBuyingTime() throws {
    let dealer = try XCTUnwrap(try ShippedPolicy.dealer)
    XCTAssertEqual(dealer.intents.map(\.level), ["0", "C", "B", "A", "H", "O"])
    XCTAssertEqual(dealer.intents.map(\.rhythmDays), [nil, 15, 10, 7, 2, 10])
    XCTAssertEqual(dealer.intents.map(\.buysWithinDays), [nil, nil, 30, 15, 7, nil])
  }

  // MARK: what they are based on

  func testWhatIsNotSaidIsAsInChannel() throws {
    let channel = try Policy.channel()
    for policy in [try XCTUnwrap(try ShippedPolicy.direct), try XCTUnwrap(try ShippedPolicy.dealer)] {
      XCTAssertEqual(policy.fuse, channel.fuse)
      XCTAssertEqual(policy.extensions, channel.extensions)
      XCTAssertEqual(policy.deskHours, channel.deskHours)
      XCTAssertEqual(policy.notes.outcomes.map(\.outcome), channel.notes.outcomes.map(\.outcome))
      XCTAssertEqual(policy.targets, channel.targets)
    }
  }
}
