import Domain
import Services
import TestSupport
import XCTest

/// Tries each act of the table of rights out, on a customer where it is said to be.
extension RightsTests {
  func outcome(of act: String, for role: Role) throws -> String {
    let house = try TestHouse()
    // The first administrator is the director too: a pure one is needed here.
    let actor =
      role == .admin
      ? try AddPerson(login: "pure", name: "纯", department: "总部", roles: [.admin])
        .perform(by: house.id(.admin), at: house.now, in: house.house)
      : house.id(try XCTUnwrap([.agent: TestHouse.Who.zhang][role] ?? TestHouse.Who(rawValue: role.rawValue)))
    return try outcome(of: act, by: actor, on: try customer(of: act, for: actor, in: house), in: house)
  }

  /// A customer in the place the act speaks of.
  private func customer(of act: String, for actor: PersonID, in house: TestHouse) throws -> CustomerID {
    switch act.split(separator: " ").last {
    case "own":
      return try EnterCustomer(house.form()).perform(by: actor, at: house.now, in: house.house)
    case "li's": return try house.customer(in: .library(of: .li))
    case "lost": return try lost(by: actor, in: house)
    case "zhang's-lost":
      return try lost(by: house.id(actor == house.id(.zhang) ? .manager : .zhang), in: house)
    case "li's-lost": return try lost(by: house.id(.li), in: house)
    case "zhang's":
      // For an agent somebody else of his own department.
      let holder = actor == house.id(.zhang) ? house.id(.manager) : house.id(.zhang)
      return try EnterCustomer(house.form()).perform(by: holder, at: house.now, in: house.house)
    default: return try house.customer(in: .sea)
    }
  }

  /// One that has just flowed back from somebody; he need not be one who may hold any.
  private func lost(by holder: PersonID, in house: TestHouse) throws -> CustomerID {
    let customer = try house.customer(in: .library(of: .zhang))
    try house.store().connection.run(
      "UPDATE opportunity SET holder = ?1, department = (SELECT department FROM person WHERE id = ?1)",
      [holder])
    try house.store().connection.run("UPDATE customer SET owner = ? WHERE id = ?", [holder, customer])
    try house.tick(through: "2026-12-27 00:00")
    return customer
  }

  func outcome(of act: String, by actor: PersonID, on customer: CustomerID, in house: TestHouse)
    throws
    -> String
  {
    do {
      try perform(act, by: actor, on: customer, in: house)
      return "ok"
    } catch let refusal as Refusal {
      return refusal.code
    }
  }

  private func performOnApplication(_ act: String, by actor: PersonID, in test: TestHouse) throws {
    try test.customer("苏州日东精密电子有限公司", in: .library(of: .li))
    let entry = Application.Entry(
      name: "苏州日东精密电子中心有限公司", landline: "0512-69990001", fax: "无", address: "苏州", remark: "老客户介绍")
    let (house, now) = (test.house, test.now)
    if act.hasPrefix("apply") {
      try Apply(entry, for: act == "apply" ? nil : "zhang").perform(by: actor, at: now, in: house)
      return
    }
    let asked = try Apply(entry).perform(by: test.id(.zhang), at: now, in: house)
    if act == "answer_application" {
      try AnswerApplication(asked.id, .enter).perform(by: actor, at: now, in: house)
    } else {
      try WithdrawApplication(asked.id).perform(by: actor, at: now, in: house)
    }
  }

