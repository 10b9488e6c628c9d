import Domain
import Histories
import TestSupport
import XCTest

/// Random histories of one opportunity: the program and the model, which was written from the rules alone, agree on
/// every due, every warning and every end (R4.4-R4.9, R4.12, R4.13, R4.15).
final class HistoryTests: XCTestCase {
  private static let histories = 10_000

  func testTheProgramAgreesWithTheModel() throws {
    let seed = ProcessInfo.processInfo.environment["TIDELINE_SEED"].flatMap(UInt64.init) ?? 20_260_101
    print("HistoryTests: \(HistoryTests.histories) histories from seed \(seed); TIDELINE_SEED takes another")
    let run = try Histories.throughDomain(HistoryTests.histories, seed: seed)
    XCTAssertNil(run.fault, run.fault ?? "")
    XCTAssertGreaterThan(run.ended, 2500, "enough of them came to an end")
    XCTAssertGreaterThan(run.putOff, 300, "enough of them by grace, on request or under new rules")
  }
}
