import TestSupport
import XCTest

extension ProcessHouse {
  /// The sum of what is said of each customer, as it stands in the base.
  func assertSound(file: StaticString = #filePath, line: UInt = #line) throws {
    let dump = try self.dump()
    XCTAssertEqual(try dump.integrity(), "ok", file: file, line: line)
    XCTAssertEqual(
      try dump.values(
        "SELECT customer FROM opportunity WHERE ended_at IS NULL GROUP BY 1 HAVING count(*) > 1"),
      [], "held twice", file: file, line: line)
    XCTAssertEqual(
      try dump.value(
        """
        SELECT count(*) FROM customer c LEFT JOIN opportunity o ON o.customer = c.id AND o.ended_at IS NULL
        WHERE c.owner IS NOT o.holder OR c.opportunity IS NOT o.id
          OR (c.owner IS NULL) <> (c.state IN ('unassigned', 'lost', 'void', 'inactive'))
        """), "0", "customer and opportunity say different things", file: file, line: line)
    XCTAssertEqual(
      try dump.value("SELECT value FROM counter WHERE name = 'sea'"),
      try dump.value("SELECT count(*) FROM customer WHERE state = 'unassigned'"), file: file, line: line)
  }
}
