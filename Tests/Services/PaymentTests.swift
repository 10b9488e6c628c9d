import Domain
import Services
import TestSupport
import XCTest

/// What comes in for an order, and what is left (R8.7).
final class PaymentTests: XCTestCase {
  /// - Returns: what is paid, what is left, in yuan, and by when.
  private func balance(_ customer: CustomerID, in house: TestHouse) throws -> [String] {
    let balance = try XCTUnwrap(try house.orders(of: customer).first).balance
    return ["\(balance.paid.fen / 100)", "\(balance.rest.fen / 100)", balance.due?.iso ?? "-"]
  }

  func testADepositAndTheRest() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    let order = try house.order(customer, yuan: 12_800)
    XCTAssertEqual(try balance(customer, in: house), ["0", "12800", "-"])
    try house.pay(order, 3_800, on: "2026-11-25", rest: "2026-12-10")
    XCTAssertEqual(try balance(customer, in: house), ["3800", "9000", "2026-12-10"])
    try house.pay(order, 1_000)
    XCTAssertEqual(try balance(customer, in: house), ["4800", "8000", "2026-12-10"], "the promise stands")
    let last = try house.pay(order, 8_000)
    XCTAssertEqual(try balance(customer, in: house), ["12800", "0", "-"])
    assertRefused(.overpaid(rest: Amount(fen: 0))) { try house.pay(order, 1) }
    try VoidPayment(last, reason: "记错").perform(by: house.id(.clerk), at: house.now, in: house.house)
    XCTAssertEqual(try balance(customer, in: house), ["4800", "8000", "2026-12-10"])
    XCTAssertEqual(try house.orders(of: customer).first?.payments.map(\.voidReason), [nil, nil, "记错"])
    assertRefused(.wrongOrderState(.void)) {
      try VoidPayment(last, reason: "再来").perform(by: house.id(.clerk), at: house.now, in: house.house)
    }
  }

  func testTheRestIsOverdueOnTheDayAfter() throws {
    let day = try XCTUnwrap(Day(iso: "2026-12-10"))
    let payment = Payment(id: PaymentID(1), amount: Amount(fen: 1), paidOn: day - 9, restDue: day)
    let balance = Balance(of: Amount(fen: 3), [payment])
    XCTAssertEqual([day, day + 1].map(balance.isOverdue), [false, true])
    XCTAssertFalse(Balance(of: Amount(fen: 1), [payment]).isOverdue(on: day + 1), "all of it is paid")
  }

  func testWhatIsNoPayment() throws {
    let house = try TestHouse()
    let order = try house.order(try house.customer(in: .library(of: .zhang)), yuan: 100)
    for (yuan, day, rest, refusal) in [
      (0, nil, nil, Refusal.invalidField("amount", .outOfRange)),
      (101, nil, nil, .overpaid(rest: Amount(fen: 10_000))),
      (50, "2026-11-27", nil, .invalidField("date", .ahead)),
      (50, "1999-12-31", nil, .invalidField("date", .outOfRange)),
      (50, "2026-11-20", "2026-11-19", .invalidField("rest_due", .past)),
      (50, "2026-11-20", "2036-12-01", .invalidField("rest_due", .outOfRange)),
      (100, nil, "2026-12-01", .invalidField("rest_due", .nothingLeft)),
    ] as [(Int64, String?, String?, Refusal)] {
      try assertRefused(refusal, leaves: house) { try house.pay(order, yuan, on: day, rest: rest) }
    }
    XCTAssertNoThrow(try house.pay(order, 50, on: "2026-11-20", rest: "2026-11-20"))
    try assertRefused(.notAllowed(.keepOrders), leaves: house) { try house.pay(order, 1, by: .zhang) }
    try house.void(order)
    try assertRefused(.wrongOrderState(.void), leaves: house) { try house.pay(order, 1) }
  }

  func testVoidingNeedsAReason() throws {
    let house = try TestHouse()
    let payment = try house.pay(try house.order(try house.customer(in: .library(of: .zhang))), 100)
    func void(_ reason: String, by who: TestHouse.Who = .clerk) throws {
      try VoidPayment(payment, reason: reason).perform(by: house.id(who), at: house.now, in: house.house)
    }
    for (reason, problem) in [
      (" ", Refusal.Problem.missing), (String(repeating: "长", count: 400), .tooLong),
      ("\u{1b}[2J", .controlCharacters),
    ] {
      try assertRefused(.invalidField("reason", problem), leaves: house) { try void(reason) }
    }
    try assertRefused(.notAllowed(.keepOrders), leaves: house) { try void("记错", by: .zhang) }
    assertRefused(.unknownPayment("99")) {
      try VoidPayment(PaymentID(99), reason: "记错").perform(
        by: house.id(.clerk), at: house.now, in: house.house)
    }
  }

  func testAnOrderThatLapsedTakesNone() throws {
    let house = try TestHouse()
    let order = try house.order(try house.customer(in: .library(of: .zhang)))
    try house.set("2027-01-20 09:00")
    assertRefused(.wrongOrderState(.lapsed)) { try house.pay(order, 1) }
  }

  /// R2.5: what came in, and what was promised before and after.
  func testItIsOnRecord() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    let order = try house.order(customer)
    let payment = try house.pay(order, 100, rest: "2026-12-10")
    try VoidPayment(payment, reason: "记错").perform(by: house.id(.clerk), at: house.now, in: house.house)
    let events = try Reading.audit(of: customer, limit: 2, by: house.id(.zhang), in: house.house)
    XCTAssertEqual(
      events.map(\.detail),
      [
        #"{"changes":{"amount":{"before":"100.00"}},"facts":{"order":"1","payment_number":"1","reason":"记错"}}"#,
        #"{"changes":{"rest_due":{"after":"2026-12-10"}},"facts":{"amount":"100.00","order":"1","#
          + #""paid_on":"2026-11-26","payment_number":"1"}}"#,
      ])
  }
}
