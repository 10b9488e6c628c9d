import Domain
import TestSupport
import XCTest

@testable import Services

/// The list behind each figure of a report (R8.5).
final class ReportListTests: ReportTestCase {
  /// Every cell of every report has as many rows behind it as it says.
  func testEveryFigureHasItsList() throws {
    let house = try TestHouse()
    let customers =
      try house.customers(5, in: .library(of: .zhang)) + [try house.customer(in: .library(of: .li))]
    try house.plan(customers[0], "2026-11-26 15:00")
    try house.plan(customers[2], "2026-11-26 15:00")
    try house.set("2026-11-26 16:00")
    for customer in customers[..<2] {
      let entry = NoteEntry(outcome: .connected, text: "要报价", intent: "B", stage: 2)
      for _ in 1...2 { _ = try house.write(entry, on: customer, by: .zhang) }
    }
    _ = try house.visit(customers[0], by: .zhang)
    try house.confirm(house.order(customers[0], yuan: 100))
    try house.release(customers[1], by: .zhang, reason: .competitor)
    try house.release(customers[5], by: .li)
    let today = try XCTUnwrap(ReportSpan(from: house.day("2026-11-26"), to: house.day("2026-11-26")))
    var seen: Set<ReportFigure> = []
    for kind in ReportKind.allCases {
      for grouping in kind.groupings {
        let report = try Report.read(
          kind, by: grouping, during: today, for: house.id(.director), at: house.now, in: house.house)
        for line in report.lines {
          for figure in kind.columns where figure.hasRows && figure != .amount {
            let list = try ReportList.read(
              behind: figure, of: line.subject.key, in: kind, by: grouping, during: today,
              for: house.id(.director), at: house.now, in: house.house)
            XCTAssertEqual(
              list.rows.count, line.figures[figure], "\(kind) \(grouping) \(line.subject.key) \(figure)")
            if !list.rows.isEmpty { seen.insert(figure) }
          }
        }
      }
    }
    XCTAssertTrue(
      seen.isSuperset(of: [
        .calls, .effective, .ab, .visits, .new, .signed, .came, .left, .competitor, .reached,
      ]))
    XCTAssertTrue(seen.isSuperset(of: [.wentOn, .staying, .ended, .planned, .kept, .missed, .untouched]))
  }

  /// R2.2: the list reaches no further than the report.
  func testWhoseListOneSees() throws {
    let house = try TestHouse()
    _ = try house.note(house.customer(in: .library(of: .li)), by: .li)
    let today = try XCTUnwrap(ReportSpan(from: house.day("2026-11-26"), to: house.day("2026-11-26")))
    func list(_ key: String?, _ who: TestHouse.Who, _ figure: ReportFigure = .calls) throws -> Int {
      try ReportList.read(
        behind: figure, of: key, in: .calls, by: .person, during: today, for: house.id(who), at: house.now,
        in: house.house
      ).rows.count
    }
    XCTAssertEqual(try list("li", .director), 1)
    XCTAssertEqual(try list(nil, .director), 1)
    XCTAssertEqual(try list(nil, .manager), 0)
    assertRefused(.invalidField("line", .unknown)) { _ = try list("li", .manager) }
    assertRefused(.invalidField("figure", .unknown)) { _ = try list("li", .director, .picked) }
  }
}
