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
        }
      }
    }
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
