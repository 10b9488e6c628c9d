import XCTest

@testable import TerminalKit

final class InputParserTests: XCTestCase {
  func testKeys() {
    let cases: [(String, Key)] = [
      ("a", "a"), (" ", .space), ("\r", .enter), ("\n", .control("j")), ("\t", .tab), ("\u{7F}", .backspace),
      ("\u{8}", .backspace), ("\u{1}", .control("a")), ("\u{1A}", .control("z")), ("\u{0}", .control(" ")),
      ("\u{1B}[A", .up), ("\u{1B}OA", .up), ("\u{1B}[B", .down), ("\u{1B}OC", .right), ("\u{1B}[H", .home),
      ("\u{1B}[1~", .home), ("\u{1B}[7~", .home), ("\u{1B}OF", .end), ("\u{1B}[4~", .end),
      ("\u{1B}[5~", .pageUp),
      ("\u{1B}[6~", .pageDown), ("\u{1B}[2~", .insert), ("\u{1B}[3~", .delete), ("\u{1B}[Z", .backTab),
      ("\u{1B}[1;2A", .shift(.up)), ("\u{1B}[1;5C", Key(.right, control: true)),
      ("\u{1B}[1;3D", Key(.left, alt: true)), ("\u{1B}[3;5~", Key(.delete, control: true)),
      ("\u{1B}\u{1B}[A", Key(.up, alt: true)), ("\u{1B}b", .alt("b")),
      ("\u{1B}\u{7F}", Key(.backspace, alt: true)),
      ("\u{1B}OP", Key(.function(1))), ("\u{1B}[11~", Key(.function(1))), ("\u{1B}[[C", Key(.function(3))),
      ("\u{1B}[15~", Key(.function(5))), ("\u{1B}[24~", Key(.function(12))), ("\u{1B}OM", .enter),
      ("\u{1B}Oj", "*"),
      ("\u{1B}[27;5;105~", .control("i")), ("\u{1B}[97;5u", .control("a")), ("\u{1B}[9;2u", .backTab),
      ("\u{1B}[13;2u", .enter),
    ]
    for (bytes, key) in cases { XCTAssertEqual(parse(bytes), [.key(key)], bytes.debugDescription) }
  }

  func testWhatIsNotAKeyIsSwallowedWhole() {
    let cases = [
      "\u{1B}[<0;10;10M", "\u{1B}[<0;10;10m", "\u{1B}[M !!", "\u{1B}[I", "\u{1B}[O", "\u{1B}[?62;22c",
      "\u{1B}[99~",
      "\u{1B}]11;rgb:0000/0000/0000\u{7}", "\u{1B}]0;title\u{1B}\\", "\u{1B}P>|XTerm(354)\u{1B}\\",
      "\u{1B}[?1$y",
      "\u{1B}[" + String(repeating: "1;", count: 500) + "m", "\u{1B}[201~",
    ]
    for bytes in cases { XCTAssertEqual(parse(bytes + "x"), [.key("x")], bytes.debugDescription) }
  }

  /// Principle 6: the answer looks like F3 with a modifier, which says row 1.
  func testAReportIsToldFromAKeyWhileItIsAwaited() {
    let f3 = InputEvent.key(Key(.function(3)))
    let shifted = InputEvent.key(.shift(.function(3)))
    let cases: [(bytes: String, events: [InputEvent], column: Int?)] = [
      ("\u{1B}[2;7R", [], 6), ("j\u{1B}[2;7Rk", [.key("j"), .key("k")], 6),
      ("\u{1B}[2;13R\u{1B}[2;7R", [], 12), ("\u{1B}[3;13R\u{1B}[2;7R", [], 6),
      ("\u{1B}[1;2R", [shifted], nil), ("\u{1B}[1;2R\u{1B}[2;7R\u{1B}[1;2R", [shifted, shifted], 6),
      ("\u{1B}[R", [f3], nil), ("\u{1B}OR", [f3], nil), ("\u{1B}[13~", [f3], nil),
      ("\u{1B}[2R", [], nil), ("\u{1B}[;7R", [], nil), ("\u{1B}[2;7;9R", [], nil),
      ("\u{1B}[2;R", [], -1), ("\u{1B}[?2;7R", [], nil),
      ("\u{1B}\u{1B}[2;7R", [.key(.escape)], 6), ("\u{1B}[99999999;7R", [], nil),
    ]
    for (bytes, events, column) in cases {
      for cut in 0...bytes.utf8.count {
        var parser = InputParser()
        parser.awaitedReportRow = 1
        let found = parser.feed(bytes.utf8.prefix(cut)) + parser.feed(bytes.utf8.dropFirst(cut))
        XCTAssertEqual(found, events, "\(bytes.debugDescription) cut at \(cut)")
        XCTAssertEqual(parser.takeReportedColumn(), column, "\(bytes.debugDescription) cut at \(cut)")
        XCTAssertNil(parser.takeReportedColumn())
      }
    }
  }

