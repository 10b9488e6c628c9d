import Assets
import DeskFixtures
import Foundation
import TerminalKit
import XCTest

@testable import Desk

/// Every key of every pane, as the one table has it that help, hints and look-up read.
final class BindingTests: XCTestCase {
  private static let panes = CheatSheet.pages.map(\.pane)

  func testNoPaneIsForgotten() throws {
    let sources = URL(filePath: "\(#filePath)").deletingLastPathComponent().appending(
      path: "../../Sources/Desk")
    let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)?.allObjects ?? []
    var names: Set<String> = []
    for case let file as URL in files where file.pathExtension == "swift" {
      for match in try String(contentsOf: file, encoding: .utf8).matches(of: /Keymap<(\w+)>\(/) {
        names.insert(String(match.output.1))
      }
    }
    XCTAssertEqual(Set(BindingTests.panes.map { "\($0)" }), names)
  }

  func testNoKeyMeansTwoThingsInAPane() {
    for pane in BindingTests.panes { XCTAssertEqual(pane.conflicts, [], "\(pane)") }
  }

  func testEveryBindingIsExplainedInBothLanguages() {
    for language in Language.allCases {
      let words = Words(language)
      for pane in BindingTests.panes {
        for binding in pane.facts {
          for key in [binding.help, binding.hint, "do.\(binding.command)"].compactMap({ $0 }) {
            XCTAssert(words.has(key) && !words[key].isEmpty, "\(pane): \(key) in \(language)")
          }
        }
      }
    }
  }

  /// With an input method on one holds Ctrl.
  func testEveryActHasItsTwin() {
    for pane in BindingTests.panes {
      for binding in pane.facts {
        for letter in "defgnoprtuwy" where binding.keys.contains(Key(.character(letter))) {
          XCTAssert(binding.keys.contains(.control(letter)), "\(pane): \(letter)")
        }
        if binding.keys.contains("X") { XCTAssert(binding.keys.contains(.control("x")), "\(pane): X") }
      }
    }
  }

  /// Flow control, Enter, Tab, Backspace and Esc, and what terminals and multiplexers keep for themselves.
  func testWhatTerminalsNeedIsNeverBound() {
    let kept = "sqmjihabvz[ ".map { Key.control($0) }
    // In a note Ctrl-J is a new line.
    for pane in BindingTests.panes where pane != NotePane.self {
      for binding in pane.facts { XCTAssert(Set(kept).isDisjoint(with: binding.keys), "\(pane)") }
    }
  }

  /// M7: the same letter means the same everywhere.
  func testALetterMeansTheSameInEveryPane() {
    var meanings: [Key: Command] = [:]
    for binding in BindingTests.panes.flatMap({ $0.facts }) {
      for key in binding.keys where key.character != nil {
        XCTAssertEqual(meanings[key] ?? binding.command, binding.command, key.label)
        meanings[key] = binding.command
      }
    }
  }

  /// The screen's own words are whole at 80 columns, in both languages (principles 10, 13).
  func testNoWordOfTheFrameIsCut() throws {
    for language in Language.allCases {
      for pane in BindingTests.panes {
        let scenario = try PaneDoors.open(pane, in: language)
        for key in ["", "g", "Esc"] {
          if !key.isEmpty { scenario.press(key) }
          for row in [scenario.title, scenario.choices, scenario.message, scenario.hints] {
            XCTAssertFalse(row.contains("~"), "\(pane) in \(language): \(row)")
          }
        }
      }
    }
  }

  // MARK: nothing shown does nothing

  private func picture(_ scenario: Scenario) -> [String] {
    let others = [scenario.dialled.count, scenario.copied.count, scenario.edited.count, scenario.repaints]
    let caret = scenario.canvas.caret.map { "\($0.row) \($0.column)" } ?? ""
    return scenario.screen + others.map { "\($0)" } + ["\(scenario.hasQuit)", caret]
  }

  func testEveryKeyDoesSomethingOrSaysWhyNot() throws {
    for pane in BindingTests.panes {
      for key in pane.facts.compactMap(\.keys.first) {
        let scenario = try PaneDoors.open(pane)
        let before = picture(scenario)
        scenario.press(key)
        XCTAssertNotEqual(picture(scenario), before, "\(pane): \(key.label) does nothing")
        XCTAssertFalse(scenario.message.contains("没有用"), "\(pane): \(key.label) is not known")
      }
    }
  }

  /// What row 2 and the hint row offer is there.
  func testEveryDigitShownIsTaken() throws {
    for pane in [
      LibraryPane.self, SeaPane.self, SwapPane.self, CustomerPane.self, LostPane.self, TomorrowPane.self,
      EveningPane.self, ApprovalsPane.self,
    ] as [any Pane.Type] {
      let shown = try PaneDoors.open(pane).choices.matches(of: /(?:^| )\[?([1-9])/).map {
        String($0.output.1)
      }
      XCTAssertGreaterThan(shown.count, 2)
      for digit in shown {
        XCTAssertFalse(try PaneDoors.open(pane).press(digit).message.contains("没有用"), "\(pane): \(digit)")
      }
    }
  }
}

private struct BindingFacts {
  let keys: [Key]
  let command: Command
  let help: String
  let hint: String?
}

extension Pane {
  fileprivate static var facts: [BindingFacts] {
    keymap.bindings.map {
      BindingFacts(keys: $0.keys, command: $0.command, help: $0.help, hint: $0.hint)
    }
  }

  fileprivate static var conflicts: [Key] { keymap.conflicts }
}
