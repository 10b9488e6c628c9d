import XCTest

@testable import TerminalKit

final class KeysTests: XCTestCase {
  func testLabels() {
    let labels: [(Key, String)] = [
      ("d", "d"), (.control("x"), "^X"), (.alt("b"), "Alt-b"), (.enter, "Enter"), (.space, "Space"),
      (.backTab, "Shift-Tab"), (.shift(.up), "Shift-Up"), (Key(.function(5)), "F5"), (.pageDown, "PgDn"),
    ]
    for (key, label) in labels { XCTAssertEqual(key.label, label) }
    XCTAssertEqual(Hint(key: "p", text: "挑入", isDisabled: true).label, "(p挑入)")
    XCTAssertEqual(Hint(key: "d", text: "拨号").label, "d拨号")
  }

  func testKeysTypedThroughAnInputMethod() {
    let folded: [(String, [CommandInput])] = [
      ("ｊ", [.key("j")]), ("ｊｊ", [.key("j"), .key("j")]), ("？", [.key("?")]), ("：", [.key(":")]),
      ("１", [.key("1")]), ("、", [.key("/")]), ("。", [.key(".")]), ("【】", [.key("["), .key("]")]),
      ("\u{3000}", [.key(.space)]), ("Ｘ", [.key("X")]), ("打", [.han]), ("打１", [.han]),
    ]
    for (text, commands) in folded { XCTAssertEqual(CommandInput.commands(in: .text(text)), commands, text) }
    XCTAssertEqual(CommandInput.commands(in: .paste("q")), [.paste])
    XCTAssertEqual(CommandInput.commands(in: .key(.control("c"))), [.key(.control("c"))])
  }

  func testEscapeDelay() {
    let delays: [(String?, Int)] = [(nil, 50), ("", 50), ("x", 50), ("100", 100), ("1", 25), ("9999", 500)]
    for (text, delay) in delays { XCTAssertEqual(EscapeDelay(environment: text).milliseconds, delay) }
  }
}
