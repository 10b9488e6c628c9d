import Domain
import Services
import Storage

/// Requests, take-backs and rules in a word each.
extension TestHouse {
  @discardableResult
  package func ask(_ customer: CustomerID, days: Int, by who: Who = .zhang, reason: String = "等预算") throws
    -> RequestID
  {
    try AskExtension(customer, days: days, reason: reason)
      .perform(by: id(who), at: now, in: house).request
  }

  package func answer(_ request: RequestID, granted: Bool, by who: Who = .manager) throws {
    try AnswerRequest(request, granted: granted).perform(by: id(who), at: now, in: house)
  }

  package func requests(for who: Who = .manager) throws -> [AskedRequest] {
    try RequestQueue.read(for: id(who), at: now, in: house)
  }

  @discardableResult
  package func askBack(_ customer: CustomerID, by who: Who = .zhang) throws -> RequestID {
    try AskTakeBack(customer).perform(by: id(who), at: now, in: house).request
  }

  package func transfer(_ customer: CustomerID, to receiver: Who, by who: Who = .manager) throws {
    try TransferCustomer(customer, to: id(receiver)).perform(by: id(who), at: now, in: house)
  }

  package func takeBack(_ customer: CustomerID, by who: Who = .manager) throws {
    try TakeBackCustomer(customer).perform(by: id(who), at: now, in: house)
  }

  package func mark(houseAccount isHouseAccount: Bool, _ customer: CustomerID, by who: Who = .director) throws
  {
    try MarkHouseAccount(customer, isHouseAccount).perform(by: id(who), at: now, in: house)
  }

  package func block(_ name: String, _ isBlocked: Bool = true, by who: Who = .manager) throws {
    try BlockName(name, isBlocked).perform(by: id(who), at: now, in: house)
  }

  /// A tick of the whole engine: versions, fuse and all. The host has another clock, so that its uptime says nothing.
  @discardableResult
  package func engineTick() throws -> TickReport? {
    try Engine(house).tick(at: now, wallClock: Instant(seconds: 0))
  }

  package func alerts(of who: Who) throws -> [Alert] {
    try Reading.alerts(of: id(who), limit: 99, in: house)
  }

  /// When and why the customer last left somebody.
  package func lastEnd(_ customer: CustomerID) throws -> (at: String, reason: EndReason?)? {
    try view(customer, as: .director).holdings.first { $0.endedAt != nil }.map {
      (calendar.dueText($0.endedAt ?? now), $0.endReason)
    }
  }

  /// The due of each clock, as `due` words it.
  package func dues(_ customer: CustomerID, as who: Who = .zhang) throws -> [String: String] {
    let deadlines = try view(customer, as: who).standing?.deadlines ?? []
    return Dictionary(uniqueKeysWithValues: deadlines.map { ($0.clock.name, calendar.dueText($0.due)) })
  }
}
