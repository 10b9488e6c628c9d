import Assets
import XCTest

/// Texts are looked up in the bytes of Resources/words, where they stand.
final class WordsTests: XCTestCase {
  func testEachKeyHasItsTextInBothLanguages() {
    for (language, column) in [(Language.chinese, 1), (.english, 2)] {
      let words = Words(language)
      for name in Asset.names where name.hasPrefix("words/") {
        for row in Table(name).rows {
          XCTAssertEqual(words[String(row[0])], String(row[column]), "\(name) \(row[0])")
          XCTAssertFalse(row[column].contains("{{"), "\(name) \(row[0])")
        }
      }
    }
  }

  func testOneIsOfThatNumber() {
    func filled(_ count: String) -> String {
      Words.filling("{count} {count:day|days} of {other|x}") { $0 == "count" ? count : nil }
    }
    XCTAssertEqual(
      ["1", "2", "0", "11"].map(filled),
      ["1 day", "2 days", "0 days", "11 days"].map { $0 + " of {other|x}" })
    XCTAssertEqual(Words(.english)("length.desk_days", ["count": "1"]), "1 desk day")
  }

  func testWhatIsNoKeyIsShownAsItIs() {
    let words = Words(.english)
    // The heading of a table, a part of a key, a key with something behind it, none at all.
    for key in ["key", "help", "hint.hel", "hint.helpx", "hint.help\t", "# The frame.", ""] {
      XCTAssertFalse(words.has(key), key)
      XCTAssertEqual(words[key], key)
    }
    XCTAssertTrue(words.has("hint.help"))
  }
}