  func testWhatNobodyAskedForIsNoReport() {
    for (bytes, events) in [
      ("\u{1B}[2;7R", []), ("\u{1B}[1;2R", [InputEvent.key(.shift(.function(3)))]),
      ("\u{1B}[R", [.key(Key(.function(3)))]),
    ] {
      var parser = InputParser()
      XCTAssertEqual(parser.feed(bytes.utf8), events, bytes.debugDescription)
      XCTAssertNil(parser.takeReportedColumn(), bytes.debugDescription)
    }
  }

  /// The rest of an answer that a slow line has split would be digits, which take views.
  func testAnAnswerThatIsSplitIsAwaitedLonger() {
    var parser = InputParser()
    parser.awaitedReportRow = 1
    _ = parser.feed("\u{1B}[".utf8)
    XCTAssertEqual(parser.patience, .sequence)
    _ = parser.feed("2;".utf8)
    XCTAssertEqual(parser.patience, .report)
    XCTAssertGreaterThan(
      EscapeDelay().milliseconds(for: .report), EscapeDelay().milliseconds(for: .sequence))
    XCTAssertEqual(parser.feed("7R".utf8), [])
    XCTAssertNil(parser.patience)
  }

  func testTextOfAnInputMethodIsOneEdit() {
    XCTAssertEqual(parse("宏远机械"), [.text("宏远机械")])
    XCTAssertEqual(parse("a宏远b"), [.key("a"), .text("宏远"), .key("b")])
  }

  func testMalformedBytesAreLeftOut() {
    let cases: [([UInt8], [InputEvent])] = [
      ([0xFF, 0x61], [.key("a")]), ([0xE4, 0xB8, 0x61], [.key("a")]), ([0xC0, 0x80], []),
      ([0xED, 0xA0, 0x80], []),
      ([0xF5, 0x80], []), ([0x80], []), ([0xC2, 0x9B, 0x41], [.key("A")]),
      ([0xE4, 0xE4, 0xB8, 0xAD], [.text("中")]),
    ]
    for (bytes, events) in cases {
      var parser = InputParser()
      XCTAssertEqual(parser.feed(bytes), events, "\(bytes)")
    }
  }

  func testACharacterSplitOverReads() {
    var parser = InputParser()
    XCTAssertEqual(parser.feed([0xE4, 0xB8]), [])
    XCTAssertNil(parser.patience)
    XCTAssertEqual(parser.feed([0xAD]), [.text("中")])
  }

  func testALoneEscapeIsAKeyOnlyAfterATime() {
    var parser = InputParser()
    XCTAssertEqual(parser.feed([0x1B]), [])
    XCTAssertEqual(parser.patience, .escape)
    XCTAssertEqual(parser.timeout(), [.key(.escape)])
    XCTAssertNil(parser.patience)
  }

  func testEscapeBeforeTextIsAKey() {
    XCTAssertEqual(parse("\u{1B}中"), [.key(.escape), .text("中")])
  }

  func testBeginningsLeftAlone() {
    let cases: [(String, [InputEvent])] = [
      ("\u{1B}[", [.key(.alt("["))]), ("\u{1B}O", [.key(.alt("O"))]), ("\u{1B}]", [.key(.alt("]"))]),
      ("\u{1B}\u{1B}", [.key(.escape), .key(.escape)]), ("\u{1B}[1;", []), ("\u{1B}]11;x", []),
    ]
    for (bytes, events) in cases { XCTAssertEqual(parse(bytes), events, bytes.debugDescription) }
  }

  private func parse(_ text: String) -> [InputEvent] {
    var parser = InputParser()
    return parser.feed(text.utf8) + parser.timeout()
  }
}
