import Domain
import Storage
import XCTest

/// Where a page of the sea ended, as the command line passes it on.
final class CursorTests: XCTestCase {
  func testACursorIsReadAsItIsWritten() {
    let cursor = SeaCursor(releasedAt: Instant(seconds: 1_795_674_720), id: CustomerID(17))
    XCTAssertEqual(cursor.text, "1795674720-17")
    XCTAssertEqual(SeaCursor(cursor.text), cursor)
    let early = SeaCursor(releasedAt: Instant(seconds: -5), id: CustomerID(17))
    XCTAssertEqual(SeaCursor(early.text), early)
  }

  func testWhatIsNoCursor() {
    for text in ["", "-", "1", "1-", "-1", "a-1", "1-b", "1-2-3", "1-2-x", "99999999999999999999-1", "１-2"] {
      XCTAssertNil(SeaCursor(text), text)
    }
  }
}
