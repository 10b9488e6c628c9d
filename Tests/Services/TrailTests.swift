import Domain
import Foundation
import Services
import Storage
import TestSupport
import XCTest

/// Every act that succeeds leaves its event, or one on each customer it is about; the few that concern nobody else
/// leave none (R2.5).
final class TrailTests: XCTestCase {
  /// Prepares a house, and returns what is to be done in it.
  private typealias Prepare = (TestHouse) throws -> () throws -> Void

  private struct Trail {
    let act: String
    /// Each as `act who customer`, in order.
    let events: [String]
    let prepare: Prepare

    init(_ act: String, _ events: [String], _ prepare: @escaping Prepare) {
      self.act = act
      self.events = events
      self.prepare = prepare
    }
  }

  func testEveryActLeavesItsTrail() throws {
    for trail in TrailTests.trails {
      let house = try TestHouse()
      let act = try trail.prepare(house)
      let connection = try house.store().connection
      let before = try XCTUnwrap(connection.first("SELECT max(id) FROM event") { $0.integer(0) })
      try act()
      let events = try connection.query(
        """
        SELECT act, coalesce((SELECT login FROM person WHERE id = actor), '-'), customer FROM event
        WHERE id > ? ORDER BY id
        """, [before]
      ) { "\($0.text(0)) \($0.text(1)) \($0.optionalID(2, as: CustomerID.self)?.code ?? "-")" }
      XCTAssertEqual(events, trail.events, trail.act)
    }
  }

  /// An act that is not in the table is one nobody asked for its event.
  func testEveryActIsInTheTable() throws {
    let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Sources/Services/Acts").standardizedFileURL
    // AuditTests look at the first event of a house.
    let tried = Set(["SetUpHouse"] + TrailTests.trails.compactMap { $0.act.split(separator: " ").first.map(String.init) })
    for file in try FileManager.default.contentsOfDirectory(at: sources, includingPropertiesForKeys: nil) {
      let text = try String(contentsOf: file, encoding: .utf8)
      for part in text.components(separatedBy: "package struct ").dropFirst() where part.contains("func perform(") {
        let name = String(part.prefix { $0.isLetter })
        XCTAssertTrue(tried.contains(name), "\(name) of \(file.lastPathComponent)")
      }
    }
  }

  // MARK: the table

  private static let trails = ways + notes + lists + requests + changes + applications + orders + engine

  private static let ways: [Trail] = [
    Trail("PickCustomer", ["pick zhang K000001"]) { house in
      let customer = try house.customer(in: .sea)
      return { try PickCustomer(customer).perform(by: house.id(.zhang), at: house.now, in: house.house) }
    },
    Trail("UndoPick", ["pick zhang K000001"]) { house in
      let customer = try house.customer(in: .sea)
      try house.pick(customer, by: .zhang)
      return { try UndoPick(customer).perform(by: house.id(.zhang), at: house.now, in: house.house) }
    },
    Trail("SwapCustomer", ["release zhang K000001", "swap zhang K000002"]) { house in
      let (old, new) = (try house.customer(in: .library(of: .zhang)), try house.customer(in: .sea))
      return { try house.swap(old, for: new, by: .zhang) }
    },
    Trail("UndoSwap", ["release zhang K000001", "swap zhang K000002"]) { house in
      let (old, new) = (try house.customer(in: .library(of: .zhang)), try house.customer(in: .sea))
      try house.swap(old, for: new, by: .zhang)
      let undo = UndoSwap(picked: new, released: old)
      return { try undo.perform(by: house.id(.zhang), at: house.now, in: house.house) }
    },
    Trail("UndoLast", ["pick zhang K000001"]) { house in
      try house.pick(try house.customer(in: .sea), by: .zhang)
      return { try house.undo(by: .zhang) }
    },
    Trail("EnterCustomer", ["enter zhang K000001"]) { house in
      { try house.enter(house.form(), by: .zhang) }
    },
    Trail("EnterCustomer releasing", ["release zhang K000001", "enter zhang K000002"]) { house in
      let old = try house.customer(in: .library(of: .zhang))
      let act = EnterCustomer(house.form(), releasing: old)
      return { try act.perform(by: house.id(.zhang), at: house.now, in: house.house) }
    },
    Trail("EnterCustomer pair", ["enter zhang K000002", "pair zhang K000001", "pair zhang K000002"]) { house in
      let one = try house.customer(in: .library(of: .zhang))
      var form = house.form("钱立春", phone: "13900000012")
      form.kind = .person
      let act = EnterCustomer(form, pair: one)
      return { try act.perform(by: house.id(.zhang), at: house.now, in: house.house) }
    },
    Trail("ReleaseCustomer", ["release zhang K000001"]) { house in
      let customer = try house.customer(in: .library(of: .zhang))
      return { try house.release(customer, by: .zhang) }
    },
    Trail("UndoRelease", ["release zhang K000001"]) { house in
      let customer = try house.customer(in: .library(of: .zhang))
      try house.release(customer, by: .zhang)
      return { try house.undoRelease(of: customer, by: .zhang) }
    },
    Trail("TransferCustomer", ["release - K000001", "transfer manager K000001"]) { house in
      let customer = try house.customer(in: .library(of: .zhang))
      return { try house.transfer(customer, to: .manager) }
    },
  ]

