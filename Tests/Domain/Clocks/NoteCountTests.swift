import Domain
import TestSupport
import XCTest

/// Which notes renew which clocks (R4.9).
final class NoteCountTests: XCTestCase {
  func testAnyOutcomeButWrongAndDeadNumberCounts() throws {
    let rules = try Policy.channel().notes
    for outcome in Outcome.allCases {
      let entry = NoteEntry(outcome: outcome, text: "x")
      let counts = ![.wrongNumber, .deadNumber].contains(outcome)
      XCTAssertEqual(rules.renewals(by: entry, triesInRow: 0), counts ? .note : [], outcome.rawValue)
    }
  }

  func testAnyKindIsANote() throws {
    let rules = try Policy.channel().notes
    for kind in NoteKind.allCases {
      XCTAssertEqual(rules.renewals(by: NoteEntry(kind: kind, outcome: .connected), triesInRow: 0), .note)
    }
  }

  func testAVisitNeedsPlacePersonAndResult() throws {
    let cases: [(place: String, met: String, text: String, Renewals)] = [
      ("厂里", "钱先生", "谈价", [.note, .visit]), ("", "钱先生", "谈价", .note), ("厂里", "", "谈价", .note),
      ("厂里", "钱先生", "", .note),
    ]
    for (place, met, text, renewals) in cases {
      var life = try Life(entered: "2026-11-26 09:30")
      XCTAssertEqual(
        try life.visit("2026-11-27 10:00", place: place, met: met, text: text), renewals,
        "\(place)\(met)\(text)")
    }
    let call = NoteEntry(kind: .call, outcome: .connected, text: "谈价", place: "厂里", met: "钱先生")
    XCTAssertEqual(try Policy.channel().notes.renewals(by: call, triesInRow: 0), .note)
  }

  /// A blank is no place, no person and no result.
  func testBlanksAreNothing() throws {
    var life = try Life(entered: "2026-11-26 09:30")
    XCTAssertEqual(try life.visit("2026-11-27 10:00", place: " ", met: "\u{3000}", text: " \n"), .note)
  }

  func testMoreThanThreeTriesInARowRenewNothing() throws {
    var life = try Life(entered: "2026-11-01 09:30")
    let renewals = try (1...6).map { try life.note("2026-11-0\($0) 10:00", $0 % 2 == 0 ? .busy : .noAnswer) }
    XCTAssertEqual(renewals, [.note, .note, .note, [], [], []])
    XCTAssertEqual(try life.due, "2026-12-03 24:00")
  }

  func testAContactEndsTheRow() throws {
    var life = try Life(entered: "2026-11-01 09:30")
    for day in 1...5 { try life.note("2026-11-0\(day) 10:00", .noAnswer) }
    XCTAssertEqual(try life.note("2026-11-06 10:00", .refused), .note)
    XCTAssertEqual(try life.note("2026-11-07 10:00", .noAnswer), .note)
    XCTAssertEqual(try life.due, "2026-12-07 24:00")
  }

  func testAWrongNumberNeitherRenewsNorEndsTheRow() throws {
    var life = try Life(entered: "2026-11-01 09:30")
    for day in 1...3 { try life.note("2026-11-0\(day) 10:00", .noAnswer) }
    XCTAssertEqual(try life.note("2026-11-04 10:00", .wrongNumber), [])
    XCTAssertEqual(try life.note("2026-11-05 10:00", .noAnswer), [])
  }

  func testHowManyTriesRenewIsThePolicys() throws {
    let policy = try Policy.channel(["renewing_tries": 0])
    var life = try Life(policy, entered: "2026-11-01 09:30")
    XCTAssertEqual(try life.note("2026-11-02 10:00", .noAnswer), [])
    XCTAssertEqual(try life.note("2026-11-03 10:00", .connected), .note)
  }
}
