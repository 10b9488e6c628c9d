import Domain
import Storage
import TestSupport
import XCTest

final class InterrupterTests: XCTestCase {
  private let counting = """
    WITH RECURSIVE counted (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < 10000000)
    SELECT n FROM counted
    """

  func testARunningQueryIsCalledOffAndTheNextRuns() throws {
    let connection = try TestHouse().store().connection
    let interrupter = Interrupter()
    var read = 0
    XCTAssertThrowsError(
      try connection.interruptible(by: interrupter) {
        try connection.query(counting) { _ in
          read += 1
          interrupter.interrupt()
        }
      }
    ) { XCTAssertEqual($0 as? DatabaseFailure, .interrupted) }
    XCTAssertLessThan(read, 10_000)
    XCTAssertEqual(try connection.query("\(counting) LIMIT 20000") { $0.int(0) }.count, 20_000)
  }

  func testWhatIsCalledOffBeforeItBeginsNeverBegins() throws {
    let connection = try TestHouse().store().connection
    let interrupter = Interrupter()
    interrupter.interrupt()
    XCTAssertThrowsError(
      try connection.interruptible(by: interrupter) { XCTFail("it began") }
    ) { XCTAssertEqual($0 as? DatabaseFailure, .interrupted) }
  }
}
