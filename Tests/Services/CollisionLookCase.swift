import Domain
import Storage
import TestSupport
import XCTest

@testable import Services

/// A look of the collision check, and what it is to find.
class CollisionLookCase: XCTestCase {
  let known = "苏州日东精密电子有限公司"

  func look(
    _ house: TestHouse, _ name: String = "", phones: [String] = [], area: String? = nil,
    by who: TestHouse.Who = .zhang
  ) throws -> CollisionLook {
    try CollisionLook.read(
      CollisionQuery(name: name, phones: phones, area: area), by: house.id(who), at: house.now,
      in: house.house)
  }

  /// One hit, as `customer verdict reason ways`.
  func assertHits(
    _ look: CollisionLook, _ expected: [(CustomerID, Verdict, String, [MatchedBy])],
    file: StaticString = #filePath, line: UInt = #line
  ) {
    let found = look.hits.map {
      "\($0.customer?.code ?? "-") \($0.verdict) \($0.reason.code) \($0.matchedBy.map(\.rawValue))"
    }
    let wanted = expected.map { "\($0.0.code) \($0.1) \($0.2) \($0.3.map(\.rawValue))" }
    XCTAssertEqual(found, wanted, file: file, line: line)
  }
}
