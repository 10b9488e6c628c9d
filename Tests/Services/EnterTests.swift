import Domain
import Services
import TestSupport
import XCTest

/// What is needed before entry, and what becomes of it (R5.9, R5.7).
final class EnterTests: XCTestCase {
  func testAnEnteredCustomerIsHeldAndItsClocksRun() throws {
    let house = try TestHouse()
    var form = house.form("\u{3000}苏州日东精密电子有限公司 ", phone: "0512-60010001转8001；138 0001 0001")
    (form.contact, form.contactTitle, form.industry, form.intent) = ("钱先生", "采购", "电子", "b")
    form.faxes = ["051260010009"]
    let customer = try house.enter(form, by: .zhang)
    let view = try house.view(customer)
    XCTAssertEqual(view.customer.name, "苏州日东精密电子有限公司")
    XCTAssertEqual(customer.code, "K000001")
    XCTAssertEqual(view.customer.intent, "B")
    XCTAssertEqual(view.numbers.map(\.use), [.phone, .mobile, .fax])
    XCTAssertEqual(view.numbers.map(\.display), ["0512-6001 0001 转 8001", "138 0001 0001", "0512-6001 0009"])
    XCTAssertEqual(view.contacts, [Contact(name: "钱先生", title: "采购", isMain: true)])
    XCTAssertEqual(view.opportunity?.wayIn, .entered)
    XCTAssertEqual(try house.due(customer), "2026-12-26 24:00")
  }

  func testAMissingFieldIsNamed() throws {
    let house = try TestHouse()
    for (field, change) in [
      ("name", { $0.name = " " }), ("address", { $0.address = "\u{3000}" }),
      ("landline_or_mobile", { $0.phones = [] }), ("landline_or_mobile", { $0.phones = ["none", "无"] }),
      ("mobile", { ($0.kind, $0.phones) = (.person, []) }),
    ] as [(String, (inout CustomerForm) -> Void)] {
      var form = house.form()
      change(&form)
      try assertRefused(.invalidField(field, .missing), leaves: house) { try house.enter(form, by: .zhang) }
    }
  }

  func testFieldsThatCantBe() throws {
    let house = try TestHouse()
    let long = String(repeating: "长", count: 5_000_000 / 3)
    for (field, problem, change) in [
      ("phone", .notANumber, { $0.phones = ["1234"] }), ("phone", .notANumber, { $0.phones = ["电话"] }),
      ("phone", .notANumber, { $0.phones = ["0512-60010001", "1"] }),
      ("fax", .notANumber, { $0.faxes = ["x"] }), ("mobile", .notANumber, { $0.mobiles = ["138"] }),
      ("wechat", .unreadable, { $0.wechats = ["钱多多"] }), ("wechat", .tooLong, { $0.wechats = [long] }),
      ("name", .tooShort, { $0.name = "潮" }), ("name", .saysNothing, { $0.name = "贸易有限公司" }),
      ("name", .unreadable, { $0.name = "！？…" }),
      ("name", .unreadable, { $0.name = "138 1234 5678" }), ("intent", .unknown, { $0.intent = "Z" }),
      ("name", .tooLong, { $0.name = long }), ("address", .tooLong, { $0.address = long }),
      ("phone", .tooLong, { $0.phones = [long] }), ("contact", .tooLong, { $0.contact = long }),
      ("industry", .tooLong, { $0.industry = long }), ("remark", .tooLong, { $0.remark = long }),
      ("name", .controlCharacters, { $0.name = "苏州\u{1B}[31m红厂" }),
      ("name", .controlCharacters, { $0.name = "苏州\0厂" }),
      ("address", .controlCharacters, { $0.address = "苏州\u{202E}路" }),
      ("contact", .controlCharacters, { $0.contact = "\u{9B}2J" }),
      ("remark", .controlCharacters, { $0.remark = "\u{7}" }),
    ] as [(String, Refusal.Problem, (inout CustomerForm) -> Void)] {
      var form = house.form()
      change(&form)
      try assertRefused(.invalidField(field, problem), leaves: house) { try house.enter(form, by: .zhang) }
    }
  }

  /// A person without landline and fax needs a mobile (R5.3).
  func testWhatAPersonNeeds() throws {
    let house = try TestHouse()
    var form = house.form("钱多多")
    (form.kind, form.phones, form.mobiles) = (.person, [], ["13800010001"])
    XCTAssertNoThrow(try house.enter(form, by: .zhang))
    var landline = house.form("赵多多")
    landline.kind = .person
    XCTAssertNoThrow(try house.enter(landline, by: .zhang))
  }

