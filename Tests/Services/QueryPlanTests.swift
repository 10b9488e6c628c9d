import Domain
import Storage
import TestSupport
import XCTest

@testable import Services

/// No act, list or tick walks over a whole table: what is quick among few must be quick among a million.
final class QueryPlanTests: XCTestCase {
  /// Walks over what is small: the departments above somebody, a list of ids, one row made of nothing, a counted part
  /// of the full-text index.
  private let allowed = [
    "SCAN above", "SCAN json_each", "SCAN CONSTANT ROW", "SCAN (subquery", "VIRTUAL TABLE",
    // A row a person, read on the day a customer enters its renewal.
    "SCAN person",
    // A handful of rows in the life of a house.
    "SCAN rule_version",
    // Only those that wait for an answer.
    "SCAN application USING INDEX application_open",
    // The roles of some hundreds, the open collisions of a day or two, a limited list.
    // The departments of the house, and whether an evening was ever closed.
    "SCAN below", "SCAN tree", "SEARCH tree", "SCAN department", "SCAN evening_close",
    "SCAN person_role", "SCAN dispute USING INDEX", "SCAN found",
    // What an agent noted, and who held what came to him, in the days that are asked for.
    "SCAN call", "SCAN crowded", "SCAN held",
    // The few places of the sea, the few tags in use, each found by a leap along their index.
    "SCAN known",
  ]

  func testATickWithSomethingDue() throws {
    let test = try TestHouse()
    try test.customer(in: .library(of: .zhang))
    _ = try test.signed(opened: "2026-04-20")
    try assertPlans(of: test, "tick") { house in
      for moment in ["2026-12-25 00:00", "2026-12-27 00:00"] {
        test.now = try test.time(moment)
        _ = try Engine(house).tick(at: test.now, wallClock: test.now)
      }
      _ = try Engine(house).nextLook(after: test.now)
    }
  }

  func testReceiptsOfACustomer() throws {
    let test = try TestHouse()
    let customer = try test.customer("苏州日东精密电子有限公司", in: .library(of: .li))
    try assertPlans(of: test, "receipts") { house in
      let li = test.id(.li)
      _ = try ReceiptView.list(about: customer, limit: 50, by: li, in: house)
      _ = try ReceiptView.list(limit: 50, by: li, in: house)
    }
  }

  /// R8.5: 90 days of a whole house.
  func testReports() throws {
    let test = try TestHouse()
    _ = try test.note(test.customer(in: .library(of: .zhang)), by: .zhang)
    try assertPlans(of: test, "reports") { house in
      let today = test.calendar.day(of: test.now)
      guard let span = ReportSpan(from: today - 89, to: today) else { return }
      for kind in ReportKind.allCases {
        _ = try Report.read(kind, by: nil, during: span, for: test.id(.director), at: test.now, in: house)
        for figure in kind.figures where figure.hasRows {
          _ = try ReportList.read(
            behind: figure, of: nil, in: kind, by: nil, during: span, for: test.id(.director), at: test.now,
            in: house)
        }
      }
      _ = try Wallboard.read(by: test.id(.director), at: test.now, in: house)
    }
  }

  func testApplications() throws {
    let test = try TestHouse()
    let customer = try test.customer("苏州日东精密电子有限公司", in: .library(of: .li))
    try test.expose(customer)
    try assertPlans(of: test, "applications") { house in
      let now = test.now
      let (zhang, support) = (test.id(.zhang), test.id(.support))
      var ids: [ApplicationID] = []
      for (index, name) in ["苏州日东精密电子中心有限公司", "苏州日东精密电子有限公司"].enumerated() {
        let entry = Application.Entry(
          name: name, landline: "0512-6999000\(index)", fax: "无", address: "苏州", remark: "老客户介绍")
        let id = try Apply(entry).perform(by: zhang, at: now, in: house).id
        ids.append(id)
        if index == 0 { try WithdrawApplication(id).perform(by: zhang, at: now, in: house) }
      }
      _ = try ApplicationQueue.read(for: support, at: now, in: house)
      _ = try SupportTasks.read(by: zhang, at: now, in: house)
      _ = try ApplicationList.read(by: zhang, in: house)
      _ = try ApplicationView.read(ids[1], by: support, at: now, in: house)
      try AnswerApplication(ids[1], .grant(customer)).perform(by: support, at: now, in: house)
      _ = try CustomerView.read(customer, by: zhang, at: now, in: house)
      _ = try SweepDeadlines().perform(at: now + 864_000, in: house)
    }
  }

