import Domain
import Services
import TestSupport
import XCTest

/// The list of the next desk day, until it is handed in (R7.5).
final class TomorrowTests: TomorrowTestCase {
  func testTheNextDeskDay() throws {
    for (now, day) in [
      ("2026-11-26 14:00", "2026-11-27"), ("2026-11-27 23:59", "2026-11-30"),
      ("2026-11-28 00:00", "2026-11-30"),
      // The week of the National Day, and the make-up Saturday after it.
      ("2026-09-30 17:00", "2026-10-08"), ("2026-10-09 17:00", "2026-10-10"),
    ] {
      let house = try house(at: now)
      XCTAssertEqual(try house.tomorrow().day.iso, day, now)
    }
  }

  /// What is on it already is not counted among what is still to come.
  func testAListThatIsBegunIsFilledUp() throws {
    let house = try house()
    _ = try house.customers(5, in: .library(of: .zhang))
    let first = try house.fillTomorrow().added
    try house.dropTomorrow(Array(first.dropFirst()))
    let added = try house.fillTomorrow().added
    XCTAssertEqual(added.count, 2)
    XCTAssertFalse(added.contains(first[0]))
    XCTAssertEqual(try figures(house)[0], 3)
  }

  func testItIsFilledFromTheLibraryByReasonsInTheirOrder() throws {
    let house = try TestHouse(
      Policy.channel(["tomorrow": ["customers": 6, "new": 1]]), at: "2026-11-02 09:00")
    let old = try house.customers(7, in: .library(of: .zhang))
    try house.set("2026-11-20 09:00")
    for customer in old[1...3] { try house.note(customer, by: .zhang) }
    try house.set("2026-11-19 09:00")
    try house.note(old[4], by: .zhang)
    try house.set("2026-11-27 15:00")
    try house.plan(old[1], "2026-11-30 10:00")
    try house.agree(old[2], "2026-12-03 10:00")
    try house.write(NoteEntry(outcome: .connected, intent: "C"), on: old[6], by: .zhang)
    let new = try house.pick(try house.customer(in: .sea), by: .zhang).customer
    try house.customer(in: .sea)
    let filled = try house.fillTomorrow()
    XCTAssertEqual(filled.day.iso, "2026-11-30")
    let rows = try house.tomorrow().rows
    XCTAssertEqual(rows.map(\.id), [new, old[1], old[0], old[5], old[4], old[3]])
    XCTAssertEqual(rows.map(\.source), [.new, .planned, .rescue, .rescue, .longUncalled, .longUncalled])
    XCTAssertEqual(filled.added, rows.map(\.id))
    XCTAssertEqual(try figures(house), [6, 6, 1, 1])
    XCTAssertEqual(try house.fillTomorrow().added, [], "it is full; nothing is picked by itself")
  }

  /// R6.3: whom nobody may call any more is on no list; one with another number stays.
  func testWhoCanNotBeCalledLeavesTheList() throws {
    let house = try house()
    let customers = try house.customers(3, in: .library(of: .zhang))
    try house.change(customers[1], by: .zhang) { $0.phones = ["0512-69990001"] }
    try house.fillTomorrow()
    try house.submitTomorrow()
    for customer in customers[0...1] {
      try house.write(NoteEntry(outcome: .deadNumber), on: customer, by: .zhang)
    }
    let list = try house.tomorrow()
    XCTAssertEqual(Set(list.rows.map(\.id)), Set(customers[1...2]))
    XCTAssertTrue(list.isChanged, "its manager is told that it is another")
    XCTAssertEqual(try figures(house)[0], 2)
  }

  func testWhatCounts() throws {
    let house = try house()
    let customers = try house.customers(4, in: .library(of: .zhang))
    XCTAssertEqual(try figures(house), [0, 3, 0, 1])
    try house.fillTomorrow()
    XCTAssertEqual(try figures(house), [3, 3, 3, 1])
    try house.write(NoteEntry(outcome: .connected, intent: "C"), on: customers[0], by: .zhang)
    XCTAssertEqual(try figures(house), [2, 3, 2, 1], "class 0 alone")
    try house.release(customers[1], by: .zhang)
    XCTAssertEqual(try figures(house), [1, 3, 1, 1], "held alone")
    XCTAssertEqual(try house.tomorrow().rows.map(\.counts), [false, false, true])
    XCTAssertEqual(try house.tomorrow().rows[1].end, .released(.noNeed))
    try house.undoRelease(of: customers[1], by: .zhang)
    XCTAssertEqual(try figures(house), [2, 3, 2, 1], "with its place on the list (R3.3)")
    XCTAssertEqual(try house.tomorrow().candidates.map(\.id), [customers[3]])
  }