  private static let notes: [Trail] = [
    Trail("WriteNote", ["note zhang K000001"]) { house in
      let customer = try house.customer(in: .library(of: .zhang))
      return { try house.note(customer, by: .zhang) }
    },
    Trail("TakeBackNote", ["note zhang K000001"]) { house in
      let customer = try house.customer(in: .library(of: .zhang))
      let note = try house.note(customer, by: .zhang).note
      return { try house.takeBack(note, on: customer, by: .zhang) }
    },
    Trail("PlanContact", ["plan zhang K000001"]) { house in
      let customer = try house.customer(in: .library(of: .zhang))
      let act = PlanContact(house.now + 3600, with: customer)
      return { try act.perform(by: house.id(.zhang), at: house.now, in: house.house) }
    },
    Trail("PlanContact that drops none", ["plan zhang K000001"]) { house in
      let customer = try house.customer(in: .library(of: .zhang))
      return { try PlanContact(nil, with: customer).perform(by: house.id(.zhang), at: house.now, in: house.house) }
    },
    Trail("KeepDraft", []) { house in
      let customer = try house.customer(in: .library(of: .zhang))
      return { try KeepDraft("{}", on: customer).perform(by: house.id(.zhang), at: house.now, in: house.house) }
    },
    Trail("NoteNumberShown", []) { house in
      let customer = try house.customer(in: .sea)
      try house.pick(customer, by: .zhang)
      return { try NoteNumberShown(customer).perform(by: house.id(.zhang), at: house.now, in: house.house) }
    },
  ]

  private static let lists: [Trail] = [
    Trail("CheckCollision", []) { house in
      let act = CheckCollision(CollisionQuery(name: "苏州日东精密电子有限公司"))
      return { try act.perform(by: house.id(.zhang), at: house.now, in: house.house) }
    },
    Trail("KeepSeaView", []) { house in
      let act = KeepSeaView(dropping: 7)
      return { try act.perform(by: house.id(.zhang), at: house.now, in: house.house) }
    },
    Trail("MarkAlertsSeen", []) { house in
      let act = MarkAlertsSeen(upTo: AlertID(1))
      return { try act.perform(by: house.id(.zhang), at: house.now, in: house.house) }
    },
    Trail("MarkHouseAccount", ["keep_lists manager K000001"]) { house in
      let customer = try house.customer(in: .library(of: .zhang))
      return { try house.mark(houseAccount: true, customer) }
    },
    Trail("BlockName", ["keep_lists manager -"]) { house in
      { try house.block("苏州某某包装有限公司") }
    },
    Trail("LiftDoNotCall", ["lift manager K000001"]) { house in
      let customer = try house.customer(in: .library(of: .zhang))
      let number = try XCTUnwrap(try house.view(customer).numbers.first).dialled
      try house.mark(customer, number, .doNotCall)
      let act = LiftDoNotCall(number, reason: "可以打")
      return { try act.perform(by: house.id(.manager), at: house.now, in: house.house) }
    },
    Trail("AddPerson", ["people admin -"]) { house in
      let act = AddPerson(login: "wu", name: "吴", department: "一部", roles: [.agent])
      return { try act.perform(by: house.id(.admin), at: house.now, in: house.house) }
    },
    Trail("AdoptPolicy", ["policies director -"]) { house in
      let text = String(decoding: try JSON.channel(["capacity": 9]).data, as: UTF8.self)
      let act = AdoptPolicy(text, from: house.calendar.day(of: house.now))
      return { try act.perform(by: house.id(.director), at: house.now, in: house.house) }
    },
    Trail("AdoptCalendar", ["policies director -"]) { house in
      let act = AdoptCalendar("2026-12-28,off")
      return { try act.perform(by: house.id(.director), at: house.now, in: house.house) }
    },
    Trail("UsePolicy", ["policies director -"]) { house in
      let act = UsePolicy("channel", in: "一部")
      return { try act.perform(by: house.id(.director), at: house.now, in: house.house) }
    },
    Trail("ImportCustomers", ["import admin K000001", "import admin -"]) { house in
      { try house.importRows(["苏州潮音厂,0512-60010001,苏州"]) }
    },
    Trail("RebuildDerived", ["engine director -"]) { house in
      try house.customer(in: .sea)
      return {
        try RebuildDerived().perform(
          by: house.id(.director), at: house.now, wallClock: { house.now }, in: house.house)
      }
    },
  ]

