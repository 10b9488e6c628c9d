import Domain
import Services
import TestSupport
import XCTest

/// Who is at a customer, who of them decides, and how far the sale is (R6.6, R10.1, R10.2, R10.4).
final class ContactTests: XCTestCase {
  private func team(_ house: TestHouse) throws -> CustomerID {
    let customer = try house.customer(in: .library(of: .zhang))
    try house.change(customer) {
      var buyer = ContactChange("钱先生", title: "采购", isMain: true)
      buyer.role = .buyer
      $0.contacts = [ContactChange("孙总", title: "老板"), buyer, ContactChange("吴女士")]
    }
    return customer
  }

  private func edit(
    _ house: TestHouse, _ customer: CustomerID, _ name: String, _ edit: (inout ContactChange) -> Void
  ) throws {
    var contact = ContactChange(name)
    contact.isKnown = true
    edit(&contact)
    try house.change(customer) { $0.contacts = [contact] }
  }

  private func contact(_ house: TestHouse, _ customer: CustomerID, _ name: String) throws -> Contact {
    try XCTUnwrap(try house.view(customer).contacts.first { $0.name == name })
  }

  func testWhatIsNotNamedStays() throws {
    let house = try TestHouse()
    let customer = try team(house)
    try edit(house, customer, "钱先生") { $0.superior = "孙总" }
    try edit(house, customer, "钱先生") { $0.isCare = true }
    try edit(house, customer, "钱先生") { $0.listeners = ["吴女士": true] }
    XCTAssertEqual(
      try contact(house, customer, "钱先生"),
      Contact(
        name: "钱先生", title: "采购", isMain: true, isCare: true, role: .buyer, superior: "孙总",
        influences: ["吴女士"]))
    try edit(house, customer, "钱先生") {
      $0.superior = ""
      $0.listeners = ["吴女士": false]
    }
    let buyer = try contact(house, customer, "钱先生")
    XCTAssertNil(buyer.superior)
    XCTAssertEqual(buyer.influences, [])
    XCTAssertEqual(try contact(house, customer, "吴女士"), Contact(name: "吴女士", title: "", isMain: false))
  }

  /// There is one main contact and one to care for; they need not be the same.
  func testThereIsOneOfEach() throws {
    let house = try TestHouse()
    let customer = try team(house)
    try edit(house, customer, "孙总") { $0.isCare = true }
    try edit(house, customer, "吴女士") {
      $0.isMain = true
      $0.isCare = true
    }
    let contacts = try house.view(customer).contacts
    XCTAssertEqual(contacts.filter(\.isMain).map(\.name), ["吴女士"])
    XCTAssertEqual(contacts.filter(\.isCare).map(\.name), ["吴女士"])
  }

  func testANewNameIsFollowed() throws {
    let house = try TestHouse()
    let customer = try team(house)
    try edit(house, customer, "钱先生") { $0.superior = "孙总" }
    try edit(house, customer, "孙总") { $0.newName = "孙建国" }
    XCTAssertEqual(try contact(house, customer, "钱先生").superior, "孙建国")
    XCTAssertEqual(try house.view(customer).contacts.map(\.name), ["孙建国", "钱先生", "吴女士"])
    let changes = try XCTUnwrap(try house.view(customer).events.first?.changes)
    XCTAssertEqual(changes, [FieldChange(field: "contact", before: "孙总", after: "孙建国")])
  }

  func testNobodyStandsAboveHimself() throws {
    let house = try TestHouse()
    let customer = try team(house)
    try edit(house, customer, "钱先生") { $0.superior = "孙总" }
    try edit(house, customer, "吴女士") { $0.superior = "钱先生" }
    let cases: [(String, Refusal, (inout ContactChange) -> Void)] = [
      ("孙总", .invalidField("superior", .ring), { $0.superior = "吴女士" }),
      ("孙总", .invalidField("superior", .ring), { $0.superior = "孙总" }),
      ("孙总", .invalidField("listener", .ring), { $0.listeners = ["孙总": true] }),
      ("孙总", .invalidField("superior", .unknown), { $0.superior = "赵总" }),
      ("孙总", .invalidField("listener", .unknown), { $0.listeners = ["赵总": true] }),
      ("孙总", .invalidField("name", .taken), { $0.newName = "吴女士" }),
      ("孙总", .invalidField("name", .missing), { $0.newName = " " }),
      ("孙总", .invalidField("title", .controlCharacters), { $0.title = "老板\u{1B}[2J" }),
      ("赵总", .invalidField("contact", .unknown), { $0.isMain = true }),
    ]
    for (name, refusal, change) in cases {
      try assertRefused(refusal, leaves: house) { try edit(house, customer, name, change) }
    }
  }

