import TestSupport
import XCTest

@testable import TerminalKit

final class EditBufferTests: XCTestCase {
  func testReadlineKeys() {
    let cases: [(Key, String)] = [
      (.control("w"), "采购 |abc"), (.control("u"), "|abc"), (.control("k"), "采购 钱先生|"),
      (.control("a"), "|采购 钱先生abc"), (.control("e"), "采购 钱先生abc|"), (.control("b"), "采购 钱先|生abc"),
      (.control("f"), "采购 钱先生a|bc"), (.control("d"), "采购 钱先生|bc"), (.backspace, "采购 钱先|abc"),
      (.delete, "采购 钱先生|bc"), (.alt("b"), "采购 |钱先生abc"), (.alt("f"), "采购 钱先生abc|"),
      (.home, "|采购 钱先生abc"), (.end, "采购 钱先生abc|"), ("x", "采购 钱先生x|abc"),
    ]
    for (key, result) in cases {
      var buffer = EditBuffer("采购 钱先生abc")
      buffer.moveCaret(to: 6)
      XCTAssertTrue(buffer.handle(.key(key)))
      XCTAssertEqual(picture(of: buffer), result, key.label)
    }
  }

  func testKeysOfFormsAreNotTaken() {
    var buffer = EditBuffer("x")
    for key in [Key.enter, .escape, .tab, .backTab, .control("j"), .control("s"), .up, Key(.function(1))] {
      XCTAssertFalse(buffer.handle(.key(key)), key.label)
    }
    XCTAssertEqual(buffer.text, "x")
  }

  func testAPasteIsOneLineWhereThereAreNoLines() {
    var buffer = EditBuffer()
    buffer.handle(.paste("第一行\n第\t二\u{1B}行"))
    XCTAssertEqual(buffer.text, "第一行 第 二行")
    var area = TextArea.buffer()
    area.handle(.paste("a\nb"))
    XCTAssertEqual(area.text, "a\nb")
  }

  func testTheLimitHolds() {
    var buffer = EditBuffer("", limit: 5)
    buffer.insert(String(repeating: "中", count: 1_000_000))
    XCTAssertEqual(buffer.text, "中中中中中")
    buffer.insert("x")
    XCTAssertEqual(buffer.characters.count, 5)
  }

  /// Nothing is cut out of the middle of a text: what does not fit stays out whole, and is counted.
  func testATextTakesAllOrNothing() {
    var area = TextArea.buffer("中文", limit: 12)
    area.insert("中文字")
    XCTAssertEqual(area.text, "中文")
    XCTAssertEqual(area.loss.characters, 3)
    area.insert("中文")
    XCTAssertEqual(area.text, "中文中文")
    XCTAssertEqual(area.room, 0)
    area.insert(String(repeating: "x", count: 1_000_000))
    XCTAssertEqual(area.text, "中文中文")
    XCTAssertEqual(area.loss.characters, 1_000_003)
    var line = EditBuffer("", limit: 5)
    line.insert("中文中文中文")
    XCTAssertEqual(line.text, "中文中文中")
    XCTAssertEqual(line.loss.characters, 1)
  }

  /// What was there before is not cut, however long it is.
  func testATextThatIsTooLongStaysWhole() {
    var area = TextArea.buffer(String(repeating: "中", count: 10), limit: 12)
    XCTAssertEqual(area.characters.count, 10)
    area.insert("x")
    XCTAssertEqual(area.characters.count, 10)
    area.handle(.key(.backspace))
    XCTAssertEqual(area.characters.count, 9)
  }

  func testUnseenMarksAreLeftOutAndCounted() {
    var buffer = EditBuffer()
    buffer.insert("\u{202E}报价\u{200B}\u{FEFF}单")
    XCTAssertEqual(buffer.text, "报价单")
    XCTAssertEqual(buffer.loss.marks, 3)
    buffer.insert("👨\u{200D}👩")
    XCTAssertEqual(buffer.loss.marks, 3, "a picture of two is no unseen mark")
  }

  func testAMarkJoinsItsLetter() {
    var buffer = EditBuffer("e")
    buffer.insert("\u{301}")
    XCTAssertEqual(buffer.characters, ["e\u{301}"])
    XCTAssertEqual(buffer.caret, 1)
  }

  func testRandomEditsAgreeWithAPlainModel() {
    for seed in 0..<300 {
      var random = Dice(seed: UInt64(seed))
      var buffer = TextArea.buffer()
      var model = Model()
      for _ in 0..<60 {
        let step = Int.random(in: 0...6, using: &random)
        let letter: Character = ["a", "中", " ", "1"].randomElement(using: &random) ?? "a"
        XCTAssertTrue(buffer.handle(.key(Model.keys(letter)[step])))
        model.perform(step, letter)
        XCTAssertEqual(buffer.text, String(model.before + model.after.reversed()), "seed \(seed)")
        XCTAssertEqual(buffer.caret, model.before.count, "seed \(seed)")
      }
    }
  }

  /// Two stacks of characters, one on either side of the caret; the right one upside down.
  private struct Model {
    var before: [Character] = []
    var after: [Character] = []

    static func keys(_ letter: Character) -> [Key] {
      [Key(.character(letter)), .backspace, .delete, .left, .right, .home, .control("u")]
    }

    mutating func perform(_ step: Int, _ letter: Character) {
      switch step {
      case 0: before.append(letter)
      case 1: _ = before.popLast()
      case 2: _ = after.popLast()
      case 3: if let last = before.popLast() { after.append(last) }
      case 4: if let next = after.popLast() { before.append(next) }
      case 5:
        after += before.reversed()
        before = []
      default: before = []
      }
    }
  }

  private func picture(of buffer: EditBuffer) -> String {
    String(buffer.characters[..<buffer.caret]) + "|" + String(buffer.characters[buffer.caret...])
  }
}