  private func perform(_ act: String, by actor: PersonID, on customer: CustomerID, in test: TestHouse) throws
  {
    let (house, now) = (test.house, test.now)
    switch act.split(separator: " ").first {
    case "see": _ = try CustomerView.read(customer, by: actor, at: now, in: house)
    case "list" where act.hasSuffix("sea"): _ = try SeaView.read(SeaQuery(), by: actor, in: house)
    case "list" where act.hasSuffix("'s"):
      let login = act.hasSuffix("li's") ? "li" : actor == test.id(.zhang) ? "manager" : "zhang"
      _ = try LibraryView.read(of: login, by: actor, at: now, in: house)
    case "list": _ = try LibraryView.read(by: actor, at: now, in: house)
    case "check":
      try CheckCollision(CollisionQuery(name: "日东精密")).perform(by: actor, at: now, in: house)
    case "pick": try PickCustomer(customer).perform(by: actor, at: now, in: house)
    case "enter_for":
      let login = act.hasSuffix("li's") ? "li" : actor == test.id(.zhang) ? "manager" : "zhang"
      try EnterCustomer(test.form(), for: login).perform(by: actor, at: now, in: house)
    case "enter": try EnterCustomer(test.form()).perform(by: actor, at: now, in: house)
    case "note":
      try WriteNote(NoteEntry(outcome: .connected), on: customer).perform(by: actor, at: now, in: house)
    case "plan": try PlanContact(now + 3600, with: customer).perform(by: actor, at: now, in: house)
    case "dial": try DialNumber(of: customer).perform(by: actor, at: now, in: house)
    case "draft": try KeepDraft("{}", on: customer).perform(by: actor, at: now, in: house)
    case "swap":
      let new = try test.customer(in: .sea)
      try SwapCustomer(release: customer, pick: new).perform(by: actor, at: now, in: house)
    case "apply", "apply_for", "answer_application", "withdraw_application":
      try performOnApplication(act, by: actor, in: test)
    case "release": try ReleaseCustomer(customer, reason: .noNeed).perform(by: actor, at: now, in: house)
    case "audit":
      let subject = act == "audit" ? nil : customer
      _ = try Reading.audit(of: subject, limit: 9, by: actor, in: house)
    case "import":
      let path = TestHouse.freshPath()
      defer { try? FileManager.default.removeItem(atPath: path) }
      try Data("公司名称,固定电话,经营地址\n".utf8).write(to: URL(fileURLWithPath: path))
      _ = try ImportCustomers(ImportFile(path), to: .sea, isDryRun: false).perform(
        by: actor, at: now, wallClock: { now }, in: house)
    case "people":
      try AddPerson(login: "new", name: "新", department: "一部", roles: [.agent])
        .perform(by: actor, at: now, in: house)
    default: try performRule(act, by: actor, on: customer, in: test)
    }
  }

  private func performRule(_ act: String, by actor: PersonID, on customer: CustomerID, in test: TestHouse)
    throws
  {
    let (house, now) = (test.house, test.now)
    switch act.split(separator: " ").first {
    case "calls": _ = try CallListView.read(by: actor, at: now, in: house)
    case "counters": _ = try Counters.read(by: actor, at: now, in: house)
    case "preferences": try KeepPreferences(language: "en").perform(by: actor, at: now, in: house)
    case "team_texts":
      let department = act.hasSuffix("li's") ? "二部" : nil
      try KeepTeamText(TeamTexts.Key(.phrase, 1), "要样品", of: department).perform(
        by: actor, at: now, in: house)
    case "set_target":
      try SetTarget(act.hasSuffix("li's") ? "li" : "zhang", in: test.calendar.day(of: now), [.signed: 1])
        .perform(
          by: actor, at: now, in: house)
    case "set_visit_day": try SetVisitDay(true).perform(by: actor, at: now, in: house)
    case "prepare_list" where act == "prepare_list":
      _ = try TomorrowView.read(by: actor, at: now, in: house)
      try FillTomorrow().perform(by: actor, at: now, in: house)
    case "prepare_list": try AddToTomorrow(customer).perform(by: actor, at: now, in: house)
    case "submit_list": try SubmitTomorrow().perform(by: actor, at: now, in: house)
    case "pass_list", "return_list", "cover": try performEvening(act, by: actor, in: test)
    case "lost": _ = try LostView.read(by: actor, at: now, in: house)
    case "keep_lists" where act.hasSuffix("name"):
      try BlockName("某公司", true).perform(by: actor, at: now, in: house)
    case "keep_house_accounts": try MarkHouseAccount(customer, true).perform(by: actor, at: now, in: house)
    case "confirm" where act.hasSuffix("forecast"):
      try ConfirmForecast().perform(by: actor, at: now, in: house)
    case "mend_clock":
      try test.store().connection.run("INSERT INTO fuse VALUES (1, 'clock_ahead', ?, NULL)", [now])
      try ConfirmReleases().perform(by: actor, at: now, in: house)
    case "confirm" where act.hasSuffix("fuse"): try ConfirmReleases().perform(by: actor, at: now, in: house)
    case "confirm": _ = try ReleaseForecast.read(by: actor, at: now, in: house)
    case "order", "state_submission", "keep_orders", "void_order", "list_orders":
      try performOrders(act, by: actor, on: customer, in: test)
    case "policies": try performPolicies(act, by: actor, in: test)
    case "task": try AddTask(TaskContent(subject: "送样"), for: customer).perform(by: actor, at: now, in: house)
    case "save_document":
      let document = try test.store().documents.add(
        "报价单.txt", [1], hash: SHA256.hex(of: [1]), to: customer, by: test.id(.director), at: now)
      _ = try SaveDocument(document).perform(by: actor, at: now, in: house)
    case "change", "pair", "tell", "merge", "judge", "transfer", "handover", "move_person", "lift":
      try performChange(act, by: actor, on: customer, in: test)
    case "status": _ = try EngineStatus.read(by: actor, at: now, wallClock: now, in: house)
    default: try performRequest(act, by: actor, on: customer, in: test)
    }
  }

