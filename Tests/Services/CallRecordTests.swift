import Assets
import Domain
import Foundation
import HouseFixtures
import Services
import TestSupport
import XCTest

/// The telephone system's records, and what of the notes they don't know (R8.7, R6.5).
final class CallRecordTests: XCTestCase {
  private var folder = URL(filePath: "/")

  override func setUpWithError() throws { folder = try Scratch.newFolder() }
  override func tearDown() { try? FileManager.default.removeItem(at: folder) }

  @discardableResult
  private func read(_ text: String, by who: TestHouse.Who = .director, in house: TestHouse) throws
    -> ImportCallRecords.Report
  {
    let file = folder.appendingPathComponent("calls.csv")
    try Data(text.utf8).write(to: file)
    return try ImportCallRecords(file.path, headings: CallRecordColumn.headings).perform(
      by: house.id(who), at: house.now, in: house.house)
  }

  private func unknown(_ house: TestHouse) throws -> [FoundSign] {
    let today = house.rules.calendar.day(of: house.now)
    return try SuspicionView.read(
      by: house.id(.director), during: today - 7...today, at: house.now, in: house.house
    ).found.map(\.found).filter { $0.sign == .unknownCall }
  }

  func testEachCallIsKeptOnce() throws {
    let house = try TestHouse()
    let rows = """
      通话时长,被叫号码,开始时间
      65,0512-60001001,2026-11-26 13:20:05
      00:01:05,138 0013 8000,2026/11/26 13:30
      0,051260001001,2026-11-26 13:40:00
      """
    let report = try read(rows, in: house)
    XCTAssertEqual([report.read, report.kept, report.known, report.refused], [3, 3, 0, 0])
    XCTAssertEqual(report.span, try house.time("2026-11-26 13:20") + 5...house.time("2026-11-26 13:40"))
    let again = try read(rows + "\n9,051260001001,2026-11-26 13:50:00", in: house)
    XCTAssertEqual([again.read, again.kept, again.known], [4, 1, 3])
  }

  func testRowsThatTellNoCallAreLeftOut() throws {
    let house = try TestHouse()
    let report = try read(
      """
      calldate;dst;billsec
      2026-11-26 13:20;051260001001;7
      2026-11-26 13:20;x;7
      2026-11-26 25:20;051260001001;7
      2026-11-26 13:21;051260001001;-7
      2026-11-26 13:21;051260001001;999999
      2026-11-26 14:01;051260001001;7
      2026-11-26 14:00;051260001001;7
      """, in: house)
    XCTAssertEqual([report.read, report.kept, report.refused], [7, 2, 5])
    XCTAssertEqual(report.refusedRows, [3, 4, 5, 6, 7])
  }

  func testAFileThatIsNone() throws {
    let house = try TestHouse()
    try assertRefused(.invalidField("call_seconds", .missing), leaves: house) {
      try read("number,time\n1,2", in: house)
    }
    XCTAssertThrowsError(try read("", in: house)) { XCTAssertEqual($0 as? ImportError, .empty) }
    try assertRefused(.notAllowed(.importCustomers), leaves: house) {
      try read("number,time,seconds\n1,2,3", by: .manager, in: house)
    }
  }

  // MARK: what they don't know

  private func called(_ house: TestHouse, _ outcome: Outcome = .connected, kind: NoteKind = .call) throws {
    let customer = try house.customer(in: .library(of: .zhang), phone: "0512-60001001")
    try house.write(NoteEntry(kind: kind, outcome: outcome, text: "要一份报价单"), on: customer, by: .zhang)
  }

  func testAConnectedCallThatThePhoneDoesNotKnow() throws {
    let house = try TestHouse()
    try called(house)
    XCTAssertEqual(try unknown(house).count, 0, "no records reach that day")
    try read("number,time,seconds\n051260009999,2026-11-26 10:00,60", in: house)
    XCTAssertEqual(try unknown(house).map(\.count), [1])
    try read("number,time,seconds\n051260001001,2026-11-26 13:55,0", in: house)
    XCTAssertEqual(try unknown(house).map(\.count), [1], "nobody answered")
    try read("number,time,seconds\n051260001001,2026-11-26 13:00,1", in: house)
    XCTAssertEqual(try unknown(house).count, 0)
  }

  func testACallBeforeThatHourIsAnother() throws {
    let house = try TestHouse()
    try called(house)
    try read("number,time,seconds\n051260001001,2026-11-26 12:59:59,60", in: house)
    XCTAssertEqual(try unknown(house).map(\.count), [1])
  }

  func testOtherNotesAreNone() throws {
    for (outcome, kind) in [(Outcome.noAnswer, NoteKind.call), (.connected, .message)] {
      let house = try TestHouse()
      try called(house, outcome, kind: kind)
      try read("number,time,seconds\n051260009999,2026-11-26 10:00,60", in: house)
      XCTAssertEqual(try unknown(house).count, 0)
    }
  }

  /// Records of a day say nothing of another.
  func testADayWithoutRecordsShowsNothing() throws {
    let house = try TestHouse()
    try read("number,time,seconds\n051260009999,2026-11-26 01:59:59,60", in: house)
    try called(house)
    XCTAssertEqual(try unknown(house).count, 0)
    try read("number,time,seconds\n051260009999,2026-11-26 02:00,60", in: house)
    XCTAssertEqual(try unknown(house).count, 1)
  }
}
