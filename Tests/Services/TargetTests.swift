import Domain
import TestSupport
import XCTest

@testable import Services

/// What a month asks (R8.5): who may say so of whom and until when, and what the report makes of it.
final class TargetTests: XCTestCase {
  private var house: TestHouse!

  override func setUpWithError() throws { house = try TestHouse() }

  private func set(
    _ name: String, _ figures: [ReportFigure: Int], in month: String = "2026-11",
    by who: TestHouse.Who = .director
  ) throws {
    try SetTarget(name, in: house.day(month + "-01"), figures).perform(
      by: house.id(who), at: house.now, in: house.house)
  }

  private func asked(_ key: String, as who: TestHouse.Who = .director) throws -> ReportFigures? {
    try TargetView.read(for: house.id(who), at: house.now, in: house.house).lines
      .first { $0.subject.key == key }?.asked
  }

  private func report(
    by grouping: ReportGrouping = .person, from: String = "2026-11-26", to: String = "2026-11-26",
    for who: TestHouse.Who = .director
  ) throws -> Report {
    let span = try XCTUnwrap(ReportSpan(from: house.day(from), to: house.day(to)))
    return try Report.read(
      .targets, by: grouping, during: span, for: house.id(who), at: house.now, in: house.house)
  }

  private func line(_ key: String, in report: Report) throws -> ReportFigures {
    try XCTUnwrap(report.lines.first { $0.subject.key == key }?.figures, key)
  }

  func testAManagerSetsThoseOfHisOwn() throws {
    try set("zhang", [.signed: 3], by: .manager)
    try set("一部", [.signed: 9], by: .manager)
    for name in ["li", "二部", "总部"] {
      assertRefused(.notAllowed(.setTarget)) { try set(name, [.signed: 3], by: .manager) }
    }
    assertRefused(.notAllowed(.setTarget)) { try set("zhang", [.signed: 3], by: .zhang) }
    XCTAssertEqual(try asked("zhang")?[.signed], 3)
    XCTAssertNil(try asked("li", as: .manager))
    XCTAssertEqual(try asked("zhang", as: .zhang)?[.signed], 3)
  }

  /// Who is no agent is in no report; a name that is nobody's is said to be so.
  func testWhomATargetIsFor() throws {
    for name in ["manager", "nobody", ""] {
      assertRefused(.invalidField("target", .unknown)) { try set(name, [.signed: 3]) }
    }
    try AddDepartment("zhang", under: "总部").perform(by: house.id(.admin), at: house.now, in: house.house)
    assertRefused(.invalidField("target", .ambiguous)) { try set("zhang", [.signed: 3]) }
  }

  /// A month that is over stays as it was.
  func testWhichMonth() throws {
    assertRefused(.invalidField("month", .past)) { try set("zhang", [.signed: 3], in: "2026-10") }
    try set("zhang", [.signed: 3], in: "2028-11")
    assertRefused(.invalidField("month", .outOfRange)) { try set("zhang", [.signed: 3], in: "2028-12") }
    try house.set("2026-12-01 00:00")
    assertRefused(.invalidField("month", .past)) { try set("zhang", [.signed: 3]) }
  }

  func testHowMuch() throws {
    assertRefused(.invalidField("signed", .outOfRange)) { try set("zhang", [.signed: -1]) }
    assertRefused(.invalidField("signed", .outOfRange)) { try set("zhang", [.signed: 1_000_001]) }
    assertRefused(.invalidField("calls", .outOfRange)) { try set("zhang", [.calls: 1]) }
    assertRefused(.invalidField("amount", .outOfRange)) {
      try set("zhang", [.amount: Int(Amount.most) + 1])
    }
    XCTAssertEqual(try asked("zhang"), ReportFigures())
  }

  /// Nothing drops it; what is not named stays; the trail says what it was.
  func testWhatIsNotNamedStays() throws {
    try set("zhang", [.signed: 3, .amount: 500_000])
    try set("zhang", [.signed: 0])
    XCTAssertEqual(try asked("zhang")?[.signed], 0)
    XCTAssertEqual(try asked("zhang")?[.amount], 500_000)
    let last = try house.store().connection.first(
      "SELECT detail FROM event WHERE act = 'set_target' ORDER BY id DESC LIMIT 1"
    ) { $0.text(0) }
    XCTAssertEqual(
      last, #"{"changes":{"signed":{"before":"3"}},"facts":{"month":"2026-11","person":"zhang"}}"#)
  }

  /// Months are counted whole, whatever days are asked for, and what was done stands beside what was asked.
  func testTheReport() throws {
    try set("zhang", [.signed: 2])
    try set("二部", [.signed: 5])
    try set("zhang", [.signed: 7], in: "2026-12")
    let customers = try house.customers(2, in: .library(of: .zhang))
    try house.confirm(house.order(customers[0], yuan: 100))
    let november = try report()
    XCTAssertEqual(november.days, try house.day("2026-11-01")...house.day("2026-11-30"))
    XCTAssertEqual(try line("zhang", in: november)[.signed], 1)
    XCTAssertEqual(try line("zhang", in: november)[.targetSigned], 2)
    XCTAssertEqual(try line("li", in: november)[.targetSigned], 5)
    XCTAssertEqual(november.total[.targetSigned], 7)
    let both = try report(by: .month, to: "2026-12-01")
    XCTAssertEqual(try line("2026-11", in: both)[.targetSigned], 7)
    XCTAssertEqual(try line("2026-12", in: both)[.targetSigned], 7)
    XCTAssertEqual(try line("2026-12", in: both)[.signed], 0)
  }

  /// A department stands for all that lies below it.
  func testByDepartment() throws {
    try set("总部", [.signed: 20])
    try set("一部", [.signed: 12])
    let customer = try house.customer(in: .library(of: .zhang))
    try house.confirm(house.order(customer, yuan: 100))
    let report = try report(by: .department)
    XCTAssertEqual(report.lines.map(\.subject.key), ["总部", "一部", "二部"])
    XCTAssertEqual(try ["总部", "一部", "二部"].map { try line($0, in: report)[.targetSigned] }, [20, 12, 8])
    XCTAssertEqual(try ["总部", "一部", "二部"].map { try line($0, in: report)[.signed] }, [1, 1, 0])
    XCTAssertEqual(try self.report(by: .department, for: .manager).lines.map(\.subject.key), ["一部"])
  }
}
