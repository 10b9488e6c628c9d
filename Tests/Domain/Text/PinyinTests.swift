import Assets
import XCTest

@testable import Domain

final class PinyinTests: XCTestCase {
  private let pinyin = TextTables.pinyin

  /// R5.2
  func testInitialsKeepLettersAndDigits() {
    XCTAssertEqual(pinyin.initials(of: "蘇州日東精密電子有限公司"), "szrdjmdzyxgs")
    XCTAssertEqual(pinyin.initials(of: "ＴＣＬ 通讯（3M）"), "tcltx3m")
    XCTAssertEqual(pinyin.initials(of: "😀。"), "")
  }

  func testWordsReadOtherwise() {
    let cases = [
      "重庆": "cq", "长沙": "cs", "厦门": "xm", "银行": "yh", "合肥": "hf", "番禺": "py", "东莞": "dg",
      "会计": "kj", "乾元": "gy",
    ]
    for (word, initials) in cases { XCTAssertEqual(pinyin.initials(of: word), initials, word) }
  }

  func testAllReadingsComeCommonestFirst() {
    XCTAssertEqual(pinyin.allInitials(of: "重庆"), ["cq", "zq"])
    XCTAssertEqual(pinyin.allInitials(of: "日东"), ["rd"])
    XCTAssertEqual(pinyin.allInitials(of: "乾元"), ["gy", "qy"])
    let many = pinyin.allInitials(of: String(repeating: "重行长", count: 99))
    XCTAssertLessThanOrEqual(many.count, Pinyin.mostReadings)
  }

  func testAQueryMatchesAnywhereByAnyCommonReading() {
    let name = "重庆日东精密银行"
    for query in ["rdjm", "cqrd", "zqrd", "RD", "yh", "yx"] {
      XCTAssertTrue(pinyin.matches(query, in: name), query)
    }
    for query in ["rdm", "", "q r x", "cqrdjmyhx"] {
      XCTAssertFalse(pinyin.matches(query, in: name), query)
    }
  }

  func testTheInitialsOfRealNames() throws {
    let cases = try Fixture.rows("pinyin_cases.tsv")
    var failures: [String] = []
    for row in cases {
      for (text, initials) in [("name", "initials_name"), ("keyword", "initials_keyword")] {
        let found = pinyin.initials(of: row[text] ?? "")
        if found == row[initials] { continue }
        failures.append("\(row[text] ?? ""): \(found), not \(row[initials] ?? "")")
      }
    }
    print("initials: \(failures.count) of \(cases.count * 2) differ\n\(failures.joined(separator: "\n"))")
    XCTAssertLessThanOrEqual(failures.count, 0)
  }
}
