import Foundation
import XCTest

@testable import Assets

/// The small parser reads what the general decoder reads, or leaves it alone.
final class JSONTextTests: XCTestCase {
  private func quick(_ text: String) -> JSONValue? {
    Array(text.utf8).withUnsafeBufferPointer(JSONText.value(of:))
  }

  private func general(_ text: String) throws -> JSONValue {
    let decoder = JSONDecoder()
    decoder.allowsJSON5 = true
    return try decoder.decode(JSONValue.self, from: Data(text.utf8))
  }

  func testShippedPoliciesAreReadAsTheDecoderReadsThem() throws {
    for name in ShippedPolicies.names {
      let text = Asset.text("policies/\(name).json")
      XCTAssertEqual(try XCTUnwrap(quick(text), name), try general(text), name)
    }
  }

  func testWhatIsReadIsReadTheSame() throws {
    for text in [
      "{}", " [ ] ", "[1, 20, 0,]", "{\"a\": {\"b\": [true, false, null]}, // c\n \"乙\": \"中文\",}",
      "// head\n{\"x\": 1}\n// foot",
    ] {
      XCTAssertEqual(try XCTUnwrap(quick(text), text), try general(text), text)
    }
  }

  func testTheRestIsLeftAlone() {
    let deep = String(repeating: "[", count: 100) + String(repeating: "]", count: 100)
    for text in [
      "", "{", "[1 2]", "{\"a\" 1}", "{\"a\": 1, \"a\": 2}", "{a: 1}", "['a']", "[\"\\u4e2d\"]", "[\"a\nb\"]",
      "[1.5]", "[-1]", "[01]", "[0x10]", "[1e3]", "[12345678901]", "[tru]", "[1] x", "[,]", "{,}",
      "/* c */ []", deep,
    ] {
      XCTAssertNil(quick(text), text)
    }
    XCTAssertNil(
      [UInt8](["[".utf8.first ?? 0, 0x22, 0xFF, 0x22, 0x5D]).withUnsafeBufferPointer(JSONText.value(of:)))
  }

  /// A text changed anywhere is never read as something else than the decoder reads.
  func testChangedTextIsNeverReadDifferently() throws {
    let text =
      "// 头\n{\"name\": \"渠道\", \"list\": [1, 20, {\"on\": true, \"off\": false,}, null,], // c\n\"end\": \"x\"}\n"
    let bytes = Array(text.utf8)
    var read = 0
    for place in bytes.indices {
      for byte in Set(bytes).union("'.-+e\\\t".utf8) {
        var changed = bytes
        changed[place] = byte
        guard let value = changed.withUnsafeBufferPointer(JSONText.value(of:)) else { continue }
        XCTAssertEqual(value, try general(String(decoding: changed, as: UTF8.self)))
        read += 1
      }
    }
    XCTAssertGreaterThan(read, 500)
  }
}
