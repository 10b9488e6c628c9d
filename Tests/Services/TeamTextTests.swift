import Assets
import Domain
import Services
import TestSupport
import XCTest

/// Phrases and scripts of a team (R6.7).
final class TeamTextTests: XCTestCase {
  private func keep(
    _ kind: TeamTexts.Kind, _ number: Int, _ text: String?, by who: TestHouse.Who = .manager,
    of department: String? = nil, in house: TestHouse
  ) throws {
    try KeepTeamText(TeamTexts.Key(kind, number), text, of: department)
      .perform(by: house.id(who), at: house.now, in: house.house)
  }

  private func entry(_ kind: TeamTexts.Kind, _ number: Int, of who: TestHouse.Who, in house: TestHouse) throws
    -> TeamTexts.Entry?
  {
    try Reading.teamTexts(of: house.id(who), in: house.house).over(.shipped(.chinese))[kind, number]
  }

  func testTheNearestDepartmentHas() throws {
    let house = try TestHouse()
    let shipped = try XCTUnwrap(try entry(.phrase, 3, of: .zhang, in: house))
    XCTAssertNil(shipped.department)
    try keep(.phrase, 3, "总部的话", by: .director, in: house)
    XCTAssertEqual(try entry(.phrase, 3, of: .zhang, in: house)?.text, "总部的话")
    XCTAssertEqual(try entry(.phrase, 3, of: .li, in: house)?.text, "总部的话")
    try keep(.phrase, 3, "一部的话", in: house)
    XCTAssertEqual(try entry(.phrase, 3, of: .zhang, in: house), TeamTexts.Entry("一部的话", of: "一部"))
    XCTAssertEqual(try entry(.phrase, 3, of: .li, in: house)?.text, "总部的话", "another team keeps its own")
    XCTAssertNotEqual(try entry(.script, 3, of: .zhang, in: house)?.text, "一部的话", "a phrase is no script")
    try keep(.phrase, 3, nil, in: house)
    XCTAssertEqual(try entry(.phrase, 3, of: .zhang, in: house)?.text, "总部的话")
    try keep(.phrase, 3, nil, by: .director, in: house)
    XCTAssertEqual(try entry(.phrase, 3, of: .zhang, in: house), shipped)
  }

  func testADirectorMayNameADepartmentUnderHis() throws {
    let house = try TestHouse()
    try keep(.script, 1, "问: 出口占几成?\r\n约: 给两个时间", by: .director, of: "二部", in: house)
    XCTAssertEqual(try entry(.script, 1, of: .li, in: house)?.text, "问: 出口占几成?\n约: 给两个时间")
    assertRefused(.notAllowed(.teamTexts)) { try keep(.script, 1, "x", of: "二部", in: house) }
    assertRefused(.invalidField("department", .unknown)) {
      try keep(.script, 1, "x", by: .director, of: "九部", in: house)
    }
  }

  func testWhatIsNoTextIsRefused() throws {
    let house = try TestHouse()
    for (kind, number, text, field, problem) in [
      (.phrase, 0, "x", "digit", .outOfRange), (.phrase, 10, "x", "digit", .outOfRange),
      (.script, 0, "x", "stage", .outOfRange), (.script, 8, "x", "stage", .outOfRange),
      (.phrase, 1, " \u{3000}", "text", .missing), (.phrase, 1, "a\nb", "text", .controlCharacters),
      (.script, 1, "\u{1B}[2J", "text", .controlCharacters),
      (.phrase, 1, String(repeating: "长", count: 101), "text", .tooLong),
      (.script, 1, String(repeating: "长", count: 1_400), "text", .tooLong),
    ] as [(TeamTexts.Kind, Int, String, String, Refusal.Problem)] {
      assertRefused(.invalidField(field, problem)) { try keep(kind, number, text, in: house) }
    }
  }

  /// Nine phrases, and a script a stage, in both languages; each line of them fits where it is shown whole.
  func testWhatShipsIsWhole() throws {
    let stages = try Policy.channel().stages.count
    for language in Language.allCases {
      let texts = TeamTexts.shipped(language)
      XCTAssertEqual(texts.all(.phrase).map(\.number), Array(TeamTexts.digits))
      XCTAssertEqual(texts.all(.script).map(\.number), Array(1...stages))
      for (_, entry) in texts.all(.phrase) { XCTAssertLessThanOrEqual(entry.text.count, 40, entry.text) }
      for (stage, entry) in texts.all(.script) {
        XCTAssert((6...7).contains(entry.text.split(separator: "\n").count), "\(language) \(stage)")
      }
    }
  }
}