  /// R5.3, R5.9: nobody is called by a WeChat id, so that it is no number in the place of one.
  func testAWeChatIDIsNoNumberToCall() throws {
    let house = try TestHouse()
    for kind in [CustomerKind.company, .person] {
      var form = house.form("钱多多食品")
      (form.kind, form.phones, form.wechats) = (kind, [], ["qian_duoduo"])
      let missing = kind == .person ? "mobile" : "landline_or_mobile"
      try assertRefused(.invalidField(missing, .missing), leaves: house) { try house.enter(form, by: .zhang) }
    }
    var form = house.form("钱多多食品")
    form.wechats = ["qian_duoduo", "无"]
    let numbers = try house.view(try house.enter(form, by: .zhang)).numbers
    XCTAssertEqual(numbers.map(\.use), [.phone, .wechat])
    XCTAssertEqual(numbers.map(\.isCallable), [true, false])
    XCTAssertEqual(numbers.last?.masked, "qi****")
  }

  func testLineEndsInOneLineBecomeBlanks() throws {
    let house = try TestHouse()
    var form = house.form("苏州日东\n精密电子有限公司")
    form.address = "江苏省\r\n苏州市\t潮声路"
    form.remark = "第一行\r\n第二行"
    let customer = try house.enter(form, by: .zhang)
    let seen = try house.view(customer).customer
    XCTAssertEqual(seen.name, "苏州日东 精密电子有限公司")
    XCTAssertEqual(seen.address, "江苏省 苏州市 潮声路")
    XCTAssertEqual(seen.remark, "第一行\n第二行")
  }

  func testTheSameNumberTwiceInOneFormIsOneNumber() throws {
    let house = try TestHouse()
    var form = house.form(phone: "0512-60010001 / 051260010001")
    form.faxes = ["0512-60010001"]
    let customer = try house.enter(form, by: .zhang)
    XCTAssertEqual(try house.view(customer).numbers.map(\.use), [.phone, .fax])
  }

  /// A customer code is made by the program and never reused (R10.3); a refused entry uses none up.
  func testCodesFollowOneAnother() throws {
    let house = try TestHouse()
    let first = try house.customer(in: .library(of: .zhang), phone: "0512-60010001")
    assertRefused(code: "collision") { try house.enter(house.form(phone: "0512-60010001"), by: .li) }
    XCTAssertEqual(try house.customer(in: .library(of: .li)).value, first.value + 1)
  }

  // MARK: people

  func testPeopleWhoCantBe() throws {
    let house = try TestHouse()
    for (login, name, department, roles, field, problem) in [
      ("", "何", "一部", [.agent], "login", .missing), ("何", "何", "一部", [.agent], "login", .unreadable),
      ("a b", "何", "一部", [.agent], "login", .unreadable), ("new", " ", "一部", [.agent], "name", .missing),
      ("new", "何", "", [.agent], "department", .missing), ("new", "何", "一部", [], "role", .missing),
      ("zhang", "何", "一部", [.agent], "login", .taken),
      ("new", "何\u{1B}", "一部", [.agent], "name", .controlCharacters),
      (String(repeating: "a", count: 65), "何", "一部", [.agent], "login", .unreadable),
      ("new", "何", String(repeating: "部", count: 90), [.agent], "department", .tooLong),
    ] as [(String, String, String, Set<Role>, String, Refusal.Problem)] {
      try assertRefused(.invalidField(field, problem), leaves: house) {
        try AddPerson(login: login, name: name, department: department, roles: roles)
          .perform(by: house.id(.admin), at: house.now, in: house.house)
      }
    }
  }

  func testANewDepartmentIsMadeAndHasThePolicyAbove() throws {
    let house = try TestHouse()
    try AddPerson(login: "wu", name: "吴", department: "五部", roles: [.agent])
      .perform(by: house.id(.admin), at: house.now, in: house.house)
    let wu = try Reading.person(login: "wu", in: house.house)
    XCTAssertEqual([wu.departmentName, wu.policy], ["五部", "channel"])
  }

  /// R5.9: channel asks for landline and fax and takes "none"; direct and dealer ask for neither.
  func testLandlineAndFaxAreAskedForByThePolicy() throws {
    let house = try TestHouse()
    for (field, edit) in [
      ("fax", { $0.faxes = [] }), ("fax", { $0.faxes = [" "] }),
      (
        "landline",
        {
          $0.phones = []
          $0.mobiles = ["13812340001"]
        }
      ),
    ] as [(String, (inout CustomerForm) -> Void)] {
      var form = house.form()
      edit(&form)
      try assertRefused(.invalidField(field, .missing), leaves: house) { try house.enter(form, by: .zhang) }
    }
    var form = house.form()
    (form.phones, form.faxes, form.mobiles) = (["无"], ["none"], ["13812340001"])
    XCTAssertNoThrow(try house.enter(form, by: .zhang))
    for policy in [try ShippedPolicy.direct, try ShippedPolicy.dealer] {
      let house = try TestHouse(try XCTUnwrap(policy))
      var form = house.form()
      form.faxes = []
      XCTAssertNoThrow(try house.enter(form, by: .zhang))
      (form.name, form.phones, form.mobiles) = ("苏州观澜包装有限公司", [], ["13812340001"])
      XCTAssertNoThrow(try house.enter(form, by: .zhang))
    }
  }
}
