import Domain
import TestSupport
import XCTest

@testable import Services

/// How far holdings come by stage (R8.5, R6.6); what was planned and done, and who is silent (R11.8).
final class FunnelTests: ReportTestCase {
  // MARK: the funnel

  private func stage(_ stage: Int, in report: Report) -> ReportFigures {
    report.lines.first { $0.subject.key == String(stage) }?.figures ?? ReportFigures()
  }

  /// R6.6: by notes and by hand; who reached a stage has reached those before it.
  func testHowFarHoldingsCame() throws {
    let house = try TestHouse()
    let customers = try house.customers(3, in: .library(of: .zhang))
    house.pass(days: 2)
    _ = try house.write(NoteEntry(outcome: .connected, text: "约好了", stage: 2), on: customers[0], by: .zhang)
    house.pass(days: 1)
    _ = try house.change(customers[0]) { $0.stage = StageMove(to: 4) }
    _ = try house.write(NoteEntry(outcome: .connected, text: "约好了", stage: 2), on: customers[1], by: .zhang)
    try house.release(customers[1], by: .zhang)
    let report = try report(house, .funnel, from: "2026-11-01")
    XCTAssertEqual((1...5).map { stage($0, in: report)[.reached] }, [3, 2, 1, 1, 0])
    XCTAssertEqual((1...5).map { stage($0, in: report)[.wentOn] }, [2, 1, 1, 0, 0])
    XCTAssertEqual((1...5).map { stage($0, in: report)[.staying] }, [1, 0, 0, 1, 0])
    XCTAssertEqual((1...5).map { stage($0, in: report)[.ended] }, [0, 1, 0, 0, 0])
    XCTAssertEqual(stage(1, in: report).value(.share), 67)
    XCTAssertEqual([1, 2].map { stage($0, in: report).value(.stageDays) }, [25, 10], "2 and 3 days; 1 day")
    XCTAssertEqual(report.total, ReportFigures(), "stages are not added up")
  }

  /// What was taken back moved nothing; what names the stage that is reached moves nothing.
  func testMovesThatAreNone() throws {
    let house = try TestHouse()
    let customers = try house.customers(3, in: .library(of: .zhang))
    let entry = NoteEntry(outcome: .connected, text: "约好了", stage: 2)
    let note = try house.write(entry, on: customers[0], by: .zhang)
    try house.takeBack(note.note, on: customers[0], by: .zhang)
    let moved = try house.change(customers[1]) { $0.stage = StageMove(to: 3) }
    let back = try XCTUnwrap(moved.reversal)
    try ChangeCustomer(customers[1], back).perform(by: house.id(.zhang), at: house.now, in: house.house)
    _ = try house.write(NoteEntry(outcome: .connected, text: "在谈", stage: 1), on: customers[2], by: .zhang)
    let report = try report(house, .funnel)
    XCTAssertEqual((1...3).map { stage($0, in: report)[.reached] }, [3, 0, 0])
    XCTAssertNil(stage(1, in: report).value(.stageDays))
  }

  // MARK: plans and silence (R11.8)

  func testWhatWasPlannedAndWhatWasDone() throws {
    let house = try TestHouse()
    let customers = try house.customers(6, in: .library(of: .zhang))
    for customer in customers { try house.plan(customer, "2026-11-27 10:00") }
    // Before its day it is only moved; in the morning of its day it is kept.
    _ = try house.note(customers[5], by: .zhang)
    try house.set("2026-11-27 08:00")
    _ = try house.note(customers[0], by: .zhang)
    try house.set("2026-11-27 23:59")
    _ = try house.note(customers[1], by: .zhang)
    try house.set("2026-11-28 00:00")
    _ = try house.note(customers[2], by: .zhang)
    try house.release(customers[3], by: .zhang)
    let counted = figures(try report(house, .plans, from: "2026-11-27"))
    XCTAssertEqual(
      [ReportFigure.planned, .kept, .late, .missed, .lapsed].map { counted[$0] }, [5, 2, 1, 2, 1])
    XCTAssertEqual(counted.value(.keptShare), 40)
    let day = try report(house, .plans, from: "2026-11-28", to: "2026-11-28")
    XCTAssertEqual([figures(day)[.planned], figures(day)[.lapsed]], [0, 1], "the plan is of the day before")
  }

  /// What is still ahead is neither kept nor missed.
  func testAPlanAheadIsNoPlanYet() throws {
    let house = try TestHouse()
    let customers = try house.customers(2, in: .library(of: .zhang))
    try house.plan(customers[0], "2026-11-26 16:00")
    try house.plan(customers[1], "2026-11-26 15:00")
    try house.set("2026-11-26 15:30")
    let counted = figures(try report(house, .plans))
    XCTAssertEqual([counted[.planned], counted[.missed]], [1, 1])
  }

  func testWhoIsSilent() throws {
    let house = try TestHouse()
    let customers = try house.customers(2, in: .library(of: .zhang))
    _ = try house.write(NoteEntry(outcome: .connected, text: "再看", intent: "B"), on: customers[0], by: .zhang)
    func silent(_ day: String) throws -> [Int] {
      try house.set(day + " 09:00")
      let report = try report(house, .dormant, from: day, to: day)
      let levels = ["B", "0"].map { key in report.lines.first { $0.subject.key == key }?.figures }
      return levels.flatMap { figures in ReportKind.dormant.figures.prefix(2).map { figures?[$0] ?? -1 } }
    }
    XCTAssertEqual(try silent("2026-12-09"), [0, 0, 0, 0])
    XCTAssertEqual(try silent("2026-12-10"), [1, 0, 1, 0])
    XCTAssertEqual(try silent("2026-12-25"), [1, 0, 1, 0])
    try house.store().connection.run("UPDATE customer SET flow_back_at = NULL, wake_at = NULL")
    XCTAssertEqual(try silent("2026-12-26"), [0, 1, 0, 1])
  }
}
