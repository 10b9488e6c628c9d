import TestSupport
import XCTest

/// `phrases` and `script` (R6.7).
final class TeamTextCommandTests: XCTestCase {
  func testATeamKeepsItsPhrases() throws {
    let base = try CommandBase()
    let before = try base.list("phrases", "--as", "zhang")
    XCTAssertEqual(before.map { $0["digit"]?.integer }, Array(1...9))
    XCTAssertEqual(before.map { $0["department"] }, Array(repeating: .null, count: 9))
    XCTAssertEqual(
      try base.json("phrases", "set", "3", "要 样品", "--as", "lin"), ["digit": 3, "text": "要 样品"])
    let third = try XCTUnwrap(base.list("phrases", "--as", "zhang").dropFirst(2).first)
    XCTAssertEqual(third, ["digit": 3, "text": "要 样品", "department": "一部"])
    XCTAssertNotEqual(try base.list("phrases", "--as", "li")[2]["text"], "要 样品")
    XCTAssertEqual(try base.list("audit").first?["act"], "team_texts")
    _ = try base.json("phrases", "drop", "3", "--as", "lin")
    XCTAssertEqual(try base.list("phrases", "--as", "zhang"), before)
    try base.assertRefused("not_allowed", ["phrases", "set", "3", "x", "--as", "zhang"])
    try base.assertRefused("invalid_field", ["phrases", "set", "0", "x", "--as", "lin"])
    try base.assertRefused("usage", status: 2, ["phrases", "set", "three", "x", "--as", "lin"])
  }

  func testATeamKeepsItsScripts() throws {
    let base = try CommandBase()
    XCTAssertEqual(try base.list("script", "--as", "zhang").map { $0["stage"]?.integer }, Array(1...7))
    _ = try base.json("script", "set", "1", "问: 出口占几成?\n约: 给两个时间", "--as", "lin")
    XCTAssertEqual(
      base.lines("script", "--as", "zhang", in: "zh-Hans").prefix(3),
      ["1 电话联系", "  问: 出口占几成?", "  约: 给两个时间"])
    try base.assertRefused("invalid_field", ["script", "set", "9", "x", "--as", "lin"])
  }
}
