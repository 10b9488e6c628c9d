import Domain
import TestSupport
import XCTest

@testable import Services

/// What the tests of reports begin with.
class ReportTestCase: XCTestCase {
  func report(
    _ house: TestHouse, _ kind: ReportKind = .calls, from first: String? = nil, to last: String? = nil,
    for reader: TestHouse.Who = .director, department: String? = nil
  ) throws -> Report {
    let today = house.calendar.day(of: house.now)
    let span = try XCTUnwrap(
      ReportSpan(from: try first.map(house.day) ?? today, to: try last.map(house.day) ?? today))
    return try Report.read(
      kind, by: nil, during: span, department: department, for: house.id(reader), at: house.now,
      in: house.house)
  }

  func figures(_ report: Report, of login: String = "zhang") -> ReportFigures {
    report.lines.first { $0.subject.key == login }?.figures ?? ReportFigures()
  }
}