  /// R3.11: who is known at both is known once, and what was said of him holds.
  func testTheTreeOfAMergedCustomerGoesAlong() throws {
    let house = try TestHouse()
    let older = try team(house)
    let younger = try house.customer(in: .library(of: .li))
    try house.change(younger, by: .li) {
      var boss = ContactChange("郑总")
      boss.isCare = true
      $0.contacts = [boss, ContactChange("钱先生", title: "经理"), ContactChange("冯工", isMain: true)]
    }
    for (name, superior, listener) in [("冯工", "钱先生", "郑总"), ("钱先生", "郑总", "冯工")] {
      var contact = ContactChange(name)
      contact.superior = superior
      contact.listeners = [listener: true]
      try house.change(younger, by: .li) { $0.contacts = [contact] }
    }
    try house.merge(older, younger)
    XCTAssertEqual(try house.view(older).contacts.map(\.name), ["孙总", "钱先生", "吴女士", "郑总", "冯工"])
    XCTAssertEqual(try contact(house, older, "冯工").superior, "钱先生")
    XCTAssertEqual(try contact(house, older, "冯工").influences, ["郑总"])
    XCTAssertFalse(try contact(house, older, "冯工").isMain, "the survivor has one")
    XCTAssertTrue(try contact(house, older, "郑总").isCare, "the survivor had none")
    let buyer = try contact(house, older, "钱先生")
    XCTAssertEqual([buyer.title, buyer.superior], ["采购", nil], "what both have stays as it is")
    XCTAssertEqual(buyer.influences, ["冯工"])
  }

  // MARK: profile, tags and stage

  func testATagIsOneHoweverItIsWritten() throws {
    let house = try TestHouse()
    let (customer, other) = (try team(house), try house.customer(in: .library(of: .zhang)))
    try house.change(customer) { $0.tags = ["展会", "VIP", "ＶＩＰ", "vip "].map { TagChange($0, isOn: true) } }
    try house.change(other) { $0.tags = [TagChange("vip", isOn: true)] }
    XCTAssertEqual(Set(try house.view(customer).tags), ["展会", "VIP"])
    try house.change(customer) { $0.tags = [TagChange("Vip", isOn: false)] }
    XCTAssertEqual(try house.view(customer).tags, ["展会"])
    XCTAssertEqual(try house.view(other).tags, ["vip"])
    let events = try house.view(customer).events.count
    try house.change(customer) { $0.tags = [TagChange("展会", isOn: true)] }
    XCTAssertEqual(try house.view(customer).events.count, events, "nothing changed")
  }

  func testBadTagsAndStagesChangeNothing() throws {
    let house = try TestHouse()
    let customer = try team(house)
    let cases: [(Refusal, (inout CustomerChange) -> Void)] = [
      (.invalidField("tag", .missing), { $0.tags = [TagChange(" 。", isOn: true)] }),
      (
        .invalidField("tag", .tooLong),
        { $0.tags = [TagChange(String(repeating: "长", count: 21), isOn: true)] }
      ),
      (.invalidField("tag", .controlCharacters), { $0.tags = [TagChange("展\u{202E}会", isOn: true)] }),
      (.invalidField("tag", .unknown), { $0.tags = [TagChange("展会", isOn: false)] }),
      (.invalidField("tag", .outOfRange), { $0.tags = (1...21).map { TagChange("标\($0)", isOn: true) } }),
      (.invalidField("stage", .unknown), { $0.stage = StageMove(to: 0) }),
      (.invalidField("stage", .unknown), { $0.stage = StageMove(to: 8) }),
      (.invalidField("why", .controlCharacters), { $0.stage = StageMove(to: 2, why: "\u{1B}[2J") }),
      (.invalidField("product", .tooLong), { $0.profile = [.product: String(repeating: "长", count: 67)] }),
    ]
    for (refusal, change) in cases {
      try assertRefused(refusal, leaves: house) { try house.change(customer, change) }
    }
  }

  func testAMoveSaysWhenWhoAndWhy() throws {
    let house = try TestHouse()
    let customer = try team(house)
    try house.write(
      NoteEntry(kind: .call, outcome: .connected, text: "约了周五", stage: 2), on: customer, by: .zhang)
    house.pass(hours: 1)
    try house.change(customer, by: .manager) { $0.stage = StageMove(to: 4, why: "见过面了") }
    try house.change(customer) { $0.stage = StageMove(to: 4) }
    let steps = try house.view(customer).stageSteps
    XCTAssertEqual(steps.map(\.stage), [2, 4])
    XCTAssertEqual(steps.map(\.why), ["约了周五", "见过面了"])
    XCTAssertEqual(steps.map(\.who), [try house.holder(.zhang), try house.holder(.manager)])
    XCTAssertEqual(steps.last?.at, house.now)
    XCTAssertEqual(try house.view(customer).customer.stage, 4)
  }

  func testWhatIsKnownOfABuyerGoesAlongAndIsKeptFromOthers() throws {
    let house = try TestHouse()
    let (older, younger) = (try team(house), try house.customer(in: .library(of: .li)))
    try house.change(older) { $0.profile = [.product: "外贸站"] }
    try house.change(younger, by: .li) {
      $0.profile = [.product: "小程序", .payment: "对公"]
      $0.tags = [TagChange("出口", isOn: true)]
    }
    try house.merge(older, younger)
    let view = try house.view(older)
    XCTAssertEqual([view.profile[.product], view.profile[.payment]], ["外贸站", "对公"])
    XCTAssertEqual(view.tags, ["出口"])
    try house.release(older, by: .zhang)
    let seen = try house.view(older, as: .li)
    XCTAssertEqual(seen.profile, CustomerProfile(), "R2.2")
    XCTAssertEqual(seen.contacts, [])
  }
}