  func testEveryAct() throws {
    let test = try TestHouse(Policy.channel(["cool_down": 15]))
    let customers = try test.customers(3, in: .sea)
    try assertPlans(of: test, "acts") { house in
      let (zhang, now) = (test.id(.zhang), test.now)
      try PickCustomer(customers[0]).perform(by: zhang, at: now, in: house)
      let note = try WriteNote(NoteEntry(outcome: .deadNumber), on: customers[0])
        .perform(by: zhang, at: now, in: house)
      try TakeBackNote(note.note, on: customers[0]).perform(by: zhang, at: now, in: house)
      try PlanContact(now + 60, with: customers[0]).perform(by: zhang, at: now, in: house)
      try KeepDraft("{}", on: customers[0]).perform(by: zhang, at: now, in: house)
      try SwapCustomer(release: customers[0], pick: customers[1]).perform(by: zhang, at: now, in: house)
      try ReleaseCustomer(customers[1], reason: .noNeed).perform(by: zhang, at: now, in: house)
      try UndoLast().perform(by: zhang, at: now, in: house)
      let entered = try EnterCustomer(test.form()).perform(by: zhang, at: now, in: house)
      let order = try AddOrder(entered, amount: Amount(fen: 1), contract: "甲")
        .perform(by: zhang, at: now, in: house)
      let (clerk, today) = (test.id(.clerk), test.calendar.day(of: now))
      try ConfirmOrder(order, on: today).perform(by: clerk, at: now, in: house)
      try OpenOrder(order, TermDays(opensOn: today)).perform(by: clerk, at: now, in: house)
      try RenewOrder(order, TermDays(opensOn: today + 1)).perform(by: clerk, at: now, in: house)
      try VoidOrder(order, reason: "甲").perform(by: test.id(.manager), at: now, in: house)
    }
  }

  /// (A migration reads the list of people once, before its first row.)
  func testAnImport() throws {
    let test = try TestHouse()
    let text = "公司名称,固定电话,经营地址\n苏州潮音厂,0512-60010001,苏州\n错号厂,12,苏州"
    let path = try ImportTables.file(Array(text.utf8), in: self)
    try assertPlans(of: test, "import") { house in
      for target in [ImportTarget.sea, .library(test.id(.zhang))] {
        _ = try ImportCustomers(try ImportFile(path), to: target, isDryRun: false).perform(
          by: test.id(.admin), at: test.now, wallClock: { test.now }, in: house)
      }
    }
  }

  func testChangesPairsMergesAndJudgements() throws {
    let test = try TestHouse()
    let mine = try test.customers(2, in: .library(of: .zhang))
    try test.customer("苏州观澜包装有限公司", in: .library(of: .li))
    let person = try test.person()
    let number = try XCTUnwrap(try test.view(mine[0]).numbers.first).dialled
    try assertPlans(of: test, "changes") { house in
      let (zhang, support, now) = (test.id(.zhang), test.id(.support), test.now)
      var change = CustomerChange()
      change.name = "苏州观澜包装有限公司"
      change.mobiles = ["13900000099"]
      change.av = [.legalPerson: "孙先生"]
      change.contacts = [ContactChange("钱先生", title: "采购", isMain: true)]
      change.marks = [NumberMarking(number, .doNotCall)]
      try ChangeCustomer(mine[0], change).perform(by: zhang, at: now, in: house)
      try LiftDoNotCall(number, reason: "可以打").perform(by: test.id(.manager), at: now, in: house)
      try TellHolder(mine[0], text: "在找供应商").perform(by: test.id(.li), at: now, in: house)
      try PairCustomers(mine[0], person).perform(by: zhang, at: now, in: house)
      _ = try JudgementQueue.read(by: support, in: house)
      try JudgeCollision(mine[0], .keep).perform(by: support, at: now, in: house)
      try MergeCustomers(mine[0], mine[1]).perform(by: support, at: now, in: house)
      _ = try CustomerView.read(mine[1], by: zhang, at: now, in: house)
      try TellLateJudgements(house: house).perform(at: now)
    }
  }

