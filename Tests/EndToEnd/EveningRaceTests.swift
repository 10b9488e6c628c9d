import TestSupport
import XCTest

/// Many processes of the program at one list (R8.2).
final class EveningRaceTests: XCTestCase {
  private func house(managers: Int) throws -> ProcessHouse {
    let house = try ProcessHouse(agents: ["zhang"])
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
}
