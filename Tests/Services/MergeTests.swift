import Domain
import Services
import Storage
import TestSupport
import XCTest

/// Two records of one customer become one (R3.11).
final class MergeTests: XCTestCase {
  func testTheOlderCodeStaysAndTheOtherLeadsToIt() throws {
    let house = try TestHouse()
    let older = try house.customer("苏州听雨包装有限公司", in: .sea)
    let younger = try house.customer("苏州观澜纸业有限公司", in: .sea)
    XCTAssertEqual(try house.merge(younger, older), older)
    XCTAssertEqual(try house.view(younger, as: .director).customer.id, older)
    XCTAssertEqual(try house.view(older, as: .director).customer.state, .unassigned)
    assertRefused(.merged(into: older)) { try house.pick(younger, by: .zhang) }
    assertRefused(.merged(into: older)) { try house.merge(older, younger) }
    try house.pick(older, by: .zhang)
    XCTAssertEqual(try house.view(older).mergedCodes, [younger])
  }

  func testItIsFoundByEitherName() throws {
    let house = try TestHouse()
    let older = try house.customer("苏州听雨包装有限公司", in: .sea)
    let younger = try house.customer("苏州观澜纸业有限公司", in: .sea)
    try house.merge(older, younger)
    for word in ["听雨", "观澜", "tybz", "glzy"] {
      XCTAssertTrue(try house.isFound(older, by: word), word)
      XCTAssertFalse(try house.isFound(younger, by: word), word)
    }
    try house.pick(older, by: .zhang)
    try house.rename(older, "苏州长亭包装有限公司")
    try house.release(older, by: .zhang)
    for (word, isFound) in [("长亭", true), ("观澜", true), ("听雨", false)] {
      XCTAssertEqual(try house.isFound(older, by: word), isFound, word)
    }
    // Who enters by the name that is gone collides with the survivor.
    assertRefused(code: "collision") {
      try house.customer("苏州观澜纸业有限公司", in: .library(of: .li))
    }
  }

  /// R3.12: a house account goes on where it is, before a signed one, and is signed then.
  func testAHouseAccountGoesOnBeforeASignedOne() throws {
    for isOlder in [true, false] {
      let house = try TestHouse()
      let first = try isOlder ? house.customer(in: .library(of: .li)) : house.signed(opened: "2026-11-01")
      let second = try isOlder ? house.signed(opened: "2026-11-01") : house.customer(in: .library(of: .li))
      try house.mark(houseAccount: true, isOlder ? first : second)
      try house.merge(first, second)
      let view = try house.view(first, as: .director)
      XCTAssertEqual(view.holder, try house.holder(.li))
      XCTAssertEqual(view.customer.state, .signed)
      XCTAssertTrue(view.customer.isHouseAccount)
    }
  }

  /// R3.10: two persons are no pair, whatever one of them was merged from.
  func testAPairOfOneKindDoesNotComeAbout() throws {
    let house = try TestHouse()
    let older = try house.person("孙立夏", mobile: "13900000013")
    let company = try house.customer(in: .library(of: .zhang))
    let person = try house.person()
    try house.pair(company, person)
    try house.merge(older, company)
    XCTAssertNil(try house.view(person).pair)
    XCTAssertNil(try house.view(older).pair)
  }

  func testWhatBothHadJoins() throws {
    let house = try TestHouse()
    let older = try house.customer(in: .library(of: .zhang), phone: "0512-60000008")
    let younger = try house.customer(in: .library(of: .li), phone: "0512-60000009")
    try house.note(older, by: .zhang, text: "一")
    try house.note(younger, by: .li, text: "二")
    try house.change(younger, by: .li) {
      $0.contacts = [ContactChange("钱先生", title: "采购", isMain: true)]
      $0.av = [.legalPerson: "孙先生"]
      $0.remark = "要送样"
    }
    try house.change(older) { $0.remark = "老客户" }
    try house.merge(older, younger)
    let view = try house.view(older)
    XCTAssertEqual(view.notes.map(\.text), ["二", "一"])
    XCTAssertEqual(view.numbers.map(\.display), ["0512-6000 0008", "0512-6000 0009"])
    XCTAssertEqual(view.contacts.map(\.name), ["钱先生"])
    XCTAssertEqual(view.av[.legalPerson], "孙先生")
    XCTAssertEqual(view.customer.remark, "老客户\n要送样")
    XCTAssertEqual(view.holdings.count, 2)
    XCTAssertTrue(view.events.contains { $0.act == .change && $0.who?.name == "江立秋" })
    XCTAssertEqual(view.events.filter { $0.act == .merge }.map(\.other), [younger], "told once")
  }

