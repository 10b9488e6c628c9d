import Domain
import Services
import Storage

/// Orders in a word each.
extension TestHouse {
  @discardableResult
  package func order(
    _ customer: CustomerID, by who: Who = .zhang, yuan: Int64 = 12_800, contract: String = "日东精密电子",
    submitted: String? = nil
  ) throws -> OrderID {
    try AddOrder(
      customer, amount: Amount(fen: yuan * 100), contract: contract, submittedAt: submitted.map(time)
    ).perform(by: id(who), at: now, in: house)
  }

  package func confirm(_ order: OrderID, by who: Who = .clerk, on day: String? = nil) throws {
    let day = try day.map(self.day) ?? calendar.day(of: now)
    try ConfirmOrder(order, on: day).perform(by: id(who), at: now, in: house)
  }

  @discardableResult
  package func open(_ order: OrderID, on day: String, expires: String? = nil, by who: Who = .clerk) throws
    -> ServiceTerm?
  {
    let days = TermDays(opensOn: try self.day(day), expiresOn: try expires.map(self.day))
    return try OpenOrder(order, days).perform(by: id(who), at: now, in: house)
  }

  @discardableResult
  package func renew(_ order: OrderID, on day: String, expires: String? = nil, by who: Who = .clerk) throws
    -> ServiceTerm?
  {
    let days = TermDays(opensOn: try self.day(day), expiresOn: try expires.map(self.day))
    return try RenewOrder(order, days).perform(by: id(who), at: now, in: house)
  }

  package func void(_ order: OrderID, by who: Who = .manager, reason: String = "录错了") throws {
    try VoidOrder(order, reason: reason).perform(by: id(who), at: now, in: house)
  }

  @discardableResult
  package func pay(
    _ order: OrderID, _ yuan: Int64, on day: String? = nil, rest: String? = nil, by who: Who = .clerk
  ) throws -> PaymentID {
    let paidOn = try day.map(self.day) ?? calendar.day(of: now)
    return try AddPayment(
      order, amount: Amount(fen: yuan * 100), paidOn: paidOn, restDue: try rest.map(self.day)
    ).perform(by: id(who), at: now, in: house)
  }

  package func orders(of customer: CustomerID, as who: Who = .zhang) throws -> [OrderView] {
    try OrderView.list(of: customer, by: id(who), in: house)
  }

  /// A customer of somebody's with an order that was confirmed and opened on this day.
  package func signed(by who: Who = .zhang, opened: String) throws -> CustomerID {
    let customer = try self.customer(in: .library(of: who))
    let order = try self.order(customer, by: who)
    try confirm(order)
    try open(order, on: opened)
    return customer
  }

  package func day(_ text: String) throws -> Day {
    struct NoSuchDay: Error { let text: String }
    guard let day = Day(iso: text) else { throw NoSuchDay(text: text) }
    return day
  }
}