  func testOnlyWhatIsStillHeldWhenThatDayBegins() throws {
    let house = try house(at: "2026-11-02 09:00")
    let customer = try house.customer(in: .library(of: .zhang))
    try house.tick(through: "2026-12-02 15:00")
    let due = try house.time("2026-12-03 00:00")
    XCTAssertEqual(try house.tomorrow().candidates.map(\.id), [])
    try assertRefused(.dueBeforeList(due: due), leaves: house) { try house.addTomorrow(customer) }
    try house.note(customer, by: .zhang)
    XCTAssertEqual(try house.addTomorrow(customer).prepared, 1, "rescued, it counts")
  }

  func testAddingAndDropping() throws {
    let house = try house()
    let (mine, other) = (
      try house.customer(in: .library(of: .zhang)), try house.customer(in: .library(of: .li))
    )
    XCTAssertEqual(try house.addTomorrow(mine).prepared, 1)
    try assertRefused(.alreadyListed, leaves: house) { try house.addTomorrow(mine) }
    try assertRefused(.notHeld, leaves: house) { try house.addTomorrow(other) }
    try assertRefused(.notListed, leaves: house) { try house.dropTomorrow([mine, other]) }
    XCTAssertEqual(try house.tomorrow().rows.map(\.id), [mine], "all or nothing")
    XCTAssertEqual(try house.dropTomorrow([mine]).prepared, 0)
    let number = try XCTUnwrap(try house.view(mine).numbers.first).dialled
    try house.write(NoteEntry(outcome: .deadNumber, number: number), on: mine, by: .zhang)
    try assertRefused(.noCallableNumber, leaves: house) { try house.addTomorrow(mine) }
  }

  func testADirectListHoldsEveryCustomer() throws {
    let policy = try XCTUnwrap(try ShippedPolicy.direct)
    let house = try TestHouse(policy)
    let customers = try house.customers(3, in: .library(of: .zhang))
    try house.write(NoteEntry(outcome: .connected, intent: "A"), on: customers[0], by: .zhang)
    XCTAssertEqual(try figures(house), [0, 3, 0, 0])
    try house.fillTomorrow()
    XCTAssertEqual(try figures(house), [3, 3, 3, 0])
  }

  /// R3.11: the holding goes on in the record that stays, and so does its place.
  func testAPlaceFollowsAMerge() throws {
    let house = try house()
    let older = try house.customer(in: .sea)
    let younger = try house.customer(in: .library(of: .zhang))
    try house.addTomorrow(younger)
    try house.merge(older, younger)
    XCTAssertEqual(try house.tomorrow().rows.map(\.id), [older])
    XCTAssertEqual(try figures(house), [1, 3, 1, 1])
  }

  /// And what counts there is how the record that stays stands.
  func testAPlaceThatIsLeftFollowsAMergeToo() throws {
    let house = try house()
    let older = try house.customer(in: .library(of: .li))
    let younger = try house.customer(in: .library(of: .zhang))
    try house.addTomorrow(younger)
    try house.release(younger, by: .zhang)
    try house.merge(older, younger)
    let store = try house.store()
    XCTAssertEqual(try store.dayLists.stale(), [])
    XCTAssertEqual(try figures(house), [0, 3, 0, 1])
  }

  func testTheNextMorningItIsTheCallList() throws {
    let house = try house()
    let customers = try house.customers(3, in: .library(of: .zhang))
    try house.fillTomorrow()
    try house.submitTomorrow()
    try house.release(customers[1], by: .zhang)
    try house.set("2026-11-27 09:00")
    let list = try CallListView.read(by: house.id(.zhang), at: house.now, in: house.house)
    XCTAssertTrue(list.isPrepared)
    XCTAssertEqual(list.rows.map(\.id), [customers[0], customers[2]])
    XCTAssertEqual(list.rows.map(\.why), [.prepared, .prepared])
    XCTAssertEqual(list.struck.map(\.id), [customers[1]])
    XCTAssertEqual(list.struck.map(\.why), [.prepared])
  }

  /// A clock that is set back over midnight finds the list of the day before as it was, and makes no second one.
  func testTheClockSetBackOverMidnight() throws {
    let house = try house(at: "2026-11-26 23:50")
    _ = try house.customers(3, in: .library(of: .zhang))
    try house.fillTomorrow()
    try house.submitTomorrow()
    try house.set("2026-11-27 00:10")
    XCTAssertEqual(try house.tomorrow().status, .open, "another day's")
    try house.fillTomorrow()
    try house.set("2026-11-26 23:55")
    XCTAssertEqual(try house.tomorrow().status, .submitted)
    assertRefused(code: "already_submitted") { try house.submitTomorrow() }
    XCTAssertEqual(try BaseDump(house.path).count("day_list"), 2)
  }
}