  func testANumberBothHaveIsThereOnce() throws {
    let house = try TestHouse()
    let older = try house.customer(in: .library(of: .zhang), phone: "0512-60000009")
    let younger = try house.customer(in: .library(of: .li))
    try house.addNumber(younger, "0512-60000009", by: .li)
    try house.merge(older, younger)
    XCTAssertEqual(try house.view(older).numbers.map(\.display).count, 2)
    XCTAssertEqual(try house.view(older).dispute?.id, nil, "there is nothing left to judge")
    XCTAssertNil(try house.addNumber(older, "0512-69999999").dispute, "it is not its own twin")
  }

  /// Whoever adds a table about customers says here what a merge does with it.
  func testEveryTableAboutCustomersIsThoughtOf() throws {
    let goesAlong: Set = [
      "note", "number", "contact", "opportunity", "request", "draft", "customer_order", "application",
      "migrated_history", "av_information", "profile", "tag", "document", "task", "dispute", "customer",
      "day_list_row", "cooperation",
    ]
    // What was said and found at the time stays as it was; former names lead to the record they were of, and on from it.
    let stays: Set = ["event", "alert", "receipt_hit", "name_alias", "handed_customer"]
    let tables = try TestHouse().store().connection.query(
      """
      SELECT DISTINCT tables.name FROM sqlite_master AS tables
      JOIN pragma_foreign_key_list(tables.name) AS reference ON reference."table" = 'customer'
      WHERE tables.type = 'table'
      """
    ) { $0.text(0) }
    XCTAssertEqual(Set(tables).symmetricDifference(goesAlong.union(stays)), [])
  }

  // MARK: who holds it

  func testTheHolderOfTheOlderKeepsIt() throws {
    let house = try TestHouse()
    let older = try house.customer(in: .library(of: .zhang))
    let younger = try house.customer(in: .library(of: .li))
    let due = try house.due(older)
    house.pass(days: 2)
    try house.merge(older, younger)
    XCTAssertEqual(try house.view(older).holder, try house.holder(.zhang))
    XCTAssertEqual(try house.due(older), due, "a merge is no way in")
    XCTAssertEqual(try house.library(of: .li).held, 0)
    XCTAssertEqual(try house.alerts(of: .li).map(\.kind), [.merged])
    XCTAssertEqual(try house.lastEnd(older)?.reason, .merged)
  }

  /// Only the younger is held: its opportunity goes on in the older, with its clocks, warnings and notes.
  func testTheOpportunityOfTheYoungerGoesOn() throws {
    let house = try TestHouse()
    let older = try house.customer(in: .sea)
    let younger = try house.customer(in: .library(of: .zhang))
    house.pass(days: 2)
    let note = try house.note(younger, by: .zhang).note
    let due = try house.due(younger)
    try house.merge(older, younger)
    XCTAssertEqual(try house.view(older).holder, try house.holder(.zhang))
    XCTAssertEqual(try house.view(older).customer.state, .following)
    XCTAssertEqual(try house.due(older), due)
    XCTAssertEqual(try house.library(of: .zhang).rows.map(\.id), [older])
    XCTAssertEqual(
      try house.library(of: .zhang).rows.first?.due, try house.view(older).standing?.effectiveDue)
    try house.takeBack(note, on: older, by: .zhang)
    XCTAssertEqual(try house.due(older), "2026-12-26 24:00")
    try house.tick(through: "2026-12-27 00:00")
    XCTAssertEqual(try house.lastEnd(older)?.reason, .flowedBack(clocks: ["note"]))
  }

