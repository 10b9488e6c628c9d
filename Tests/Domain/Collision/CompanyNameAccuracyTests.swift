import Assets
import XCTest

@testable import Domain

/// R5.1: how well names are taken apart, on names taken apart by hand.
final class CompanyNameAccuracyTests: XCTestCase {
  func testNamesTakenApartByHand() throws {
    let rows = try Fixture.rows("names.tsv") + Fixture.rows("handbook_cases.tsv")
    XCTAssertEqual(rows.count, 152)
    assertFailures(atMost: 0, of: "keyword", \.key, in: rows)
    assertFailures(atMost: 0, of: "division", \.division, in: rows)
    assertFailures(atMost: 0, of: "form", \.form, in: rows)
    assertFailures(atMost: 0, of: "branch", \.branch, in: rows)
    assertFailures(atMost: 2, of: "trade", \.tradeName, in: rows)
    assertFailures(atMost: 2, of: "industry", \.industry, in: rows)
  }

  private func assertFailures(
    atMost limit: Int, of column: String, _ part: KeyPath<CompanyName, String>, in rows: [[String: String]]
  ) {
    let failures = rows.compactMap { row -> String? in
      let found = CompanyName(parsing: row["name"] ?? "", with: .standard)[keyPath: part]
      let expected = row[column] ?? ""
      return found == expected ? nil : "\(row["name"] ?? ""): \(found), not \(expected)"
    }
    print("\(column): \(failures.count) of \(rows.count) wrong \(failures)")
    XCTAssertLessThanOrEqual(failures.count, limit, "\(column) \(failures)")
  }

  func testPairsThatCollideAndPairsThatDoNot() throws {
    let rows = try Fixture.rows("pairs.tsv").filter { $0["kind"] == "name" }
    XCTAssertEqual(rows.count, 72)
    XCTAssertEqual(rows.filter { $0["expected"] == "collide" }.count, 40)
    for row in rows {
      let keys = [row["a"], row["b"]].map { CompanyName(parsing: $0 ?? "", with: .standard).key }
      XCTAssertEqual(keys[0] == keys[1], row["expected"] == "collide", "\(row) \(keys)")
    }
  }
}
