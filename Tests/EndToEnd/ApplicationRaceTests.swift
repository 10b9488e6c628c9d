import TestSupport
import XCTest

/// Many processes of the program at one application (R5.8).
final class ApplicationRaceTests: XCTestCase {
  private let known = "苏州日东精密电子有限公司"

  private func house(agents: Int, supports: Int) throws -> ProcessHouse {
    let house = try ProcessHouse(agents: ["li"] + (0..<agents).map { "agent\($0)" })
    for index in 0..<supports {
      try house.require([
        "person", "add", "support\(index)", "--name", "支持\(index)", "--department", "支持", "--role", "support",
      ])
    }
    try house.require([
      "enter", "--name", known, "--phone", "0512-60010001", "--fax", "无", "--address", "苏州", "--as", "li",
    ])
    return house
  }

  private func apply(_ index: Int, number: String) -> [String] {
    [
      "apply", "--name", index % 2 == 0 ? "苏州日东精密电子中心有限公司" : "昆山日东精密电子有限公司", "--landline", number,
      "--fax", "无", "--address", "苏州", "--remark", "老客户介绍", "--as", "agent\(index)",
    ]
  }

  /// By the name, its key or a number: the first to apply has it, the others are told by code.
  func testTheFirstOfManyApplicantsComesFirst() throws {
    let count = 6
    let house = try house(agents: count, supports: 0)
    let calls = (0..<count).map { apply($0, number: "0512-6999000\($0 % 3 == 0 ? 0 : $0)") }
    let codes = try atOnce(count) { index in
      let result = try house.run(calls[index])
      return result.status == 0 ? "ok" : result.code ?? result.errors
    }
    XCTAssertEqual(codes.filter { $0 == "ok" }.count, 1, "\(codes)")
    XCTAssertEqual(codes.filter { $0 == "applied_for" }.count, count - 1, "\(codes)")
    XCTAssertEqual(try house.dump().count("application"), 1)
  }

  /// Two answers at once: one counts, the others are told; nothing is done twice.
  func testOneOfManyAnswersCounts() throws {
    let house = try house(agents: 1, supports: 6)
    // A collision leaves it unprotected: else no answer moves it (R5.8).
    let twin = ["--name", "苏州观澜包装厂", "--phone", "0512-69991111", "--fax", "none", "--address", "苏州"]
    try house.require(["enter"] + twin + ["--as", "agent0"])
    try house.require(["number", "add", "1", "--phone", "0512-69991111", "--as", "li"])
    try house.require(apply(0, number: "0512-69990000"))
    let answers = [["--grant", "1"], ["--enter"], ["--refuse", "--reason", "在谈"]]
    let codes = try atOnce(6) { index in
      let result = try house.run(
        ["application", "answer", "1"] + answers[index % 3] + ["--as", "support\(index)"])
      return result.status == 0 ? "ok" : result.code ?? result.errors
    }
    XCTAssertEqual(codes.filter { $0 == "ok" }.count, 1, "\(codes)")
    XCTAssertEqual(codes.filter { $0 == "already_answered" }.count, 5, "\(codes)")
    XCTAssertEqual(try house.dump().count("alert", where: "application = 1 AND kind LIKE 'application%'"), 1)
    XCTAssertEqual(try house.dump().count("opportunity", where: "ended_at IS NULL"), 2)
    XCTAssertEqual(try house.dump().integrity(), "ok")
  }

  /// The answer is good for one entry, however many screens one has.
  func testAnAnswerIsUsedOnce() throws {
    let house = try house(agents: 1, supports: 1)
    try house.require(apply(0, number: "0512-69990000"))
    try house.require(["application", "answer", "1", "--enter", "--as", "support0"])
    let codes = try atOnce(5) { _ in
      let result = try house.run(["enter", "--application", "1", "--as", "agent0"])
      return result.status == 0 ? "ok" : result.code ?? result.errors
    }
    XCTAssertEqual(codes.filter { $0 == "ok" }.count, 1, "\(codes)")
    XCTAssertEqual(codes.filter { $0 == "application_used" }.count, 4, "\(codes)")
    XCTAssertEqual(try house.dump().count("customer"), 2)
  }
}