  func testWhoHoldsBothKeepsOneSlot() throws {
    let house = try TestHouse()
    let older = try house.customer(in: .library(of: .zhang))
    let younger = try house.customer(in: .library(of: .zhang))
    try house.merge(older, younger)
    XCTAssertEqual(try house.library(of: .zhang).held, 1)
  }

  func testTheSignedOneGoesOn() throws {
    let house = try TestHouse()
    let older = try house.customer(in: .library(of: .zhang))
    let younger = try house.customer(in: .library(of: .li))
    try house.confirm(house.order(younger, by: .li))
    try house.merge(older, younger)
    XCTAssertEqual(try house.orders(of: older, as: .li).count, 1)
    XCTAssertEqual(try house.view(older, as: .li).customer.state, .signed)
    XCTAssertEqual(try house.view(older, as: .li).holder, try house.holder(.li))
  }

  func testAMergedOneTakesItsOwnAlong() throws {
    let house = try TestHouse()
    let ids = try house.customers(3, in: .sea)
    try house.merge(ids[1], ids[2])
    try house.merge(ids[0], ids[1])
    XCTAssertEqual(try house.view(ids[2], as: .director).customer.id, ids[0])
  }

  func testThePairGoesAlong() throws {
    let house = try TestHouse()
    let older = try house.customer(in: .sea)
    let younger = try house.customer(in: .library(of: .zhang))
    let person = try house.person()
    try house.pair(younger, person)
    try house.merge(older, younger)
    XCTAssertEqual(try house.view(older).pair?.id, person)
    XCTAssertEqual(try house.view(person).pair?.id, older)
  }

  /// R3.11: two signed ones are one, with the orders of both; the strictest of both axes rules (R9.2).
  func testTwoSignedOnesAreMergedWithTheirOrders() throws {
    let house = try TestHouse()
    let one = try house.signed(by: .zhang, opened: "2026-11-26")
    let other = try house.signed(by: .li, opened: "2026-03-26")
    XCTAssertEqual(try house.merge(one, other), one)
    let view = try house.view(one)
    XCTAssertEqual(view.holder, try house.holder(.zhang))
    XCTAssertEqual(view.customer.state, .signed)
    XCTAssertEqual(view.orders.map(\.seller), [try house.holder(.zhang), try house.holder(.li)])
    XCTAssertEqual(try house.alerts(of: .li).first?.kind, .merged)
  }

  // MARK: refused

  func testWhatIsNotMerged() throws {
    let house = try TestHouse()
    let one = try house.customer(in: .library(of: .zhang))
    let other = try house.customer(in: .library(of: .li))
    for who in [TestHouse.Who.zhang, .manager, .director] {
      try assertRefused(.notAllowed(.merge), leaves: house) { try house.merge(one, other, by: who) }
    }
    try assertRefused(.sameCustomer, leaves: house) { try house.merge(one, one) }
    try assertRefused(.unknownCustomer("K000099"), leaves: house) { try house.merge(one, CustomerID(99)) }
    try house.store().connection.run("UPDATE customer SET state = 'void' WHERE id = ?", [other])
    try assertRefused(.wrongState(.void), leaves: house) { try house.merge(one, other) }
  }

  /// Notes are final still: they go along with a merge, and nowhere else.
  func testANoteIsNotMovedOtherwise() throws {
    let house = try TestHouse()
    let one = try house.customer(in: .library(of: .zhang))
    let other = try house.customer(in: .library(of: .zhang))
    let note = try house.note(one, by: .zhang).note
    let connection = try house.store().connection
    for change in ["customer = \(other.value)", "text = 'x'", "author = 1"] {
      XCTAssertThrowsError(
        try connection.run("UPDATE note SET \(change) WHERE id = ?", [note.value]), change)
    }
  }
}
