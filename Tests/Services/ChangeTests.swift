import Domain
import Services
import TestSupport
import XCTest

/// What is known of a customer, changed (R2.4, R2.5, R5.3, R5.7, R10.1).
final class ChangeTests: XCTestCase {
  // MARK: what is changed

  func testANameIsChangedAndFoundByItsNewOneAlone() throws {
    let house = try TestHouse()
    let customer = try house.customer("苏州听雨包装有限公司", in: .library(of: .zhang))
    try house.rename(customer, "苏州观澜包装有限公司")
    XCTAssertEqual(try house.view(customer).customer.name, "苏州观澜包装有限公司")
    try house.release(customer, by: .zhang)
    for (word, isFound) in [("观澜", true), ("glbz", true), ("听雨", false), ("tybz", false)] {
      XCTAssertEqual(try house.isFound(customer, by: word), isFound, word)
    }
  }

  func testAFieldIsChangedAndTheRestStays() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    let before = try house.view(customer)
    try house.change(customer) {
      $0.address = "江苏省苏州市相城区澄阳路 8 号"
      $0.industry = "包装"
    }
    let after = try house.view(customer)
    XCTAssertEqual(after.customer.name, before.customer.name)
    XCTAssertEqual(after.customer.industry, "包装")
    XCTAssertEqual(after.customer.address, "江苏省苏州市相城区澄阳路 8 号")
    XCTAssertEqual(after.numbers, before.numbers)
    XCTAssertEqual(after.standing?.effectiveDue, before.standing?.effectiveDue, "it moves no clock")
  }

  /// AV information is complete with its six parts, the business address among them (R10.1).
  func testTheVerifiedIdentityGrowsAndKeepsItsHistory() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    let name = try house.view(customer).customer.name
    XCTAssertEqual(try house.view(customer).av.known(of: house.view(customer).customer), 1)
    try house.change(customer) {
      $0.av = [.licenceName: name, .legalPerson: "孙先生", .taxNumber: "９1320500ma1xxxxx0a "]
    }
    try house.change(customer) { $0.av = [.legalPerson: "李女士"] }
    let view = try house.view(customer)
    XCTAssertEqual(view.av.known(of: view.customer), 4)
    XCTAssertEqual(view.av.missing, [.licenceAddress, .invoiceTitle])
    XCTAssertEqual(view.av[.taxNumber], "91320500MA1XXXXX0A")
    XCTAssertEqual(
      view.events.first?.changes, [FieldChange(field: "legal_person", before: "孙先生", after: "李女士")])
    XCTAssertEqual(view.events.count, 2)
    try house.change(customer) { $0.av = [.legalPerson: ""] }
    XCTAssertEqual(try house.view(customer).av[.legalPerson], "")
  }

  func testANumberIsAddedAndAWrongOneStaysMarked() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang), phone: "0512-60000009")
    try house.change(customer) {
      $0.mobiles = ["139 0000 0012"]
      $0.marks = [NumberMarking("051260000009", .wrong)]
    }
    let numbers = try house.view(customer).numbers
    XCTAssertEqual(numbers.map(\.display), ["0512-6000 0009", "139 0000 0012"])
    XCTAssertEqual(numbers.map(\.mark), [.wrong, .good])
    XCTAssertEqual(
      try house.view(customer).events.first?.changes.map(\.field).sorted(),
      ["number 0512-6000 0009", "number 139 0000 0012"])
    try house.mark(customer, "051260000009", .good)
    XCTAssertEqual(try house.view(customer).numbers.first?.mark, .good)
  }

  func testANumberItHasAlreadyIsNotAddedTwice() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang), phone: "0512-60000009")
    let changed = try house.addNumber(customer, "+86 512 6000 0009")
    XCTAssertNil(changed.receipt, "nothing new was searched")
    XCTAssertEqual(try house.view(customer).numbers.count, 1)
    XCTAssertEqual(try house.view(customer).events.count, 0)
  }

  func testAContactIsAddedAndThenPromoted() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    try house.change(customer) { $0.contacts = [ContactChange("钱先生", title: "采购", isMain: true)] }
    try house.change(customer) {
      $0.contacts = [
        ContactChange("钱先生", title: "采购经理", isMain: false), ContactChange("吴女士", title: "", isMain: true),
      ]
    }
    XCTAssertEqual(
      try house.view(customer).contacts,
      [Contact(name: "钱先生", title: "采购经理", isMain: false), Contact(name: "吴女士", title: "", isMain: true)])
  }

  // MARK: who may

  func testTheHolderAndWhoIsAboveHimMayChangeIt() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    for who in [TestHouse.Who.zhang, .manager, .director] {
      try house.change(customer, by: who) { $0.remark = who.rawValue }
      XCTAssertEqual(try house.view(customer).customer.remark, who.rawValue)
    }
    try assertRefused(.notHeld, leaves: house) { try house.rename(customer, "别家", by: .li) }
    try assertRefused(.notAllowed(.change), leaves: house) {
      try house.rename(customer, "别家", by: .reception)
    }
    let inSea = try house.customer(in: .sea)
    try assertRefused(.notHeld, leaves: house) { try house.rename(inSea, "别家") }
  }

  func testWhatIsOverIsInTheSea() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    try house.tick(through: "2026-12-25 10:00")
    try house.set("2026-12-27 00:00")
    assertRefused(.flowedBack(at: house.now)) { try house.rename(customer, "苏州观澜包装有限公司") }
    XCTAssertNil(try house.view(customer, as: .director).holder)
  }

  // MARK: bad input

  func testBadInputChangesNothing() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang), phone: "0512-60000009")
    let long = String(repeating: "长", count: 200)
    let cases: [(Refusal, (inout CustomerChange) -> Void)] = [
      (.invalidField("name", .missing), { $0.name = "  " }),
      (.invalidField("name", .tooLong), { $0.name = long }),
      (.invalidField("name", .controlCharacters), { $0.name = "日东\u{1B}[2J" }),
      (.invalidField("address", .missing), { $0.address = "" }),
      (.invalidField("phone", .notANumber), { $0.phones = ["abc"] }),
      (.invalidField("mobile", .notANumber), { $0.mobiles = ["123"] }),
      (.invalidField("tax_number", .unreadable), { $0.av = [.taxNumber: "123"] }),
      (.invalidField("tax_number", .unreadable), { $0.av = [.taxNumber: "9132050０MA1XXXXX号A"] }),
      (.invalidField("legal_person", .tooLong), { $0.av = [.legalPerson: long] }),
      (.invalidField("legal_person", .controlCharacters), { $0.av = [.legalPerson: "孙\u{7}"] }),
      (.invalidField("contact", .missing), { $0.contacts = [ContactChange(" ", title: "x", isMain: true)] }),
      (.invalidField("number", .unknown), { $0.marks = [NumberMarking("13900000099", .wrong)] }),
      // Nothing of a change is kept where one part of it is refused.
      (
        .invalidField("number", .unknown),
        {
          $0.remark = "要送样"
          $0.marks = [NumberMarking("1", .wrong)]
        }
      ),
    ]
    for (refusal, edit) in cases {
      try assertRefused(refusal, leaves: house) { try house.change(customer, edit) }
    }
  }

  func testABlockedNameIsRefused() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    try house.block("苏州恶意竞争有限公司")
    try assertRefused(.blocked, leaves: house) { try house.rename(customer, "苏州恶意竞争有限公司") }
  }

  /// A person without landline and fax needs a mobile (R5.3); a number that is there is enough.
  func testACompanyMayTurnOutToBeAPerson() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    try house.change(customer) {
      $0.kind = .person
      $0.name = "钱立春"
    }
    XCTAssertEqual(try house.view(customer).customer.kind, .person)
  }

  // MARK: do not call

  /// R6.3: it holds for the number in the whole house, until a manager lifts it with a reason.
  func testADoNotCallHoldsEverywhereUntilItIsLifted() throws {
    let house = try TestHouse()
    let one = try house.customer(in: .library(of: .zhang), phone: "0512-60000009")
    let other = try house.customer(in: .library(of: .li))
    try house.mark(one, "051260000009", .doNotCall)
    try assertRefused(.notAllowed(.lift), leaves: house) { try house.mark(one, "051260000009", .good) }
    try house.addNumber(other, "051260000009", by: .li)
    XCTAssertEqual(try house.view(other, as: .li).numbers.last?.mark, .doNotCall)
    try assertRefused(.notAllowed(.lift), leaves: house) { try lift("051260000009", by: .zhang, in: house) }
    try assertRefused(.invalidField("reason", .missing), leaves: house) {
      try lift("051260000009", because: " ", by: .manager, in: house)
    }
    try assertRefused(.invalidField("number", .unknown), leaves: house) {
      try lift("051260000008", by: .manager, in: house)
    }
    XCTAssertEqual(try lift("0512-6000 0009", by: .manager, in: house), [one, other])
    XCTAssertEqual(try house.view(one).numbers.first?.mark, .good)
    XCTAssertEqual(try house.view(other, as: .li).numbers.last?.mark, .good)
    XCTAssertEqual(try house.view(one).events.first?.text, "客户来电说可以打")
  }

  /// It stays with the number through whatever becomes of the customer.
  func testADoNotCallSurvivesReleasePickAndMerge() throws {
    let house = try TestHouse()
    func mark(_ customer: CustomerID) throws -> NumberMark? {
      try house.view(customer, as: .director).numbers.first { $0.dialled == "051260000009" }?.mark
    }
    let one = try house.customer(in: .library(of: .zhang), phone: "0512-60000009")
    try house.addNumber(one, "0512-60000010")
    let other = try house.customer(in: .library(of: .manager))
    try house.mark(one, "051260000009", .doNotCall)
    try house.release(one, by: .zhang)
    house.pass(minutes: 2)
    try house.pick(one, by: .li)
    XCTAssertEqual(try mark(one), .doNotCall)
    try house.addNumber(other, "0512-60000009", by: .manager)
    XCTAssertEqual(try mark(other), .doNotCall)
    try house.merge(one, other)
    XCTAssertEqual(try mark(one), .doNotCall)
    try lift("0512-6000 0009", by: .manager, in: house)
    XCTAssertEqual(try mark(one), .good)
  }

  /// R6.3: what one record knows of a number the joint one knows.
  func testAMergeKeepsWhatWasLearnedOfANumber() throws {
    let house = try TestHouse()
    let older = try house.customer(in: .library(of: .zhang), phone: "0512-60000009")
    let younger = try house.customer(in: .library(of: .li))
    try house.addNumber(younger, "0512-60000009", by: .li)
    try house.mark(younger, "051260000009", .dead, by: .li)
    try house.merge(older, younger)
    XCTAssertEqual(try house.view(older).numbers.map(\.mark), [.dead, .good])
  }

  @discardableResult
  private func lift(
    _ number: String, because reason: String = "客户来电说可以打", by who: TestHouse.Who, in house: TestHouse
  ) throws -> [CustomerID] {
    try LiftDoNotCall(number, reason: reason).perform(by: house.id(who), at: house.now, in: house.house)
  }

  // MARK: what is handed on

  /// R5.3: it moves no clock, and changes nothing of the customer.
  func testWhatWasLearnedIsHandedToTheHolder() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    let before = try house.view(customer)
    house.pass(days: 3)
    try house.tell(customer, "采购换人了", numbers: ["１39 0000 0012"])
    let after = try house.view(customer)
    XCTAssertEqual(after.standing?.effectiveDue, before.standing?.effectiveDue)
    XCTAssertEqual(after.numbers, before.numbers)
    XCTAssertEqual(after.events.map(\.text), ["139 0000 0012, 采购换人了"])
    XCTAssertEqual(after.events.first?.who?.name, "江立秋")
    XCTAssertEqual(try house.alerts(of: .zhang).map(\.kind), [.told])
  }

  func testThereMustBeSomethingToTellAndSomebody() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    try assertRefused(.invalidField("text", .missing), leaves: house) { try house.tell(customer, " ") }
    try assertRefused(.invalidField("number", .notANumber), leaves: house) {
      try house.tell(customer, "", numbers: ["abc"])
    }
    let inSea = try house.customer(in: .sea)
    try assertRefused(.wrongState(.unassigned), leaves: house) { try house.tell(inSea, "在找供应商") }
  }
}
