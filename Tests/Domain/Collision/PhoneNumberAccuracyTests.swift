import Assets
import XCTest

@testable import Domain

/// R5.3: how well numbers are read, on fields whose numbers are known.
final class PhoneNumberAccuracyTests: XCTestCase {
  func testFieldsWhoseNumbersAreKnown() throws {
    let rows = try Fixture.rows("phones.tsv")
    XCTAssertEqual(rows.count, 100)
    for row in rows {
      let area = row["context_area"].flatMap { $0.isEmpty ? nil : $0 }
      let numbers = PhoneNumber.all(in: row["raw"] ?? "", areaCode: area, with: .standard)
      let kind = numbers.count > 1 ? "multi" : numbers.first?.kind.rawValue
      XCTAssertEqual(kind, row["kind"], "\(row)")
      XCTAssertEqual(numbers.compactMap(\.e164).joined(separator: "|"), row["e164"], "\(row)")
      XCTAssertEqual(numbers.compactMap(\.extensionDigits).joined(separator: "|"), row["ext"], "\(row)")
    }
  }

  func testPairsThatCollideAndPairsThatDoNot() throws {
    let rows = try Fixture.rows("pairs.tsv").filter { $0["kind"] == "phone" }
    XCTAssertEqual(rows.count, 28)
    XCTAssertEqual(rows.filter { $0["expected"] == "collide" }.count, 17)
    for row in rows {
      let keys = [row["a"], row["b"]].map { field in
        Set(PhoneNumber.all(in: field ?? "", with: .standard).compactMap(\.collisionKey))
      }
      XCTAssertEqual(!keys[0].isDisjoint(with: keys[1]), row["expected"] == "collide", "\(row) \(keys)")
    }
  }
}