  func testEveryView() throws {
    let test = try TestHouse()
    let customer = try test.customer(in: .library(of: .zhang))
    try test.note(customer, by: .zhang)
    try assertPlans(of: test, "views") { house in
      let (zhang, now) = (test.id(.zhang), test.now)
      let query = CollisionQuery(name: "苏州潮音精密机械有限公司", phones: ["60010001", "0512-61000001"])
      _ = try CollisionLook.read(query, by: zhang, at: now, in: house)
      _ = try ReceiptView.list(limit: 9, by: zhang, in: house)
      _ = try LibraryView.read(by: zhang, at: now, in: house)
      _ = try LibraryView.numbers(by: zhang, in: house)
      _ = try LibraryView.tags(by: zhang, in: house)
      _ = try SeaPage.read(terms(tag: "展"), after: nil, limit: 9, by: zhang, at: now, in: house)
      _ = try CallListView.read(by: zhang, at: now, in: house)
      _ = try Counters.read(by: zhang, at: now, in: house)
      _ = try CustomerView.read(customer, by: zhang, at: now, in: house)
      _ = try Reading.alerts(of: zhang, limit: 9, in: house)
      _ = try Reading.drafts(of: zhang, in: house)
      _ = try Reading.tagsInUse(in: house)
      _ = try Reading.preferences(of: zhang, in: house)
      _ = try Reading.receivers(of: test.id(.zhang), in: house)
      _ = try OrderView.list(of: customer, by: zhang, in: house)
      _ = try Reading.audit(of: customer, limit: 9, by: zhang, in: house)
      _ = try Reading.audit(of: nil, limit: 9, by: zhang, in: house)
      for words in ["", "精密机械", "0512-60010001"] {
        var query = SeaQuery(searching: words, tables: test.rules.tables)
        query.after = SeaCursor(releasedAt: now, id: customer)
        _ = try SeaView.read(query, by: zhang, in: house)
        (query.industries, query.intents) = (["机械"], ["B"])
        _ = try SeaView.read(query, by: zhang, in: house)
        query.tags = [["展会"], ["出口", "内销"]]
        _ = try SeaView.read(query, by: zhang, in: house)
      }
    }
  }

  private func terms(tag: String) -> SeaTerms {
    var terms = SeaTerms()
    terms.tags = [tag]
    return terms
  }

  func testTheListOfTheNextDay() throws {
    let test = try TestHouse()
    let customers = try test.customers(2, in: .library(of: .zhang))
    try assertPlans(of: test, "tomorrow") { house in
      let (zhang, now) = (test.id(.zhang), test.now)
      try SetVisitDay(true).perform(by: zhang, at: now, in: house)
      try AddToTomorrow(customers[0]).perform(by: zhang, at: now, in: house)
      try FillTomorrow().perform(by: zhang, at: now, in: house)
      try DropFromTomorrow([customers[1]]).perform(by: zhang, at: now, in: house)
      try SubmitTomorrow(reason: "库里只有两家").perform(by: zhang, at: now, in: house)
      try WriteNote(NoteEntry(outcome: .connected, intent: "C"), on: customers[0])
        .perform(by: zhang, at: now, in: house)
      try WithdrawTomorrow().perform(by: zhang, at: now, in: house)
      try SubmitTomorrow(reason: "库里只有两家").perform(by: zhang, at: now, in: house)
      let (manager, today) = (test.id(.manager), test.calendar.day(of: now))
      try CoverPerson(test.id(.li), from: today, to: today, by: zhang).perform(
        by: test.id(.director), at: now, in: house)
      _ = try EveningBoard.read(by: manager, at: now, in: house)
      _ = try EveningList.read(of: zhang, by: manager, at: now, in: house)
      try ReturnList(zhang, remark: "少").perform(by: manager, at: now, in: house)
      try SubmitTomorrow(reason: "库里只有两家").perform(by: zhang, at: now, in: house)
      try PassList(zhang).perform(by: manager, at: now, in: house)
      try PassWhole().perform(by: manager, at: now, in: house)
      try CloseEvening(house: house).perform(at: now + 36_000)
      _ = try EveningHistory.read(by: manager, at: now, in: house)
      _ = try TomorrowView.read(by: zhang, at: now, in: house)
      _ = try CallListView.read(by: zhang, at: now + 86_400, in: house)
    }
  }

  /// Everything the connection prepared meanwhile, by the plan SQLite makes for it.
  private func assertPlans(of test: TestHouse, _ name: String, _ work: (House) throws -> Void) throws {
    let house = try test.another()
    try work(house)
    let statements = try house.readWithoutRight {
      try $0.store.connection.query("SELECT sql FROM sqlite_stmt") { $0.text(0) }
    }.filter { ["SELECT", "INSERT", "UPDATE", "DELETE", "WITH"].contains($0.prefix { $0.isLetter }) }
    XCTAssertGreaterThan(statements.count, 4, name)
    // Plans name the tables a foreign key would be looked up in were one open, which none ever is.
    let connection = try test.store().connection
    try connection.execute("PRAGMA foreign_keys = OFF")
    for sql in Set(statements) where !sql.contains("sqlite_stmt") {
      for step in try connection.query("EXPLAIN QUERY PLAN \(sql)", [], { $0.text(3) }) {
        let isBad = step.contains("SCAN") || step.contains("AUTOMATIC") || step.contains("BLOOM")
        if isBad && !allowed.contains(where: step.contains) { XCTFail("\(name): \(step)\n\(sql)") }
      }
    }
  }
}