  private static let requests: [Trail] = [
    Trail("AskExtension", ["ask_extension zhang K000001"]) { house in
      let customer = try house.customer(in: .library(of: .zhang))
      return { try house.ask(customer, days: 3) }
    },
    Trail("AnswerRequest", ["answer manager K000001"]) { house in
      let request = try house.ask(try house.customer(in: .library(of: .zhang)), days: 3)
      return { try house.answer(request, granted: true) }
    },
    Trail("AskTakeBack", ["ask_take_back zhang K000001"]) { house in
      let customer = try lost(in: house)
      return { try house.askBack(customer) }
    },
    Trail("AnswerRequest for a customer", ["take_back manager K000001"]) { house in
      let request = try house.askBack(try lost(in: house))
      return { try house.answer(request, granted: true) }
    },
    Trail("AnswerRequest against it", ["answer manager K000001"]) { house in
      let request = try house.askBack(try lost(in: house))
      return { try house.answer(request, granted: false) }
    },
    Trail("TakeBackCustomer", ["take_back manager K000001"]) { house in
      let customer = try lost(in: house)
      return { try house.takeBack(customer) }
    },
    Trail("ConfirmForecast", ["confirm manager -"]) { house in
      { try ConfirmForecast().perform(by: house.id(.manager), at: house.now, in: house.house) }
    },
    Trail("ConfirmReleases", ["flow_back director K000001", "fuse director -"]) { house in
      try house.customer(in: .library(of: .zhang))
      try house.tick(through: "2026-12-26 23:00")
      try house.set("2026-12-27 00:00")
      try house.store().fuses.blow(BlownFuse(cause: .tooMany, at: house.now, lastTick: nil))
      return { try ConfirmReleases().perform(by: house.id(.director), at: house.now, in: house.house) }
    },
  ]

  private static func lost(in house: TestHouse) throws -> CustomerID {
    let customer = try house.customer(in: .library(of: .zhang))
    try house.tick(through: "2026-12-27 00:00")
    return customer
  }

  private static let changes: [Trail] = [
    Trail("ChangeCustomer", ["change zhang K000001"]) { house in
      let customer = try house.customer(in: .library(of: .zhang))
      var change = CustomerChange()
      change.remark = "要送样"
      let act = ChangeCustomer(customer, change)
      return { try act.perform(by: house.id(.zhang), at: house.now, in: house.house) }
    },
    Trail("ChangeCustomer that changes nothing", []) { house in
      let act = ChangeCustomer(try house.customer(in: .library(of: .zhang)), CustomerChange())
      return { try act.perform(by: house.id(.zhang), at: house.now, in: house.house) }
    },
    Trail("PairCustomers", ["pair zhang K000001", "pair zhang K000002"]) { house in
      let (one, other) = (try house.customer(in: .library(of: .zhang)), try house.person())
      return { try house.pair(one, other) }
    },
    Trail("UnpairCustomer", ["pair zhang K000001", "pair zhang K000002"]) { house in
      let (one, other) = (try house.customer(in: .library(of: .zhang)), try house.person())
      try house.pair(one, other)
      return { try house.unpair(one) }
    },
    Trail("TellHolder", ["tell li K000001"]) { house in
      let customer = try house.customer(in: .library(of: .zhang))
      return { try house.tell(customer, "在找供应商") }
    },
    Trail("MergeCustomers", ["merge support K000002", "merge support K000001"]) { house in
      let customers = try house.customers(2, in: .sea)
      return { try house.merge(customers[1], customers[0]) }
    },
    Trail("JudgeCollision", ["judge support K000002"]) { house in
      let customer = try disputed(in: house)
      return { try house.judge(customer, .keep) }
    },
    Trail(
      "JudgeCollision against the holder", ["judge support K000002", "release - K000002"]
    ) { house in
      let customer = try disputed(in: house)
      return { try house.judge(customer, .handOver) }
    },
  ]

