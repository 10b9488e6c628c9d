import XCTest

@testable import Domain

/// Figures that are reckoned from others (R8.5): a mean of sums, never a sum of means.
final class ReportFigureTests: XCTestCase {
  func testAMeanIsReckonedFromTheSums() {
    var one = ReportFigures()
    (one[.firstNoteSeconds], one[.firstNotes]) = (3_600, 1)
    var other = ReportFigures()
    (other[.firstNoteSeconds], other[.firstNotes]) = (9 * 3_600, 3)
    XCTAssertEqual([one, other].map { $0.value(.firstNote) }, [10, 30])
    one += other
    XCTAssertEqual(one.value(.firstNote), 25, "2.5 hours, not 2")
  }

  func testAShareOfNothingIsNone() {
    var figures = ReportFigures()
    XCTAssertNil(figures.value(.share))
    figures[.reached] = 3
    XCTAssertEqual(figures.value(.share), 0)
    figures[.wentOn] = 2
    XCTAssertEqual(figures.value(.share), 67)
  }

  func testEveryReportKnowsItsLines() {
    for kind in ReportKind.allCases {
      XCTAssertFalse(kind.groupings.isEmpty)
      XCTAssertEqual(kind.grouping(nil), kind.groupings[0])
      XCTAssertTrue(kind.groupings.allSatisfy { kind.grouping($0) == $0 }, kind.rawValue)
      XCTAssertTrue(kind.columns.contains(where: \.hasRows), kind.rawValue)
    }
    XCTAssertEqual(ReportKind.targets.grouping(.day), .person, "a month is asked for whole")
  }

  /// R11.8: no day of silence is counted twice, and none is left out.
  func testSilencesFollowOneAnother() {
    let days = ReportFigure.silences.map(\.days)
    for (one, next) in zip(days, days.dropFirst()) { XCTAssertEqual(one.upperBound + 1, next.lowerBound) }
  }
}
