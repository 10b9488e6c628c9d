import TestSupport
import XCTest

@testable import TerminalKit

final class InputParserPropertyTests: XCTestCase {
  func testHowBytesAreSplitDoesNotMatter() {
    for seed in 0..<1_000 {
      var random = Dice(seed: UInt64(seed))
      let bytes = self.bytes(with: &random)
      var whole = InputParser()
      var split = InputParser()
      let expected = whole.feed(bytes) + whole.timeout()
      var events: [InputEvent] = []
      for piece in pieces(of: bytes, with: &random) { events += split.feed(piece) }
      events += split.timeout()
      XCTAssertEqual(joined(events), joined(expected), "seed \(seed)")
    }
  }

  func testAnyBytesAreSurvivedAndEndInQuiet() {
    for seed in 0..<500 {
      var random = Dice(seed: UInt64(seed))
      var parser = InputParser()
      for _ in 0..<50 {
        _ = parser.feed((0..<20).map { _ in UInt8.random(in: 0...255, using: &random) })
        if Bool.random(using: &random) { _ = parser.timeout() }
      }
      _ = parser.timeout()
      XCTAssertNil(parser.patience, "seed \(seed)")
      XCTAssertEqual(parser.feed("j".utf8), [.key("j")], "seed \(seed)")
    }
  }

  private func bytes(with random: inout Dice) -> [UInt8] {
    let fragments = [
      "a", "中文", "𠮷", "\u{1B}", "\u{1B}[", "\u{1B}[A", "\u{1B}O", "A", "\u{1B}[1;5", "C", "~", "\u{1B}[200~",
      "\u{1B}[201~", "\u{1B}]0;x", "\u{7}", "\u{1B}\\", "\u{1B}[M", "é", "[", "201~", "\r", "\u{1B}[<1;2;3M",
    ]
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 1...12, using: &random) {
      if Int.random(in: 0...5, using: &random) == 0 {
        bytes.append(UInt8.random(in: 0...255, using: &random))
      } else {
        bytes += Array((fragments.randomElement(using: &random) ?? "").utf8)
      }
    }
    return bytes
  }

  private func pieces(of bytes: [UInt8], with random: inout Dice) -> [ArraySlice<UInt8>] {
    var pieces: [ArraySlice<UInt8>] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = Int.random(in: 1...4, using: &random)
      pieces.append(rest.prefix(count))
      rest = rest.dropFirst(count)
    }
    return pieces
  }

  /// Bursts of text side by side are one: where they are parted depends on the reads.
  private func joined(_ events: [InputEvent]) -> [InputEvent] {
    events.reduce(into: []) { result, event in
      if case .text(let more) = event, case .text(let text) = result.last {
        result[result.count - 1] = .text(text + more)
      } else {
        result.append(event)
      }
    }
  }
}
