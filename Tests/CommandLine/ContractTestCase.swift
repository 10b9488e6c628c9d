import TestSupport
import XCTest

/// A base with some customers, and the keys that an answer must have, which are public and stable.
class ContractTestCase: XCTestCase {
  func base(_ rows: String...) throws -> CommandBase {
    let base = try CommandBase()
    try base.importRows(
      rows.isEmpty ? ["苏州日东精密电子有限公司,0512-60010001,苏州市工业园区潮声路8号", "昆山云杉模具厂,0512-60010002,昆山市"] : rows)
    return base
  }

  func assertHas(
    _ keys: Set<String>, _ object: JSON, file: StaticString = #filePath, line: UInt = #line
  ) {
    XCTAssertEqual(keys.subtracting(object.keys), [], "missing keys", file: file, line: line)
  }
}
