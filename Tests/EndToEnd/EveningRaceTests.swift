import TestSupport
import XCTest

/// Many processes of the program at one list (R8.2).
final class EveningRaceTests: XCTestCase {
  private func house(managers: Int) throws -> ProcessHouse {
    let house = try ProcessHouse()
    for index in 0..<managers {
      try house.require([
        "person", "add", "manager\(index)", "--name", "经理\(index)", "--department", "部门zhang", "--role",
        "manager",
      ])
    }
    for index in 1...3 {
      try house.require([
        "enter", "--name", "苏州潮音\(index)号机械有限公司", "--phone", "0512-6001000\(index)", "--fax", "无",
        "--address",
        "苏州市潮声路\(index)号", "--as", "zhang",
      ])
    }
    try house.require(["tomorrow", "fill", "--as", "zhang"])
    try house.require(["tomorrow", "submit", "--reason", "库里只有三家", "--as", "zhang"])
    return house
  }

  /// The first of many managers passes it, the others are told who did.
  func testOneOfManyManagersPassesAList() throws {
    let count = 6
    let house = try house(managers: count)
    let codes = try atOnce(count) { index in
      let result = try house.run(["evening", "pass", "zhang", "--as", "manager\(index)"])
      return result.status == 0 ? "ok" : result.code ?? result.errors
    }
    XCTAssertEqual(codes.filter { $0 == "ok" }.count, 1, "\(codes)")
    XCTAssertEqual(codes.filter { $0 == "list_passed" }.count, count - 1, "\(codes)")
    XCTAssertEqual(try house.dump().count("event", where: "act = 'pass_list'"), 1)
  }

  /// The agent changes his list while it is passed: either his change is in it, or he is told that it is frozen.
  func testAnAgentWhoChangesItMeanwhile() throws {
    let house = try house(managers: 1)
    let calls = [
      ["evening", "pass", "zhang", "--as", "manager0"], ["tomorrow", "drop", "1", "--as", "zhang"],
      ["tomorrow", "drop", "2", "--as", "zhang"], ["tomorrow", "drop", "3", "--as", "zhang"],
    ]
    let codes = try atOnce(calls.count) { index in
      let result = try house.run(calls[index])
      return result.status == 0 ? "ok" : result.code ?? result.errors
    }
    XCTAssertEqual(codes[0], "ok")
    let dropped = codes.dropFirst().filter { $0 == "ok" }.count
    XCTAssertEqual(codes.dropFirst().filter { $0 == "list_passed" }.count, 3 - dropped, "\(codes)")
    XCTAssertEqual(try house.dump().count("day_list_row", where: "NOT is_live"), 3 - dropped)
    XCTAssertEqual(try house.dump().count("day_list_row"), 3 - dropped)
  }

  private func codes(_ calls: [[String]], in house: ProcessHouse) throws -> [String] {
    try atOnce(calls.count) { index in
      let result = try house.run(calls[index])
      return result.status == 0 ? "ok" : result.code ?? result.errors
    }
  }

  /// The manager and who stands in for him answer it at once: one answer holds, and the other is told.
  func testTheManagerAndHisDeputyAnswerAtOnce() throws {
    let house = try house(managers: 1)
    try house.require(["cover", "manager0", "--from", "2026-11-26", "--to", "2026-11-26", "--by", "li"])
    let answers = [["pass", "zhang"], ["return", "zhang", "--remark", "新的不够"]]
    let calls = ["manager0", "li", "manager0", "li"].enumerated().map { index, login in
      ["evening"] + answers[index / 2] + ["--as", login]
    }
    let codes = try codes(calls, in: house)
    XCTAssertEqual(codes.filter { $0 == "ok" }.count, 1, "\(codes)")
    let status = try house.dump().value("SELECT status FROM day_list")
    let told = status == "passed" ? "list_passed" : "not_submitted"
    XCTAssertEqual(codes.filter { $0 == told }.count, 3, "\(codes)")
    XCTAssertEqual(try house.dump().count("event", where: "act IN ('pass_list', 'return_list')"), 1)
    XCTAssertEqual(
      try house.dump().count("alert", where: "kind = 'list_returned'"), status == "returned" ? 1 : 0)
  }

  /// One agent at several terminals: he hands one list in, once.
  func testHandedInAndFilledSeveralTimesAtOnce() throws {
    let house = try house(managers: 1)
    try house.require(["tomorrow", "withdraw", "--as", "zhang"])
    try house.require(["tomorrow", "drop", "1", "--as", "zhang"])
    let fills = try codes(.init(repeating: ["tomorrow", "fill", "--as", "zhang"], count: 4), in: house)
    XCTAssertEqual(fills, .init(repeating: "ok", count: 4))
    XCTAssertEqual(try house.dump().count("day_list_row"), 3)
    XCTAssertEqual(try house.dump().count("day_list"), 1)
    let submit = ["tomorrow", "submit", "--reason", "库里只有三家", "--as", "zhang"]
    let codes = try codes(.init(repeating: submit, count: 5), in: house)
    XCTAssertEqual(codes.filter { $0 == "ok" }.count, 1, "\(codes)")
    XCTAssertEqual(codes.filter { $0 == "already_submitted" }.count, 4, "\(codes)")
    XCTAssertEqual(
      try house.dump().count("event", where: "act = 'submit_list' AND detail LIKE '%prepared%'"), 2)
  }

  /// What the agent picks while his list is passed is on it, or beside it as later: as the trail has it.
  func testPicksWhileItIsPassed() throws {
    let house = try house(managers: 1)
    try house.require(["import", try house.table(of: 5)])
    let picks = (4...8).map { ["pick", String($0), "--as", "zhang"] }
    let codes = try codes(picks + [["evening", "pass", "zhang", "--as", "manager0"]], in: house)
    XCTAssertEqual(codes, .init(repeating: "ok", count: 6))
    let later = try house.dump().values(
      """
      SELECT customer FROM event WHERE act = 'pick' AND id > (SELECT id FROM event WHERE act = 'pass_list')
      ORDER BY customer
      """)
    XCTAssertEqual(
      try house.dump().values("SELECT customer FROM day_list_row WHERE is_later ORDER BY customer"), later)
    XCTAssertEqual(try house.dump().count("day_list_row"), 8)
  }
}
