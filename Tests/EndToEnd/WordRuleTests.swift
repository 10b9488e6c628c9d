import Assets
import Foundation
import XCTest

/// Every text a user reads is there in both languages, with the same places, and of a width all terminals agree on.
final class WordRuleTests: XCTestCase {
  private struct Row {
    let table: String
    let key: String
    let chinese: String
    let english: String
  }

  private var rows: [Row] {
    Asset.names.filter { $0.hasPrefix("words/") }.flatMap { table in
      Table(table).rows.map { row in
        let texts = row.map(String.init) + ["", "", ""]
        return Row(table: table, key: texts[0], chinese: texts[1], english: texts[2])
      }
    }
  }

  func testEveryTextIsThereInBothLanguages() {
    for row in rows {
      // A few are meant to be empty: what is as it should be needs no word.
      XCTAssertEqual(row.chinese.isEmpty, row.english.isEmpty, "\(row.table) \(row.key)")
      XCTAssertNotNil(row.key.wholeMatch(of: /[a-z]\w*(\.\w+)*/), row.key)
    }
    for table in Asset.names where table.hasPrefix("words/") {
      for row in Table(table).rows { XCTAssertEqual(row.count, 3, "\(table) \(row)") }
    }
  }

  func testNoKeyIsThereTwice() {
    let keys = Dictionary(grouping: rows, by: \.key).filter { $0.value.count > 1 }
    XCTAssertEqual(keys.keys.sorted(), [])
  }

  /// English says the day where Chinese says the time, in these.
  private static let asIs: Set<String> = ["{time}", "{event}"]

  func testPlacesAreTheSameInBothLanguages() {
    for row in rows {
      XCTAssertEqual(
        places(row.chinese).subtracting(WordRuleTests.asIs),
        places(row.english).subtracting(WordRuleTests.asIs),
        row.key)
    }
  }

  private func places(_ text: String) -> Set<String> {
    Set(text.matches(of: /\{\w+\}/).map { String($0.output) })
  }

  /// Terminals disagree about how wide these are: punctuation, arrows, boxes, blocks, shapes, circled digits (UAX 11,
  /// East Asian Ambiguous).
  func testNoTextHasAGlyphOfAmbiguousWidth() {
    let ambiguous: [ClosedRange<UInt32>] = [
      0xA1...0xA1, 0xA4...0xA4, 0xA7...0xA8, 0xAA...0xAA, 0xAD...0xAE, 0xB0...0xB4, 0xB6...0xBA, 0xBC...0xBF,
      0xC6...0xC6, 0xD7...0xD8, 0xDE...0xE1, 0xF7...0xFA, 0x391...0x3C9, 0x401...0x451, 0x2010...0x2010,
      0x2013...0x2016, 0x2018...0x2019, 0x201C...0x201D, 0x2020...0x2022, 0x2024...0x2027, 0x2030...0x203E,
      0x2103...0x2116, 0x2121...0x2122, 0x2153...0x2182, 0x2190...0x2199, 0x21D2...0x21D4, 0x2200...0x22BF,
      0x2460...0x24FF, 0x2500...0x259F, 0x25A0...0x25EF, 0x2605...0x261F, 0x2640...0x266F, 0x2776...0x277F,
    ]
    for row in rows {
      for text in [row.chinese, row.english] {
        let glyphs = text.unicodeScalars.filter { scalar in ambiguous.contains { $0.contains(scalar.value) } }
        XCTAssertEqual(glyphs.map(String.init), [], "\(row.key): \(text)")
      }
    }
  }

  /// Keys as the sources write them out; those put together at run time are tried where they are used.
  func testEveryKeyInTheSourcesHasItsText() throws {
    let known = Set(rows.map(\.key))
    var count = 0
    for file in try SourceTree.files(under: "Sources") {
      for match in file.text.matches(of: /\bwords(?:\[|\(\s*)"([a-z0-9_.]+)"/) {
        count += 1
        XCTAssertTrue(known.contains(String(match.1)), "\(file.name): \(match.1)")
      }
    }
    XCTAssertGreaterThan(count, 80)
  }

  /// A place of a text that the caller fills in with nothing would show its braces.
  func testEveryPlaceOfATextIsFilledIn() throws {
    let texts = Dictionary(rows.map { ($0.key, $0) }) { first, _ in first }
    var count = 0
    for file in try SourceTree.files(under: "Sources") {
      for match in file.text.matches(of: /\bwords\(\s*"([a-z0-9_.]+)",\s*\[([^\]]*)\]/) {
        guard let row = texts[String(match.1)], !match.2.contains("[") else { continue }
        count += 1
        let given = Set(match.2.matches(of: /"(\w+)":/).map { "{\($0.1)}" })
        let wanted = places(row.chinese).union(places(row.english))
        XCTAssertEqual(wanted.subtracting(given), [], "\(file.name): \(row.key)")
        XCTAssertEqual(given.subtracting(wanted), [], "\(file.name): \(row.key) has no such place")
      }
    }
    XCTAssertGreaterThan(count, 60)
  }
}
