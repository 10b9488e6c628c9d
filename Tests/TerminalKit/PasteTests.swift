import XCTest

@testable import TerminalKit

final class PasteTests: XCTestCase {
  private let opening = "\u{1B}[200~"
  private let closing = "\u{1B}[201~"

  func testAPasteIsTextWhateverItHolds() {
    let cases: [(String, String)] = [
      ("第一行\nq第二行", "第一行\nq第二行"), ("a\rb\r\nc", "a\nb\nc"), ("x\u{1B}[Ay", "x\u{1B}[Ay"), ("", ""),
      ("\u{1B}[200~", "\u{1B}[200~"), ("\u{3}\u{1A}", "\u{3}\u{1A}"),
      ("\u{1B}[20\u{1B}[201", "\u{1B}[20\u{1B}[201"),
    ]
    for (content, text) in cases {
      var parser = InputParser()
      XCTAssertEqual(parser.feed((opening + content + closing + "j").utf8), [.paste(text), .key("j")])
    }
  }

  func testAHugePasteIsBounded() throws {
    var parser = InputParser()
    let bytes = Array((opening + String(repeating: "x", count: 3 << 20) + closing + "j").utf8)
    let events = parser.feed(bytes)
    XCTAssertEqual(events.last, .key("j"))
    guard case .paste(let text) = try XCTUnwrap(events.first) else { return XCTFail("no paste") }
    XCTAssertEqual(text.utf8.count, PasteBuffer.bound)
  }

  func testAPasteWithoutEndIsDeliveredAfterATime() {
    var parser = InputParser()
    XCTAssertEqual(parser.feed((opening + "abc").utf8), [])
    XCTAssertEqual(parser.patience, .paste)
    XCTAssertEqual(parser.timeout(), [.paste("abc")])
    XCTAssertEqual(parser.feed("j".utf8), [.key("j")])
  }
}