  /// Of zhang, with the name of one of li's.
  private static func disputed(in house: TestHouse) throws -> CustomerID {
    try house.customer("苏州观澜包装有限公司", in: .library(of: .li))
    let customer = try house.customer(in: .library(of: .zhang))
    try house.rename(customer, "苏州观澜包装有限公司")
    return customer
  }

  private static let company = "苏州日东精密电子有限公司"

  private static func applied(in house: TestHouse) throws -> ApplicationID {
    try house.customer(company, in: .library(of: .li))
    return try application(in: house)
  }

  private static func application(in house: TestHouse) throws -> ApplicationID {
    try Apply(entry).perform(by: house.id(.zhang), at: house.now, in: house.house).id
  }

  private static let entry = Application.Entry(
    name: company, landline: "0512-69990001", fax: "无", address: "苏州", remark: "老客户介绍")

  private static let applications: [Trail] = [
    Trail("Apply", ["apply zhang -"]) { house in
      try house.customer(company, in: .library(of: .li))
      return { _ = try application(in: house) }
    },
    Trail("Apply for another", ["apply clerk -"]) { house in
      try house.customer(company, in: .library(of: .li))
      let act = Apply(entry, for: "zhang")
      return { try act.perform(by: house.id(.clerk), at: house.now, in: house.house) }
    },
    Trail("AnswerApplication", ["answer_application support -"]) { house in
      let asked = try applied(in: house)
      return { try house.answer(asked, .enter) }
    },
    Trail("AnswerApplication refusing", ["answer_application support -"]) { house in
      let asked = try applied(in: house)
      return { try house.answer(asked, .refuse(reason: "老客户")) }
    },
    Trail("AnswerApplication granting", ["release - K000001", "answer_application support K000001"]) { house in
      let asked = try applied(in: house)
      return { try house.answer(asked, .grant(CustomerID(1))) }
    },
    Trail("WithdrawApplication", ["withdraw_application zhang -"]) { house in
      let asked = try applied(in: house)
      return { try house.withdraw(asked) }
    },
    Trail("PutNameRight", ["change zhang K000001"]) { house in
      try house.customer("苏州日东精密电子科技有限公司", in: .library(of: .li))
      let asked = try application(in: house)
      try house.answer(asked, .grant(CustomerID(1)))
      return { try PutNameRight(asked).perform(by: house.id(.zhang), at: house.now, in: house.house) }
    },
  ]

  private static let orders: [Trail] = [
    Trail("AddOrder", ["order zhang K000001"]) { house in
      let customer = try house.customer(in: .library(of: .zhang))
      return { _ = try house.order(customer) }
    },
    Trail("ConfirmOrder", ["keep_orders clerk K000001"]) { house in
      let order = try house.order(try house.customer(in: .library(of: .zhang)))
      return { try house.confirm(order) }
    },
    Trail("OpenOrder", ["keep_orders clerk K000001"]) { house in
      let order = try house.order(try house.customer(in: .library(of: .zhang)))
      try house.confirm(order)
      return { try house.open(order, on: "2026-11-26") }
    },
    Trail("RenewOrder", ["keep_orders clerk K000001"]) { house in
      let order = try house.order(try house.customer(in: .library(of: .zhang)))
      try house.confirm(order)
      try house.open(order, on: "2026-11-26")
      return { try house.renew(order, on: "2026-11-27") }
    },
    Trail("VoidOrder", ["void_order manager K000001"]) { house in
      let order = try house.order(try house.customer(in: .library(of: .zhang)))
      return { try house.void(order) }
    },
  ]

  private static let engine: [Trail] = [
    Trail("a warning", ["warn - K000001"]) { house in
      try house.customer(in: .library(of: .zhang))
      try house.set("2026-12-25 00:00")
      return { try house.tick() }
    },
    Trail("what flows back", ["flow_back - K000001"]) { house in
      try house.customer(in: .library(of: .zhang))
      try house.tick(through: "2026-12-26 23:00")
      try house.set("2026-12-27 00:00")
      return { try house.tick() }
    },
    Trail("a request without an answer", ["answer - K000001"]) { house in
      try house.ask(try house.customer(in: .library(of: .zhang)), days: 3)
      house.pass(days: 4)
      return { try house.tick() }
    },
  ]
}
