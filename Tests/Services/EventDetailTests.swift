import Foundation
import XCTest

@testable import Services

/// What an event says is kept as JSON that anybody can read again (R2.5).
final class EventDetailTests: XCTestCase {
  private func object(_ detail: EventDetail) throws -> [String: [String: Any]] {
    let read = try JSONSerialization.jsonObject(with: Data(detail.json.utf8))
    return try XCTUnwrap(read as? [String: [String: Any]])
  }

  func testNothingIsAnEmptyObject() {
    XCTAssertEqual(EventDetail().json, "{}")
    var same = EventDetail()
    same.change("state", from: "pending", to: "pending")
    XCTAssertEqual(same.json, "{}")
  }

  func testFactsAndChangesInTheOrderOfTheirNames() {
    var detail = EventDetail(["text": "报价", "other": "K000001", "remark": nil])
    detail.change("state", from: "pending", to: "signed")
    detail.change("holder", from: nil, to: "何小满")
    XCTAssertEqual(
      detail.json,
      #"{"changes":{"holder":{"after":"何小满"},"state":{"after":"signed","before":"pending"}},"#
        + #""facts":{"other":"K000001","text":"报价"}}"#)
  }

  /// Whatever was typed comes back as it was.
  func testEveryTextComesBack() throws {
    for text in ["a\"b\\c/d", "一\n二\t三\r", "\u{1}\u{8}\u{C}\u{1F}\u{7F}", "👩‍💻", ""] {
      var detail = EventDetail(["text": text])
      detail.change("contact \(text)", from: text, to: nil)
      let object = try object(detail)
      XCTAssertEqual(object["facts"]?["text"] as? String, text)
      let change = object["changes"]?["contact \(text)"] as? [String: String]
      XCTAssertEqual(change, ["before": text])
    }
  }
}
