import XCTest

@testable import TerminalKit

final class KeysTests: XCTestCase {
  private struct State: Sendable {
    var isMine = true
  }

  private enum Act: Equatable {
    case dial, pick, leave
  }

  private let keymap = Keymap<Act, State>([
    Binding(["d", .control("d")], .dial, help: "help.dial", hint: "hint.dial", priority: 2),
    Binding(
      ["p"], .pick, help: "help.pick", hint: "hint.pick", priority: 1,
      disabled: { $0.isMine ? "reason.mine" : nil }),
    Binding([.escape, "q"], .leave, help: "help.leave"),
  ])

  func testFindingAnAction() {
    guard case .action(.dial) = keymap.find(.control("d"), in: State()) else { return XCTFail("no dial") }
    guard case .disabled(_, "reason.mine") = keymap.find("p", in: State()) else {
      return XCTFail("no reason")
    }
    guard case .action(.pick) = keymap.find("p", in: State(isMine: false)) else { return XCTFail("no pick") }
    guard case .nothing = keymap.find("x", in: State()) else { return XCTFail("x does something") }
  }

  func testHintsComeByPriorityAndSayWhatCannotBeDone() {
    let labels = keymap.hints(in: State()) { $0 == "hint.dial" ? "拨号" : "挑入" }.map(\.label)
    XCTAssertEqual(labels, ["(p挑入)", "d拨号"])
  }

  func testConflicts() {
    XCTAssertEqual(keymap.conflicts, [])
    let twice = keymap.merging(Keymap([Binding(["d"], .leave, help: "")]))
    XCTAssertEqual(twice.conflicts, ["d"])
    XCTAssertEqual(twice.binding(for: "d")?.action, .dial)
  }

  func testLabels() {
    let labels: [(Key, String)] = [
      ("d", "d"), (.control("x"), "^X"), (.alt("b"), "Alt-b"), (.enter, "Enter"), (.space, "Space"),
      (.backTab, "Shift-Tab"), (.shift(.up), "Shift-Up"), (Key(.function(5)), "F5"), (.pageDown, "PgDn"),
    ]
    for (key, label) in labels { XCTAssertEqual(key.label, label) }
    XCTAssertEqual(keymap.bindings[0].label, "d ^D")
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
