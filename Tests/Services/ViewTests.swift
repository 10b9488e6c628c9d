import Domain
import Services
import TestSupport
import XCTest

/// What somebody sees of a customer (R2.2, R10.1).
final class ViewTests: XCTestCase {
  func testTheHolderSeesItWhole() throws {
    let house = try TestHouse()
    var form = house.form("苏州日东精密电子有限公司", phone: "0512-60010001 13800010001")
    form.contact = "钱先生"
    form.remark = "老客户"
    let customer = try house.enter(form, by: .zhang)
    try house.note(customer, by: .zhang, text: "要报价")
    let view = try house.view(customer)
    XCTAssertTrue(view.isWhole)
    XCTAssertEqual(view.numbers.map(\.display), ["0512-6001 0001", "138 0001 0001"])
    XCTAssertEqual(view.contacts.map(\.name), ["钱先生"])
    XCTAssertEqual(view.notes.map(\.text), ["要报价"])
    XCTAssertEqual(view.timeline.count, 2)
  }

  /// In the sea: names, industry, place, history in outline, and numbers masked.
  func testInTheSeaTheHistoryIsInOutline() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang), phone: "0512-60010001 13800010001")
    try house.visit(customer, by: .zhang)
    try house.release(customer, by: .zhang)
    for who in [TestHouse.Who.zhang, .li, .manager, .director, .support] {
      let view = try house.view(customer, as: who)
      XCTAssertFalse(view.isWhole, who.rawValue)
      XCTAssertEqual(view.contacts, [])
      let note = try XCTUnwrap(view.notes.first)
      XCTAssertEqual([note.text, note.met, note.place], ["", "", ""])
      XCTAssertEqual(note.outcome, .connected)
    }
  }

  /// The newest first, also of what happened within one second.
  func testTheTimelineIsInItsOrder() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    try house.note(customer, by: .zhang)
    try house.release(customer, by: .zhang)
    let kinds = try house.view(customer).timeline.map { entry in
      switch entry.kind {
      case .cameIn, .migrated: "in"
      case .note: "note"
      case .warned: "warned"
      case .changed: "changed"
      case .order: "order"
      case .ended: "out"
      }
    }
    XCTAssertEqual(kinds, ["out", "note", "in"])
  }

  func testNumbersAreMasked() throws {
    let house = try TestHouse()
    for (number, masked) in [
      ("13800010001", "138****0001"), ("0512-60010002", "0512-6****02"), ("010-60010003", "010-6****03"),
    ] {
      let customer = try house.customer(in: .sea, phone: number)
      XCTAssertEqual(try house.view(customer).numbers.map(\.masked), [masked], number)
      let row = try SeaView.read(SeaQuery(), by: house.id(.li), in: house.house).rows.first {
        $0.id == customer
      }
      XCTAssertEqual(row?.masked, masked)
    }
  }

  // MARK: the library

  func testTheLibraryIsSortedBySoonestDue() throws {
    let house = try TestHouse()
    let customers = try house.customers(3, in: .library(of: .zhang))
    house.pass(days: 2)
    try house.note(customers[0], by: .zhang)
    house.pass(days: 1)
    try house.note(customers[1], by: .zhang)
    let view = try house.library(of: .zhang)
    XCTAssertEqual(view.rows.map(\.id), [customers[2], customers[0], customers[1]])
    XCTAssertEqual(view.held, 3)
    XCTAssertEqual(view.capacity, 300)
  }

  /// No more days left than the longest warning level (R4.7).
  func testThoseAboutToFlowBackAreCounted() throws {
    let house = try TestHouse()
    try house.customer(in: .library(of: .zhang))
    for (moment, soon) in [("2026-12-18 23:59", 0), ("2026-12-19 00:00", 1), ("2026-12-26 23:59", 1)] {
      try house.set(moment)
      try house.tick()
      XCTAssertEqual(try house.library(of: .zhang).flowingBackSoon, soon, moment)
    }
  }

  func testTheCountersAreThoseOfTheDay() throws {
    let house = try TestHouse()
    let customers = try house.customers(3, in: .library(of: .zhang))
    try house.pick(house.customer(in: .sea), by: .zhang)
    for outcome in [Outcome.connected, .connected, .noAnswer] {
      try house.write(NoteEntry(outcome: outcome, intent: "A"), on: customers[0], by: .zhang)
    }
    try house.note(customers[1], by: .zhang, .interested)
    try house.note(customers[2], by: .zhang, .noAnswer)
    try house.visit(customers[2], by: .zhang)
    let day = try house.library(of: .zhang).day
    XCTAssertEqual(day.effectiveCalls, 2, "one per customer and day, calls alone")
    XCTAssertEqual(day.abCustomers, 1)
    XCTAssertEqual(day.newCustomers, 4)
    XCTAssertEqual(day.picks, 1)
    try house.set("2026-11-27 00:00")
    let tomorrow = try house.library(of: .zhang).day
    XCTAssertEqual([tomorrow.effectiveCalls, tomorrow.newCustomers, tomorrow.picks], [0, 0, 0])
  }

  // MARK: the sea (R5.10)

  func testTheSeaIsSearched() throws {
    let house = try TestHouse()
    let first = try house.customer("苏州日东精密电子有限公司", in: .sea)
    try house.customer("昆山云杉模具厂", in: .sea)
    let third = try house.customer("無錫拾光紡織有限公司", in: .sea, phone: "0510-60010003")
    func found(_ text: String) throws -> [CustomerID] {
      let query = SeaQuery(searching: text, tables: house.rules.tables)
      return try SeaView.read(query, by: house.id(.li), in: house.house).rows.map(\.id)
    }
    XCTAssertEqual(try found("日东"), [first])
    XCTAssertEqual(try found("日東"), [first], "Traditional as Simplified (R5.2)")
    XCTAssertEqual(try found("rdjm"), [first], "pinyin initials (R5.2)")
    XCTAssertEqual(try found("苏州 电子"), [first], "all words")
    XCTAssertEqual(try found("东"), [first], "one character")
    XCTAssertEqual(try found("拾光"), [third])
    XCTAssertEqual(try found("0510 6001-0003"), [third], "a whole number (R5.11)")
    XCTAssertEqual(try found("日东 模具"), [])
    XCTAssertEqual(try found("").count, 3)
    XCTAssertEqual(try found("日_精"), [], "no wildcard")
    XCTAssertEqual(try found("\" OR 1"), [], "no query language")
  }

  func testPagesOfTheSeaFollowOneAnother() throws {
    let house = try TestHouse()
    let customers = try house.customers(7, in: .sea)
    var (seen, query) = ([CustomerID](), SeaQuery())
    query.limit = 3
    repeat {
      let view = try SeaView.read(query, by: house.id(.li), in: house.house)
      XCTAssertEqual(view.size, 7)
      seen += view.rows.map(\.id)
      query.after = view.next
    } while query.after != nil
    XCTAssertEqual(seen, customers.reversed())
  }

  func testTheSeaIsFiltered() throws {
    let house = try TestHouse()
    var form = house.form()
    form.industry = "机械"
    form.intent = "B"
    let customer = try house.enter(form, by: .zhang)
    try house.customer(in: .sea)
    house.pass(days: 1)
    try house.release(customer, by: .zhang)
    func found(_ change: (inout SeaQuery) throws -> Void) throws -> Int {
      var query = SeaQuery()
      try change(&query)
      return try SeaView.read(query, by: house.id(.li), in: house.house).rows.count
    }
    func department(_ name: String) throws -> DepartmentID {
      try SeaView.department(named: name, by: house.id(.li), in: house.house)
    }
    XCTAssertEqual(try found { $0.industries = ["机械"] }, 1)
    XCTAssertEqual(try found { $0.intents = ["B"] }, 1)
    XCTAssertEqual(try found { $0.intents = ["0"] }, 1)
    XCTAssertEqual(
      try found { $0.formers = [.init(departments: [try department("一部")])] },
      1)
    XCTAssertEqual(
      try found { $0.formers = [.init(departments: [try department("二部")])] },
      0)
    XCTAssertEqual(try found { $0.releasedFrom = house.now }, 1)
    XCTAssertEqual(try found { $0.releasedBefore = house.now }, 1)
    XCTAssertEqual(try found { ($0.industries, $0.intents) = (["机械"], ["0"]) }, 0)
    assertRefused(.invalidField("former_department", .unknown)) {
      _ = try department("九部")
    }
  }
}
