import Assets
import Domain
import XCTest

/// Whatever stands in a report has its words, in both languages (R8.5).
final class ReportWordingTests: XCTestCase {
  func testEverythingHasItsWords() {
    let ends =
      ReleaseReason.allCases.map(\.rawValue) + LostReason.allCases.map { EndReason.lost($0).code }
      + [EndReason.flowedBack(clocks: []), .merged, .transferred, .handedOver, .voided, .deactivated].map(
        \.code)
      + ["pair_signed"]
    let shown = Set(ReportKind.allCases.flatMap(\.figures)).map(\.rawValue)
    let keys =
      ends.map { "reports.end.\($0)" } + shown.flatMap { ["reports.figure.\($0)", "reports.means.\($0)"] }
      + ReportKind.allCases.map { "reports.kind.\($0.rawValue)" }
      + ReportGrouping.allCases.map { "reports.by.\($0.rawValue)" }
      + [FloorState.notBegun, .idle(since: Instant(seconds: 0)), .onThePhone(since: Instant(seconds: 0))]
      .map { "wallboard.state.\($0.code)" }
    for language in Language.allCases {
      let words = Words(language)
      for key in keys { XCTAssertTrue(words.has(key), "\(key) in \(language)") }
    }
  }
}
