import Assets
import Desk
import Domain
import Foundation
import HouseFixtures
import Services
import Storage

/// A small floor in a base of its own, with a clock that stands until it is moved.
package final class DeskFloor {
  package enum Agent: String, CaseIterable, Sendable {
    case zhang, li, zhou
    /// The manager of zhang's department, and another agent of it.
    case lin, wang
    /// Of support.
    case shen
    /// A director and a clerk, once they are hired.
    case gu, lu
  }

  /// Thursday, 2026-11-26 14:32 in the house.
  package static let start = Instant(seconds: 1_795_674_720)

  package let rules: HouseRules
  package let path: String
  package private(set) var people: [Agent: Person] = [:]
  package var now: Instant
  let house: House
  private(set) var entered = 0
  private(set) var names: [String: CustomerID] = [:]

  /// - Parameter policy: keys of the policy in place of those that ship.
  package init(_ policy: [String: JSON] = [:]) throws {
    rules = .shipped(with: try .channel(policy))
    path = TestHouse.freshPath()
    now = DeskFloor.start - 90 * 86_400
    house = try EmptyBase.house(at: path, by: rules)
    let admin = try SetUpHouse(
      policy: "channel", isSandbox: true, login: "admin", name: "管理员", department: "直销中心"
    ).perform(at: now, in: house)
    for (agent, name, department) in [
      (Agent.zhang, "何小满", "三部"), (.li, "江立秋", "一部"), (.zhou, "周谷雨", "二部"), (.lin, "林白露", "三部"),
      (.wang, "方夏至", "三部"), (.shen, "沈清明", "支持"),
    ] {
      let roles: Set<Role> = agent == .lin ? [.manager] : agent == .shen ? [.support] : [.agent]
      let id = try AddPerson(login: agent.rawValue, name: name, department: department, roles: roles)
        .perform(by: admin, at: now, in: house)
      people[agent] = try Reading.person(id, in: house)
    }
    now = DeskFloor.start
  }

  /// `gu` as a director, `lu` as a clerk.
  package func hire(_ agent: Agent) throws {
    let admin = try Reading.person(login: "admin", in: house).id
    let role: Role = agent == .gu ? .director : .clerk
    let id = try AddPerson(
      login: agent.rawValue, name: agent == .gu ? "顾大寒" : "陆小雪", department: "直销中心", roles: [role]
    ).perform(by: admin, at: now, in: house)
    people[agent] = try Reading.person(id, in: house)
  }

  /// An order of a customer, just now, and confirmed by a clerk where one is named.
  @discardableResult
  package func order(
    _ customer: CustomerID, by agent: Agent = .zhang, yuan: Int64, confirmedBy clerk: Agent? = nil
  )
    throws -> OrderID
  {
    let id = try AddOrder(customer, amount: Amount(fen: yuan * 100), contract: "合同").perform(
      by: self.id(agent), at: now, in: house)
    if let clerk {
      try ConfirmOrder(id, on: rules.calendar.day(of: now)).perform(by: self.id(clerk), at: now, in: house)
    }
    return id
  }

  /// One that was made before.
  init(_ template: FloorTemplate) throws {
    path = TestHouse.freshPath()
    EmptyBase.write(template.base, to: path)
    (rules, people, names) = (template.rules, template.people, template.names)
    (entered, now) = (template.entered, template.now)
    house = try House(path: path, access: .write, rules: rules, origin: "test")
  }

  deinit {
    TestHouse.remove(path)
    try? FileManager.default.removeItem(atPath: path + ".drafts")
  }

  /// Where drafts go while the base is away.
  var draftFolder: DraftFolder { DraftFolder(path: path + ".drafts", base: path) }

  package func id(_ agent: Agent) -> PersonID { people[agent]?.id ?? PersonID(0) }

  package func open() throws -> House {
    try House(path: path, access: .write, rules: rules, origin: "test")
  }

  // MARK: what happened before

  /// A customer entered by an agent so many days ago, at 9:05.
  @discardableResult
  package func enter(
    _ name: String, by agent: Agent = .zhang, daysAgo: Int, phone: String? = nil, mobile: String? = nil,
    contact: String = "钱先生", intent: String = "0", address: String = "江苏省苏州市工业园区潮声路",
    industry: String = "机械"
  ) throws -> CustomerID {
    try enter(
      name, by: id(agent), daysAgo: daysAgo, phone: phone, mobile: mobile, contact: contact, intent: intent,
      address: address, industry: industry)
  }

  func enter(
    _ name: String, by agent: PersonID, daysAgo: Int, phone: String? = nil, mobile: String? = nil,
    contact: String = "钱先生", intent: String = "0", address: String = "江苏省苏州市工业园区潮声路",
    industry: String = "机械"
  ) throws -> CustomerID {
    entered += 1
    let number = phone ?? "0512-6000\(1000 + entered)"
    let form = CustomerForm(
      name: name, phones: [number], faxes: ["none"], mobiles: [mobile].compactMap { $0 },
      address: "\(address)\(entered)号", contact: contact, contactTitle: "采购", industry: industry,
      intent: intent)
    let id = try EnterCustomer(form).perform(by: agent, at: moment(daysAgo: daysAgo), in: house)
    names[name] = id
    return id
  }

  /// One that was entered, by a part of its name.
  package func customer(_ part: String) throws -> CustomerID {
    guard let found = names.first(where: { $0.key.contains(part) }) else {
      throw Refusal.unknownCustomer(part)
    }
    return found.value
  }

  @discardableResult
  package func note(
    _ customer: CustomerID, by agent: Agent = .zhang, daysAgo: Int, hour: Int = 15, _ text: String,
    _ outcome: Outcome = .connected, intent: String? = nil, next: Instant? = nil, number: String? = nil
  ) throws -> NoteID {
    let entry = NoteEntry(outcome: outcome, text: text, intent: intent, nextContact: next, number: number)
    return try WriteNote(entry, on: customer)
      .perform(by: id(agent), at: moment(daysAgo: daysAgo, hour: hour), in: house).note
  }

  /// So many days ago at 16:05; today, and where nothing is said, just now.
  package func release(_ customer: CustomerID, by agent: Agent, daysAgo: Int = 0) throws {
    try ReleaseCustomer(customer, reason: .noNeed)
      .perform(by: id(agent), at: daysAgo == 0 ? now : moment(daysAgo: daysAgo, hour: 16), in: house)
  }

  package func pick(_ customer: CustomerID, by agent: Agent, daysAgo: Int? = nil) throws {
    let moment = daysAgo.map { self.moment(daysAgo: $0, hour: 10) } ?? now
    try PickCustomer(customer).perform(by: id(agent), at: moment, in: house)
  }

  /// Changes a customer, just now.
  package func change(
    _ customer: CustomerID, by agent: Agent = .zhang, _ edit: (inout CustomerChange) -> Void
  ) throws {
    var change = CustomerChange()
    edit(&change)
    try ChangeCustomer(customer, change).perform(by: id(agent), at: now, in: house)
  }

  package func setCapacity(_ capacity: Int, of agent: Agent) throws {
    try ChangePerson(agent.rawValue, capacity: capacity).perform(by: administrator(), at: now, in: house)
  }

  /// Away today, and who works his customers meanwhile.
  package func cover(_ agent: Agent, by deputy: Agent) throws {
    let today = rules.calendar.day(of: now)
    try CoverPerson(id(agent), from: today, to: today, by: id(deputy)).perform(
      by: id(.lin), at: now, in: house)
  }

  package func deactivate(_ agent: Agent) throws {
    try DeactivatePerson(agent.rawValue).perform(by: administrator(), at: now, in: house)
  }

  private func administrator() throws -> PersonID {
    guard let admin = try Reading.firstAdministrator(in: house) else {
      throw Refusal.unknownPerson("admin")
    }
    return admin.id
  }

  /// Somebody of the support makes one of two, just now.
  package func merge(_ one: CustomerID, _ other: CustomerID) throws {
    try MergeCustomers(one, other).perform(by: id(.shen), at: now, in: house)
  }

  /// The manager blocks a name (R3.12), just now.
  package func block(_ name: String) throws {
    try BlockName(name, true).perform(by: id(.lin), at: now, in: house)
  }

  /// Asks for more time, just now.
  @discardableResult
  package func ask(_ customer: CustomerID, by agent: Agent = .zhang, days: Int = 5, _ reason: String = "等预算")
    throws
    -> RequestID
  {
    try AskExtension(customer, days: days, reason: reason)
      .perform(by: id(agent), at: now, in: house).request
  }

  /// The engine looks, as it does every morning. What happened before is told customer by customer, not in the order of
  /// time: no clock stands behind for that (R4.13).
  package func tick(daysAgo: Int = 0) throws {
    try Connection(path: path, access: .write).run("DELETE FROM highest_moment")
    _ = try SweepDeadlines().perform(at: daysAgo == 0 ? now : moment(daysAgo: daysAgo), in: house)
  }

  package func moment(daysAgo: Int, hour: Int = 9) -> Instant {
    let calendar = rules.calendar
    return calendar.moment(calendar.day(of: DeskFloor.start) - daysAgo, minute: hour * 60 + 5)
  }

  package func view(_ customer: CustomerID, as agent: Agent = .zhang) throws -> CustomerView {
    try CustomerView.read(customer, by: id(agent), at: now, in: house)
  }

  /// How often somebody has looked for numbers, as it is on record (R2.2).
  package func numberSearches(by agent: Agent = .zhang) throws -> Int {
    try Reading.numberSearches(limit: 99, by: id(agent), in: house).map(\.searches).reduce(0, +)
  }

  /// Signs a customer by an order submitted and confirmed just now.
  ///
  /// - Parameter opened: nil leaves it unopened.
  @discardableResult
  package func sign(
    _ customer: CustomerID, by agent: Agent = .zhang, opened: String?, expires: String? = nil
  ) throws -> OrderID {
    let order = try AddOrder(customer, amount: Amount(fen: 1_280_000), contract: "日东精密电子")
      .perform(by: id(agent), at: now, in: house)
    let today = rules.calendar.day(of: now)
    try ConfirmOrder(order, on: today).perform(by: id(.lin), at: now, in: house)
    guard let day = opened.flatMap({ Day(iso: $0) }) else { return order }
    let days = TermDays(opensOn: day, expiresOn: expires.flatMap { Day(iso: $0) })
    try OpenOrder(order, days).perform(by: id(.lin), at: now, in: house)
    return order
  }

  package func askBack(_ customer: CustomerID, by agent: Agent = .zhang) throws {
    try AskTakeBack(customer).perform(by: id(agent), at: now, in: house)
  }

  /// The house adopts a policy with these keys in place of those that ship, and a table of days off; both hold now.
  package func adopt(_ policy: [String: JSON], calendar: String? = nil) throws {
    let admin = try administrator()
    let text = String(decoding: try JSON.channel(policy).data, as: UTF8.self)
    try AdoptPolicy(text, from: rules.calendar.day(of: now)).perform(by: admin, at: now, in: house)
    if let calendar { try AdoptCalendar(calendar).perform(by: admin, at: now, in: house) }
    try engineTick()
  }

  /// The next moment at which the house's day turns.
  package func goToMidnight() { now = rules.calendar.end(of: rules.calendar.day(of: now)) }

  /// The whole engine looks, fuse and all.
  package func engineTick() throws {
    _ = try Engine(house).tick(at: now, wallClock: Instant(seconds: 0))
  }

  package func answer(_ request: RequestID, granted: Bool, remark: String = "") throws {
    try AnswerRequest(request, granted: granted, remark: remark).perform(by: id(.lin), at: now, in: house)
  }

  /// What was asked about the customer's present opportunity.
  package func requests(of customer: CustomerID) throws -> [AskedRequest] {
    try view(customer).requests
  }

  package func drafts(of agent: Agent = .zhang) throws -> [Draft] {
    try Reading.drafts(of: id(agent), in: house)
  }
}
