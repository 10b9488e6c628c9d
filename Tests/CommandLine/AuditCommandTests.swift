import Assets
import Domain
import TestSupport
import XCTest

/// The audit trail, told as a colleague would (R2.5).
final class AuditCommandTests: XCTestCase {
  /// Acts that look only, or whose record is not in the trail.
  private static let silent: Set<Act> = [.see, .check, .draft, .audit, .applyFor, .stateSubmission]

  /// For who reads no values too, as an administrator.
  func testEveryActHasItsWords() {
    for act in Act.allCases where !AuditCommandTests.silent.contains(act) {
      XCTAssertTrue(Words(.chinese).has("audit.\(act.rawValue)"), act.rawValue)
    }
  }

  /// The newest event as it is read: who, what, on whom, from where, and what changed.
  private func newest(_ house: CommandHouse, in language: String) -> [String] {
    house.text("audit --limit 1", as: "gu", in: language).split(separator: "\n").first?
      .split(separator: "\t", omittingEmptySubsequences: false).map(String.init) ?? []
  }

  func testAnUndoIsCalledOne() throws {
    let house = try CommandHouse()
    try house.run("person add pure --name 纯 --department House --role admin")
    let customers = try (1...3).map { try house.entered($0, by: "zhang") }
    for code in customers.dropFirst() { try house.run("release \(code) --reason other", as: "zhang") }
    house.now = "2026-12-28T10:00:00+08:00"
    let note = "note \(customers[0]) --kind call --outcome connected --text x"
    for (act, done, undone) in [
      (
        "release \(customers[0]) --reason no_need", ["开出", "released it"], ["撤销了开出", "took the release back"]
      ),
      (note, ["写了小计", "wrote a note"], ["撤销了小计", "took the note back"]),
      ("pick \(customers[1])", ["挑入", "picked it"], ["撤销了挑入", "took the pick back"]),
      ("swap \(customers[0]) \(customers[2])", ["换入", "swapped it in"], ["撤销了换入", "took the swap back"]),
    ] {
      let who = act.hasPrefix("pick") ? "wang" : "zhang"
      let admin = {
        house.text("audit --limit 1", as: "pure").split(separator: "\t").dropFirst(2).first.map(String.init)
      }
      try house.run(act, as: who)
      for (language, text) in zip(["zh-Hans", "en"], done) {
        XCTAssertEqual(newest(house, in: language).dropFirst(2).first, text, act)
      }
      XCTAssertEqual(admin(), done[1], act)
      try house.run("undo", as: who)
      for (language, text) in zip(["zh-Hans", "en"], undone) {
        XCTAssertEqual(newest(house, in: language).dropFirst(2).first, text, act)
      }
      XCTAssertEqual(admin(), undone[1], "\(act): one who reads no values")
    }
  }

  func testAnEventSaysWhoWhatAndFromWhere() throws {
    let house = try CommandHouse()
    let code = try house.entered(1, by: "zhang")
    try house.run("change \(code) --name 苏州观澜包装有限公司", as: "zhang")
    XCTAssertEqual(
      Array(newest(house, in: "zh-Hans").dropFirst()),
      ["何小满", "改了资料", code, "命令", "名称 苏州潮音1号机械有限公司 > 苏州观澜包装有限公司"])
    XCTAssertEqual(Array(newest(house, in: "en").dropFirst())[1...3], ["changed it", code, "command"])
    try house.run("release \(code) --reason competitor", as: "zhang")
    let released = newest(house, in: "zh-Hans")
    XCTAssertEqual(released[2], "开出")
    XCTAssertTrue(released[5].contains("选了竞品"), released[5])
    XCTAssertTrue(released[5].contains("何小满"), "whose it was: \(released[5])")
  }

  func testAnAnswerSaysWhatItWas() throws {
    let house = try CommandHouse()
    for (number, who, answer, said) in [
      (1, "zhang", "--grant", "批准了申请"), (2, "wang", "--refuse", "驳回了申请"),
    ] {
      let code = try house.entered(number, by: who)
      let id = try house.run("extension ask \(code) --days 3 --reason 等样品", as: who)["id"]?.integer ?? 0
      XCTAssertEqual(newest(house, in: "zh-Hans")[2], "申请延期")
      try house.run("extension answer \(id) \(answer)", as: "lin")
      XCTAssertEqual(newest(house, in: "zh-Hans")[2], said)
    }
  }

  /// Whatever people do in a house, no key of the words, no name of a column and no JSON shows.
  func testNothingRawIsShown() throws {
    let base = try CommandBase(sandbox: false)
    base.set(CommandBase.start)
    XCTAssertEqual(base.run("demo").errors, "screens")
    for (language, login) in [("zh-Hans", "linbailu"), ("zh-Hans", "admin"), ("en", "linbailu")] {
      let answer = base.run("audit", "--limit", "100000", "--as", login, "--lang", language)
      let lines = answer.output.split(separator: "\n")
      XCTAssertGreaterThan(lines.count, 500)
      var raw: Set<String> = []
      for line in lines {
        let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
        XCTAssertEqual(cells.count, 6, "\(line)")
        for text in [cells[2], cells[5]] {
          raw.formUnion(
            text.matches(of: /\b(audit|act|fact|field|origin|role|fuse)\.[a-z_.]+|[a-z]+_[a-z_]+|[{}"]/).map {
              String($0.output.0)
            })
        }
        if language != "en" { XCTAssertNil(cells[2].firstMatch(of: /[a-z]/), "\(line)") }
      }
      XCTAssertEqual(raw, [], language)
    }
  }

  /// Scripts read what they always did.
  func testTheJSONIsAsStored() throws {
    let house = try CommandHouse()
    let code = try house.entered(1, by: "zhang")
    try house.run("release \(code) --reason other", as: "zhang")
    try house.run("undo", as: "zhang")
    let event = try house.run("audit --limit 1", as: "gu")
    XCTAssertEqual(event.keys, ["id", "at", "login", "name", "origin", "act", "customer", "detail"])
    XCTAssertEqual(event["act"], "release")
    XCTAssertEqual(event["detail"]?["facts"]?["undone"], "true")
  }
}
