import Assets
import DeskFixtures
import Domain
import Foundation
import Storage
import TerminalKit
import XCTest

final class WordsTests: XCTestCase {
  /// Every literal in the screens that looks like the key of a text is one, in both languages.
  func testEveryKeyHasATextInBothLanguages() throws {
    let all = Language.allCases.map { Words($0) }
    for key in try keys() {
      for words in all { XCTAssert(words.has(key), "\(key) is missing in \(words.language)") }
    }
  }

  /// The one read last would speak for the other.
  func testNoKeyIsGivenTwice() {
    var seen: Set<Substring> = ["key"]
    for name in Asset.names where name.hasPrefix("words/") {
      for row in Table(name).rows where row.first != "key" {
        XCTAssert(seen.insert(row[0]).inserted, "\(row[0]) in \(name)")
      }
    }
  }

  /// Keys that are put together from the words of the business.
  func testEveryCaseOfTheBusinessHasAText() {
    let keys =
      Outcome.allCases.map { "outcome.short.\($0.rawValue)" }
      + WatchedEvent.allCases.map { "why.watch.\($0.rawValue)" }
      + AlertKind.allCases.map { "alerts.\($0.rawValue)" }
    for words in Language.allCases.map({ Words($0) }) {
      for key in keys { XCTAssert(words.has(key), "\(key) is missing in \(words.language)") }
    }
  }

  /// M20: terminals disagree about how wide these are.
  func testNoTextHasAGlyphOfAmbiguousWidth() {
    let ambiguous = Set("·…—“”‘’×÷←→↑↓●○▲△■□※①②③─│┌┐°±".unicodeScalars)
    for row in rows {
      for text in row {
        XCTAssert(ambiguous.isDisjoint(with: text.unicodeScalars), "\(row[0])")
      }
    }
  }

  func testPlacesAreTheSameInBothLanguages() {
    for row in rows where row.count == 3 && !row[1].isEmpty {
      XCTAssertEqual(places(row[1]), places(row[2]), "\(row[0])")
    }
  }

  private var rows: [[Substring]] {
    ["desk", "evening", "form", "help", "requests", "sea", "tomorrow"].flatMap {
      Table("words/\($0).tsv").rows
    }
  }

  /// English keeps a day's name where Chinese needs its clock.
  private func places(_ text: Substring) -> Set<Substring> {
    Set(text.matches(of: /\{\w+\}/).map(\.output)).subtracting(["{time}", "{event}"])
  }

  private func keys() throws -> Set<String> {
    let sources = URL(filePath: "\(#filePath)").deletingLastPathComponent().appending(
      path: "../../Sources/Desk")
    let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)?.allObjects ?? []
    var keys: Set<String> = []
    for case let file as URL in files where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      for match in text.matches(of: /"([a-z_]+(?:\.[a-z_]+)+)"/) { keys.insert(String(match.output.1)) }
    }
    XCTAssertGreaterThan(keys.count, 100)
    return keys
  }
}
