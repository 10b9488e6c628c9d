import Foundation
import TestSupport
import XCTest

/// Where a command takes one customer it takes several: each passes its own gate (R3.2, R12.1).
final class EachCustomerTests: XCTestCase {
  private func base() throws -> CommandBase {
    let base = try CommandBase()
    try base.importRows((1...4).map { "苏州第\($0)精密电子有限公司,0512-6001000\($0),苏州市工业园区潮声路\($0)号" })
    try base.json("pick", "K000004", "--as", "li")
    return base
  }

  private func codes(_ list: JSON?) -> [String?] { list?.items.map { $0["code"]?.text } ?? [] }

  func testWhatWasDoneAndWhatRefused() throws {
    let base = try base()
    let picked = base.run("pick", "K000001,4,k2,nobody,1", "--as", "zhang", "--json")
    XCTAssertEqual([picked.status, Int32(picked.errors.count)], [1, 0])
    let answer = try picked.object
    XCTAssertEqual(codes(answer["done"]), ["K000001", "K000002"])
    XCTAssertEqual(codes(answer["refused"]), ["K000004", "nobody"])
    XCTAssertEqual(answer["refused"]?.items.map { $0["reason"]?.text }, ["held", "unknown_customer"])
    XCTAssertEqual(answer["refused"]?.items.contains { $0["message"]?.text?.isEmpty ?? true }, false)
    let said = base.run("pick", "K000003,4", "--as", "zhang")
    XCTAssertEqual(said.output.split(separator: "\n").count, 2, said.output)
    XCTAssert(said.output.contains("K000004: "), said.output)
  }

  /// Every command on a customer that is no form of it, and each answers alike.
  func testEveryCommandTakesSeveral() throws {
    let base = try base()
    XCTAssertEqual(base.run("person", "add", "wang", "--name", "王五", "--department", "一部").status, 0)
    for words in [
      ["pick", "1,2"], ["tag", "add", "1,2", "展会"], ["tag", "drop", "1,2", "展会"], ["stage", "1,2", "3"],
      ["plan", "1,2", "明天"], ["tomorrow", "add", "1,2"], ["tomorrow", "drop", "1,2"], ["invalid", "1,2"],
      ["revive", "1,2"], ["release", "1,2", "--reason", "no_need"], ["pick", "1,2"],
      ["transfer", "1,2", "--to", "wang", "--as", "lin"],
    ] {
      let answer = base.run((words.contains("--as") ? words : words + ["--as", "zhang"]) + ["--json"])
      XCTAssertEqual(answer.status, 0, "\(words): \(answer)")
      XCTAssertEqual(codes(try answer.object["done"]), ["K000001", "K000002"], "\(words)")
      XCTAssertEqual(try answer.object["refused"]?.items.count, 0, "\(words)")
      if words[0] == "plan" {
        XCTAssertEqual(
          try answer.object["done"]?.items.map { $0["next_contact_at"]?.text },
          ["2026-11-27T09:00:00+08:00", "2026-11-27T13:30:00+08:00"], "a day is spread (R6.2)")
      }
    }
  }

  /// R5.10: by tag in one's library and in the sea; a part of its name is enough.
  func testListsAreNarrowedByTags() throws {
    let base = try base()
    try base.json("pick", "1,2,3", "--as", "zhang")
    try base.json("tag", "add", "1,2", "展会", "--as", "zhang")
    try base.json("tag", "add", "2", "出口", "--as", "zhang")
    func mine(_ words: String...) throws -> [String?] {
      let answer = base.run(["mine", "--as", "zhang", "--json"] + words)
      return try answer.objects.map { $0["code"]?.text }.sorted { ($0 ?? "") < ($1 ?? "") }
    }
    XCTAssertEqual(try mine("--tag", "展"), ["K000001", "K000002"])
    XCTAssertEqual(try mine("--tag", "展会", "--tag", "出口"), ["K000002"])
    XCTAssertEqual(try mine("--tag", "没有"), [])
    try base.json("release", "2", "--reason", "no_need", "--as", "zhang")
    XCTAssertEqual(try base.list("sea", "--tag", "展会", "--as", "li").map { $0["code"]?.text }, ["K000002"])
    try base.assertRefused("invalid_field", status: 1, ["sea", "--tag", "没有", "--as", "li"])
  }

  /// A single one answers as it ever did, and is refused as ever.
  func testASingleOneIsNoList() throws {
    let base = try base()
    XCTAssertNotNil(try base.json("pick", "1", "--as", "zhang")["due_at"])
    try base.assertRefused("held", status: 1, ["pick", "4", "--as", "zhang"])
    try base.assertRefused("unknown_customer", status: 1, ["pick", ",", "--as", "zhang"])
    XCTAssertEqual(try base.json("pick", "2,2", "--as", "zhang")["code"]?.text, "K000002")
  }
}
