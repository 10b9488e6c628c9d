import Domain
import Services
import TestSupport
import XCTest

/// Every change leaves an event: who, when, from where, what, before and after (R2.5).
final class AuditTests: XCTestCase {
  /// The newest event as one line: `pick zhang K000001 {...}`.
  private func newest(in house: TestHouse) throws -> String {
    let event = try XCTUnwrap(try house.store().events.list(of: nil, limit: 1).first)
    XCTAssertEqual(event.at, house.now)
    XCTAssertEqual(event.origin, "test")
    return "\(event.act) \(event.login ?? "-") \(event.customer?.code ?? "-") \(event.detail)"
  }

  func testEveryActLeavesItsEvent() throws {
    let house = try TestHouse()
    let customer = try house.enter(house.form("苏州日东精密电子有限公司"), by: .zhang)
    XCTAssertEqual(
      try newest(in: house),
      #"enter zhang K000001 {"changes":{"holder":{"after":"何小满"},"state":{"after":"pending","#
        + #""before":"unassigned"}},"facts":{"name":"苏州日东精密电子有限公司"}}"#)
    house.pass(days: 1)
    let next = house.now + 3600
    try PlanContact(next, with: customer).perform(by: house.id(.zhang), at: house.now, in: house.house)
    XCTAssertEqual(
      try newest(in: house),
      #"plan zhang K000001 {"changes":{"next_contact":{"after":"2026-11-27T15:00:00+08:00"}}}"#)
    let entry = NoteEntry(outcome: .interested, intent: "B", callsOffNextContact: true)
    let note = try house.write(entry, on: customer, by: .zhang)
    XCTAssertEqual(
      try newest(in: house),
      #"note zhang K000001 {"changes":{"intent":{"after":"B","before":"0"},"#
        + #""next_contact":{"before":"2026-11-27T15:00:00+08:00"}},"#
        + #""facts":{"note":"1","outcome":"interested"}}"#)
    try house.takeBack(note.note, on: customer, by: .zhang)
    XCTAssertEqual(try newest(in: house), #"note zhang K000001 {"facts":{"taken_back":"1"}}"#)
    try house.release(customer, by: .zhang)
    XCTAssertEqual(
      try newest(in: house),
      #"release zhang K000001 {"changes":{"holder":{"before":"何小满"},"#
        + #""next_contact":{"before":"2026-11-27T15:00:00+08:00"},"#
        + #""state":{"after":"unassigned","before":"pending"}},"facts":{"reason":"no_need"}}"#)
    try house.undo(by: .zhang)
    XCTAssertEqual(
      try newest(in: house),
      #"release zhang K000001 {"changes":{"holder":{"after":"何小满"},"#
        + #""state":{"after":"pending","before":"unassigned"}},"facts":{"undone":"true"}}"#)
  }

  func testPickSwapAndImport() throws {
    let house = try TestHouse()
    let customers = try house.customers(2, in: .sea)
    XCTAssertEqual(try newest(in: house), #"import admin - {"facts":{"entered":"1","refused":"0"}}"#)
    try house.pick(customers[0], by: .zhang)
    let taken = #""changes":{"holder":{"after":"何小满"},"state":{"after":"pending","before":"unassigned"}}"#
    XCTAssertEqual(try newest(in: house), "pick zhang K000001 {\(taken)}")
    try house.swap(customers[0], for: customers[1], by: .zhang)
    XCTAssertEqual(try newest(in: house), #"swap zhang K000002 {\#(taken),"facts":{"released":"K000001"}}"#)
    XCTAssertEqual(
      try Reading.audit(of: customers[0], limit: 9, by: house.id(.admin), in: house.house).map(\.act),
      ["release", "pick", "import"])
  }

  func testWhatTheEngineDoesIsNobodysDoing() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    try house.set("2026-12-25 00:00")
    try house.tick()
    XCTAssertEqual(
      try newest(in: house),
      #"warn - K000001 {"facts":{"clock":"note","due_at":"2026-12-27T00:00:00+08:00","level":"1"}}"#)
    try house.set("2026-12-27 00:00")
    try house.tick()
    XCTAssertEqual(
      try newest(in: house),
      #"flow_back - K000001 {"changes":{"holder":{"before":"何小满"},"state":{"after":"unassigned","#
        + #""before":"pending"}},"facts":{"clocks":"note","due_at":"2026-12-27T00:00:00+08:00"}}"#)
    XCTAssertNoThrow(try house.view(customer))
  }

  func testPeopleAndTheHouseItself() throws {
    let house = try TestHouse()
    let events = try Reading.audit(of: nil, limit: 99, by: house.id(.admin), in: house.house)
    XCTAssertEqual(events.last?.act, "set_up")
    XCTAssertEqual(events.filter { $0.act == "people" }.count, 7)
  }

  func testARefusedActLeavesNone() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .li))
    let before = try BaseDump(house.path).count("event")
    assertRefused(code: "held") { try house.pick(customer, by: .zhang) }
    assertRefused(code: "not_held") { try house.note(customer, by: .zhang) }
    XCTAssertEqual(try BaseDump(house.path).count("event"), before)
  }

  func testAgentsReadTheirOwnManagersTheirSubtreeAdminAll() throws {
    let house = try TestHouse()
    let (mine, lis) = (
      try house.customer(in: .library(of: .zhang)), try house.customer(in: .library(of: .li))
    )
    func seen(by who: TestHouse.Who) throws -> Set<CustomerID> {
      Set(
        try Reading.audit(of: nil, limit: 99, by: house.id(who), in: house.house).compactMap(\.customer))
    }
    XCTAssertEqual(try seen(by: .zhang), [mine])
    XCTAssertEqual(try seen(by: .li), [lis])
    XCTAssertEqual(try seen(by: .manager), [mine])
    XCTAssertEqual(try seen(by: .director), [mine, lis])
    XCTAssertEqual(try seen(by: .admin), [mine, lis])
  }

  /// They can't be changed or removed through the program, nor can what has history (R2.4, R2.5, R6.5).
  func testWhatIsWrittenStays() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    try house.note(customer, by: .zhang, text: "要报价")
    try house.set("2026-12-20 10:00")
    try house.tick()
    let connection = try house.store().connection
    for sql in [
      "DELETE FROM event", "UPDATE event SET detail = '{}'", "UPDATE event SET at = 0 WHERE id = 1",
      "DELETE FROM note", "UPDATE note SET text = '改过'", "UPDATE note SET at = at + 1",
      "UPDATE note SET outcome = 'busy', taken_back_at = 1", "DELETE FROM customer",
      "DELETE FROM opportunity",
      "DELETE FROM warning",
    ] {
      XCTAssertThrowsError(try connection.run(sql), sql)
    }
    XCTAssertEqual(try house.view(customer).notes.map(\.text), ["要报价"])
  }

  /// Taking a note back is the one change there is, and final.
  func testATakenBackNoteIsFinal() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    let written = try house.note(customer, by: .zhang)
    try house.takeBack(written.note, on: customer, by: .zhang)
    let connection = try house.store().connection
    XCTAssertThrowsError(try connection.run("UPDATE note SET taken_back_at = NULL"))
    XCTAssertThrowsError(try connection.run("UPDATE note SET taken_back_at = 1"))
  }

  /// R2.5: the administrator reads all of them without values: who, when, act, code.
  func testTheAdministratorReadsNoValues() throws {
    let house = try TestHouse()
    let pure = try AddPerson(login: "pure", name: "纯", department: "总部", roles: [.admin])
      .perform(by: house.id(.admin), at: house.now, in: house.house)
    let customer = try house.customer(in: .library(of: .zhang))
    try house.addNumber(customer, "0512-69990001")
    for subject in [nil, customer] {
      let events = try Reading.audit(of: subject, limit: 99, by: pure, in: house.house)
      XCTAssertEqual(events.prefix(2).map(\.act), ["change", "enter"])
      XCTAssertEqual(events.prefix(2).map(\.customer), [customer, customer])
      XCTAssertEqual(Set(events.map(\.detail)), ["{}"])
    }
    // That an act was taken back is no value: it is what was done.
    try house.release(customer, by: .zhang)
    try house.undo(by: .zhang)
    let undone = try Reading.audit(of: customer, limit: 2, by: pure, in: house.house)
    XCTAssertEqual(undone.map(\.detail), ["{\"facts\":{\"undone\":\"true\"}}", "{}"])
    XCTAssertEqual(undone.map(\.isUndo), [true, false])
    let own = try Reading.audit(of: customer, limit: 3, by: house.id(.zhang), in: house.house)
    XCTAssertTrue(own[2].detail.contains("0512-6999 0001"))
  }

  /// A manager reads the events of a customer that left his subtree, up to that moment; nobody else's.
  func testAManagerReadsUpToTheMomentItLeft() throws {
    for isByRule in [true, false] {
      let house = try TestHouse()
      let customer = try house.customer(in: .library(of: .zhang))
      let other = try house.customer(in: .library(of: .li))
      if isByRule {
        try house.tick(through: "2026-12-27 09:00")
      } else {
        try house.release(customer, by: .zhang)
        house.pass(minutes: 2)
      }
      try house.pick(customer, by: .li)
      try house.addNumber(customer, "0512-69990001", by: .li)
      let acts = try Reading.audit(of: customer, limit: 99, by: house.id(.manager), in: house.house).map(
        \.act)
      XCTAssertEqual(acts.first, isByRule ? "flow_back" : "release")
      XCTAssertEqual(acts.last, "enter")
      let all = try Reading.audit(of: nil, limit: 99, by: house.id(.manager), in: house.house)
      XCTAssertTrue(all.contains { $0.customer == customer && $0.act == "enter" })
      XCTAssertFalse(all.contains { $0.customer == other || $0.act == "pick" })
      assertRefused(.notAllowed(.audit)) {
        _ = try Reading.audit(of: other, limit: 99, by: house.id(.manager), in: house.house)
      }
      assertRefused(.notAllowed(.audit)) {
        _ = try Reading.audit(of: customer, limit: 99, by: house.id(.zhang), in: house.house)
      }
    }
  }
}