  private func performEvening(_ act: String, by actor: PersonID, in test: TestHouse) throws {
    let (house, now, today) = (test.house, test.now, test.calendar.day(of: test.now))
    let agent = test.id(act.hasSuffix("li's") ? .li : .zhang)
    switch act.split(separator: " ").first {
    case "pass_list" where act == "pass_list":
      _ = try EveningBoard.read(by: actor, at: now, in: house)
      _ = try EveningHistory.read(by: actor, at: now, in: house)
    case "pass_list": try PassList(agent).perform(by: actor, at: now, in: house)
    case "return_list": try ReturnList(agent, remark: "少").perform(by: actor, at: now, in: house)
    default:
      try CoverPerson(agent, from: today, to: today, by: test.id(.support)).perform(
        by: actor, at: now, in: house)
    }
  }

  private func performChange(_ act: String, by actor: PersonID, on customer: CustomerID, in test: TestHouse)
    throws
  {
    let (house, now) = (test.house, test.now)
    switch act.split(separator: " ").first {
    case "change":
      var change = CustomerChange()
      change.remark = "要送样"
      try ChangeCustomer(customer, change).perform(by: actor, at: now, in: house)
    case "pair":
      // Who holds the company holds the person too.
      let holder = try CustomerView.read(customer, by: test.id(.director), at: now, in: house).holder
      var form = test.form("钱立春", phone: "13900000012")
      form.kind = .person
      let person = try EnterCustomer(form).perform(by: try XCTUnwrap(holder).id, at: now, in: house)
      try PairCustomers(customer, person).perform(by: actor, at: now, in: house)
    case "tell": try TellHolder(customer, text: "在找供应商").perform(by: actor, at: now, in: house)
    case "transfer":
      try TransferCustomer(customer, to: test.id(.manager)).perform(by: actor, at: now, in: house)
    case "move_person":
      // Into a department under the manager's, or beside it.
      try AddDepartment("一部甲组", under: "一部").perform(by: test.id(.admin), at: now, in: house)
      let place = act == "move_person" ? "一部甲组" : "二部"
      try MovePerson("clerk", to: place).perform(by: actor, at: now, in: house)
    case "handover":
      let giver = try XCTUnwrap(test.view(customer, as: .director).holder).id
      let receiver = test.id(giver == test.id(.manager) ? .zhang : .manager)
      _ = try HandOver(.person(giver), to: .person(receiver)).perform(by: actor, at: now, in: house)
    case "merge":
      try MergeCustomers(customer, test.customer(in: .sea)).perform(by: actor, at: now, in: house)
    case "judge" where act == "judge": _ = try JudgementQueue.read(by: actor, in: house)
    case "judge":
      let twin = try test.customer(in: .sea)
      try test.rename(customer, test.view(twin, as: .director).customer.name, by: .director)
      try JudgeCollision(customer, .keep).perform(by: actor, at: now, in: house)
    default:
      let number = try XCTUnwrap(try test.view(customer, as: .director).numbers.first?.dialled)
      try test.mark(customer, number, .doNotCall, by: .director)
      try LiftDoNotCall(number, reason: "客户来电说可以打").perform(by: actor, at: now, in: house)
    }
  }

  private func performOrders(_ act: String, by actor: PersonID, on customer: CustomerID, in test: TestHouse)
    throws
  {
    let (house, now) = (test.house, test.now)
    switch act.split(separator: " ").first {
    case "order":
      try AddOrder(customer, amount: Amount(fen: 1), contract: "甲").perform(by: actor, at: now, in: house)
    case "state_submission":
      try AddOrder(customer, amount: Amount(fen: 1), contract: "甲", submittedAt: now + 30)
        .perform(by: actor, at: now + 60, in: house)
    case "keep_orders":
      try ConfirmOrder(test.order(customer, by: .clerk), on: test.calendar.day(of: now))
        .perform(by: actor, at: now, in: house)
    case "void_order":
      try VoidOrder(test.order(customer, by: .clerk), reason: "甲").perform(by: actor, at: now, in: house)
    default: _ = try OrderView.list(of: customer, by: actor, in: house)
    }
  }

  private func performPolicies(_ act: String, by actor: PersonID, in test: TestHouse) throws {
    let (house, now) = (test.house, test.now)
    switch act.split(separator: " ").last {
    case "adopt":
      let text = String(decoding: try JSON.channel(["capacity": 9]).data, as: UTF8.self)
      try AdoptPolicy(text, from: test.calendar.day(of: now)).perform(by: actor, at: now, in: house)
    case "calendar":
      let lines = (1...7).map { "2026-10-0\($0),off" }.joined(separator: "\n")
      try AdoptCalendar(lines).perform(by: actor, at: now, in: house)
    case "use": try UsePolicy("channel", in: "一部").perform(by: actor, at: now, in: house)
    default: _ = try PolicySimulation.read(test.policy, by: actor, at: now, in: house)
    }
  }
}
