import DeskFixtures
import TerminalKit
import XCTest

@testable import Desk

/// A binding is a key, its name, its words, why not now, and what does it.
final class KeymapTests: XCTestCase {
  private struct State: Sendable {
    var isMine = true
  }

  private let keymap = Keymap<State>([
    Binding(["d", .control("d")], .dial, help: "help.dial", hint: "hint.dial", priority: 2) { state, _ in
      state.isMine = false
      return []
    },
    Binding(
      ["p"], .pick, help: "help.pick", hint: "hint.pick", priority: 1,
      disabled: { $0.isMine ? "reason.mine" : nil }
    ) { _, _ in [.unknownKey] },
    .named([.escape, "q"], .back, help: "help.leave"),
    .notHere(.why, ["="], help: "help.why", because: "reason.elsewhere"),
  ])

  func testFindingABinding() {
    XCTAssertEqual(keymap[.control("d")]?.command, .dial)
    XCTAssertEqual(keymap["p"]?.disabled(State()), "reason.mine")
    XCTAssertNil(keymap["p"]?.disabled(State(isMine: false)))
    XCTAssertEqual(keymap["="]?.disabled(State(isMine: false)), "reason.elsewhere")
    XCTAssertNil(keymap["x"])
    XCTAssertEqual(keymap[Command.pick]?.keys, ["p"])
    XCTAssertNil(keymap[Command.release])
  }

  func testABindingCarriesWhatItDoes() throws {
    let floor = try DeskFloor.example()
    let session = try Session(
      try floor.open().ground(of: floor.id(.zhang), at: floor.now), words: .init(.chinese))
    let context = DeskState(session, size: Size(rows: 24, columns: 80), hasListToday: false, at: floor.now)
      .context
    var state = State()
    XCTAssertEqual(keymap["d"]?.handler?(&state, context).count, 0)
    XCTAssertFalse(state.isMine)
    XCTAssertEqual(keymap["p"]?.handler?(&state, context).count, 1)
    XCTAssertNil(keymap[.escape]?.handler, "the desk does it")
  }

  func testHintsComeByPriorityAndSayWhatCannotBeDone() {
    let labels = keymap.hints(in: State()) { $0 == "hint.dial" ? "拨号" : "挑入" }.map(\.label)
    XCTAssertEqual(labels, ["(p挑入)", "d拨号"])
  }

  func testConflicts() {
    XCTAssertEqual(keymap.conflicts, [])
    let twice = Keymap(keymap.bindings + [.named(["d"], .back, help: "")])
    XCTAssertEqual(twice.conflicts, ["d"])
    XCTAssertEqual(twice["d"]?.command, .dial)
  }
}
