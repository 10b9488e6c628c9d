import Domain
import HouseFixtures
import XCTest

/// The rule says no, and says exactly this.
package func assertRefused(
  _ expected: Refusal, file: StaticString = #filePath, line: UInt = #line, _ act: () throws -> Void
) {
  XCTAssertEqual(refusal(of: act, file, line), expected, file: file, line: line)
}

/// The rule says no, with this code of the contract.
package func assertRefused(
  code: String, file: StaticString = #filePath, line: UInt = #line, _ act: () throws -> Void
) {
  XCTAssertEqual(refusal(of: act, file, line)?.code, code, file: file, line: line)
}

/// The rule says no, and nothing in the base is another than before.
package func assertRefused(
  _ expected: Refusal, leaves house: TestHouse, file: StaticString = #filePath, line: UInt = #line,
  _ act: () throws -> Void
) throws {
  let before = try BaseDump(house.path).all()
  assertRefused(expected, file: file, line: line, act)
  let after = try BaseDump(house.path).all()
  XCTAssertEqual(
    after.difference(from: before).map(\.text), [], "something was changed", file: file, line: line)
}

/// The check found somebody, and nothing but its receipt is in the base that was not before.
@discardableResult
package func assertCollides(
  leaves house: TestHouse, file: StaticString = #filePath, line: UInt = #line, _ act: () throws -> Void
) throws -> Receipt {
  struct NoReceipt: Error {}
  let receipts: Set = ["receipt", "receipt_hit"]
  let before = try BaseDump(house.path).all(except: receipts)
  let refusal = refusal(of: act, file, line)
  let after = try BaseDump(house.path).all(except: receipts)
  XCTAssertEqual(
    after.difference(from: before).map(\.text), [], "something was changed", file: file, line: line)
  guard case .collision(let receipt) = refusal else { throw NoReceipt() }
  return receipt
}

/// The base can't be used, and says exactly this.
package func assertFails(
  _ expected: DatabaseFailure, file: StaticString = #filePath, line: UInt = #line, _ act: () throws -> Void
) {
  XCTAssertThrowsError(try act(), file: file, line: line) { error in
    XCTAssertEqual(error as? DatabaseFailure, expected, "\(error)", file: file, line: line)
  }
}

extension CollectionDifference<String>.Change {
  fileprivate var text: String {
    switch self {
    case .insert(_, let row, _): "+ \(row)"
    case .remove(_, let row, _): "- \(row)"
    }
  }
}

private func refusal(of act: () throws -> Void, _ file: StaticString, _ line: UInt) -> Refusal? {
  do {
    try act()
    XCTFail("not refused", file: file, line: line)
  } catch let refusal as Refusal {
    return refusal
  } catch {
    XCTFail("failed instead of being refused: \(error)", file: file, line: line)
  }
  return nil
}
