import Assets
import XCTest

@testable import Domain

/// What two names, and two numbers, have in common (R5.1 to R5.3), and how receipts are called (R5.6).
final class CollisionKeyTests: XCTestCase {
  private func match(_ one: String, _ other: String) -> Match? {
    Match.of(CompanyName(parsing: one, with: .standard), CompanyName(parsing: other, with: .standard))
  }

  func testWhatTwoNamesHaveInCommon() {
    let name = "苏州日东精密电子有限公司"
    for (other, by, doubt) in [
      ("蘇州日東精密電子有限公司", .name, nil), (" 苏州日东（精密）电子有限公司", .name, nil),
      // Both cases of the handbook.
      ("苏州日东精密电子中心有限公司", .key, nil), ("昆山日东精密电子商行", .key, nil),
      ("苏州日东精密电子贸易有限公司", .key, .strippedKey),
    ] as [(String, MatchedBy, Doubt?)] {
      XCTAssertEqual(match(name, other)?.by, by, other)
      XCTAssertEqual(match(name, other)?.doubt, doubt, other)
    }
    XCTAssertNil(match(name, "苏州日东化工有限公司"))
  }

  /// No collision of the pairs is missed, and none is raised that is none: what counts is a name, a key or a number.
  func testPairsThatCollideAndPairsThatDoNot() throws {
    let pairs = try Fixture.rows("pairs.tsv")
    XCTAssertEqual(pairs.count, 100)
    for pair in pairs {
      let (one, other) = (pair["a"] ?? "", pair["b"] ?? "")
      let collides: Bool
      if pair["kind"] == "name" {
        collides = match(one, other)?.counts ?? false
      } else {
        let keys = [one, other].map { text in
          Set(PhoneNumber.all(in: text, with: .standard).compactMap(\.collisionKey))
        }
        collides = !keys[0].isDisjoint(with: keys[1])
      }
      XCTAssertEqual(collides, pair["expected"] == "collide", "\(pair)")
    }
  }

  /// R5.1: whose key is a bare trade or industry word is judged, unless it is the whole name of a place.
  func testABareWordIsNotCertain() {
    XCTAssertEqual(match("苏州精密机械有限公司", "无锡精密机械有限公司")?.doubt, .weakKey)
    XCTAssertEqual(match("日东", "日东")?.doubt, .weakKey)
    XCTAssertEqual(match("苏州精密机械有限公司", "苏州精密机械有限公司"), Match(by: .name, text: "苏州精密机械有限公司"))
    XCTAssertTrue(CompanyName(parsing: "贸易有限公司", with: .standard).saysNothing)
    XCTAssertFalse(CompanyName(parsing: "苏州精密机械有限公司", with: .standard).saysNothing)
  }

  func testWhatADigitKeyTells() {
    for (key, area, local, isService) in [
      ("+8651260010001", "0512", "60010001", false), ("+861060010001", "010", "60010001", false),
      ("+862160010001", "021", "60010001", false), ("?60010001", nil, "60010001", false),
      ("+8613800010001", nil, nil, false), ("+864006001234", nil, nil, true), ("95588", nil, nil, true),
      ("+8132020001", nil, nil, false),
    ] as [(String, String?, String?, Bool)] {
      XCTAssertEqual(NumberKey(key).area, area, key)
      XCTAssertEqual(NumberKey(key).localDigits, local, key)
      XCTAssertEqual(NumberKey(key).isService, isService, key)
    }
  }

  func testCodesOfReceiptsAreReadAsTheyAreWritten() throws {
    let day = try XCTUnwrap(Day(iso: "2026-11-26"))
    XCTAssertEqual(ReceiptCode(day: day, serial: 417).text, "C261126-0417")
    for serial in [1, 417, 9999, 10_000] {
      let code = ReceiptCode(day: day, serial: serial)
      XCTAssertEqual(ReceiptCode(code.text), code)
      XCTAssertEqual(ReceiptCode(code.text.lowercased()), code)
    }
    for text in [
      "", "C", "C261126", "C261126-", "C261126-0", "C261326-1", "K261126-0001", "C2611260-001", "C261126-一",
    ] {
      XCTAssertNil(ReceiptCode(text), text)
    }
  }
}
