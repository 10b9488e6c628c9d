import Foundation
import TestSupport
import XCTest

/// Many processes of the program on one base (R3.2, R4.11, R4.12).
final class RaceTests: XCTestCase {
  /// Each picks until his library is full.
  func testEightPickersOnTwoHundredCustomers() throws {
    let agents = (1...8).map { "agent\($0)" }
    let house = try ProcessHouse(agents: agents)
    try house.require(["import", try house.table(of: 200)])
    try house.connection().run("UPDATE person SET capacity = 15")
    let codes = try atOnce(agents.count) { index -> [String] in
      var codes: [String] = []
      // All begin with the same ones, so that they meet.
      for customer in 1...200 where codes.last != "library_full" {
        let result = try house.run(["pick", String(customer), "--as", agents[index]])
        codes.append(result.status == 0 ? "ok" : result.code ?? result.errors)
      }
      return codes
    }
    XCTAssertEqual(codes.map { $0.count { $0 == "ok" } }, agents.map { _ in 15 })
    XCTAssertEqual(Set(codes.joined()), ["ok", "held", "library_full"])
    XCTAssertEqual(codes.compactMap(\.last), agents.map { _ in "library_full" })
    let held = try house.dump().values("SELECT count(*) FROM customer WHERE owner IS NOT NULL GROUP BY owner")
    XCTAssertEqual(held, agents.map { _ in "15" }, "above capacity, or below it")
    XCTAssertEqual(try house.dump().count("event", where: "act = 'pick'"), 120)
    try house.assertSound()
  }

  func testTheSameCompanyIsEnteredOnce() throws {
    let agents = (1...6).map { "agent\($0)" }
    let house = try ProcessHouse(agents: agents)
    let codes = try atOnce(agents.count) { index in
      // One name with many numbers, many names with one number, or names with one key.
      let name = ["苏州日东精密电子有限公司", "苏州日东\(index)厂", "昆山日东精密电子商行"][index % 3]
      let phone = index % 3 == 1 ? "0512-60010001" : "0512-6001000\(index)"
      let result = try house.run(
        [
          "enter", "--name", name, "--phone", phone, "--phone", "0512-60019999", "--fax", "none", "--address",
          "苏州", "--as",
          agents[index],
        ])
      return result.status == 0 ? "ok" : result.code ?? result.errors
    }
    XCTAssertEqual(codes.filter { $0 == "ok" }.count, 1)
    XCTAssertEqual(codes.filter { $0 == "collision" }.count, agents.count - 1)
    // R5.6: each of them left a receipt, the first of them the winner's.
    let winner = codes.firstIndex(of: "ok").map { agents[$0] }
    XCTAssertEqual(
      try house.dump().values(
        "SELECT serial || ' ' || verdict FROM receipt ORDER BY serial"),
      ["1 may_enter"] + (2...agents.count).map { "\($0) may_not_follow" })
    XCTAssertEqual(
      try house.dump().value("SELECT login FROM receipt JOIN person ON person.id = person WHERE serial = 1"),
      winner)
    XCTAssertEqual(try house.dump().count("receipt_hit", where: "customer = 1"), agents.count - 1)
    XCTAssertEqual(try house.dump().count("customer"), 1)
    try house.assertSound()
  }

  /// Clerks who confirm one order at once: one does, the others are told that it is confirmed.
  func testAnOrderIsConfirmedOnce() throws {
    let clerks = (1...6).map { "clerk\($0)" }
    let house = try ProcessHouse()
    for clerk in clerks {
      try house.require(["person", "add", clerk, "--name", clerk, "--department", "文员", "--role", "clerk"])
    }
    try house.require(
      [
        "enter", "--name", "苏州潮音厂", "--phone", "0512-60010001", "--fax", "none", "--address", "苏州", "--as",
        "zhang",
      ])
    try house.require(["order", "add", "1", "--amount", "12800", "--contract-name", "潮音", "--as", "zhang"])
    let codes = try atOnce(clerks.count) { index in
      let result = try house.run(["order", "confirm", "1", "--date", "2026-11-26", "--as", clerks[index]])
      return result.status == 0 ? "ok" : result.code ?? result.errors
    }
    XCTAssertEqual(codes.filter { $0 == "ok" }.count, 1, "\(codes)")
    XCTAssertEqual(codes.filter { $0 == "wrong_order_state" }.count, clerks.count - 1, "\(codes)")
    XCTAssertEqual(try house.dump().count("event", where: "act = 'keep_orders'"), 1)
    try house.assertSound()
  }

  /// Several of the support judge one collision at once, each in his way: one does, and nothing is done twice (R5.7).
  func testACollisionIsJudgedOnce() throws {
    let support = (1...6).map { "support\($0)" }
    let house = try ProcessHouse()
    for login in support {
      try house.require(["person", "add", login, "--name", login, "--department", "支持", "--role", "support"])
    }
    for (number, login) in [(1, "zhang"), (2, "li")] {
      try house.require(
        [
          "enter", "--name", "苏州潮音\(number)厂", "--phone", "0512-6001000\(number)", "--fax", "none",
          "--address",
          "苏州", "--as", login,
        ])
    }
    try house.require(["change", "2", "--name", "苏州潮音1厂", "--as", "li"])
    let judgements = ["keep", "merge", "hand_over"]
    let codes = try atOnce(support.count) { index in
      let result = try house.run(["judge", "2", judgements[index % 3], "--as", support[index]])
      return result.status == 0 ? "ok" : result.code ?? result.errors
    }
    XCTAssertEqual(codes.filter { $0 == "ok" }.count, 1, "\(codes)")
    XCTAssertTrue(
      Set(codes).isSubset(of: ["ok", "already_answered", "nothing_to_judge", "merged"]), "\(codes)")
    XCTAssertEqual(try house.dump().count("event", where: "act = 'judge'"), 1)
    XCTAssertEqual(try house.dump().count("dispute", where: "judged_at IS NULL"), 0)
  }

  /// Managers answer what is lost at once, each in his way, while its holder gives it up: one of them has it (R3.9, R8.4).
  func testWhatIsLostIsAnsweredOnce() throws {
    let directors = (1...6).map { "director\($0)" }
    let house = try ProcessHouse()
    let departments = try house.dump().values("SELECT name FROM department WHERE parent IS NULL")
    for login in directors {
      try house.require(
        ["person", "add", login, "--name", login, "--department", departments[0], "--role", "director"])
    }
    try house.require([
      "enter", "--name", "苏州潮音厂", "--phone", "0512-60010001", "--fax", "none", "--address", "苏州", "--as",
      "zhang",
    ])
    try house.require(
      ["lost", "ask", "1", "--reason", "no_need", "--explanation", "谈了三次", "--as", "zhang"])
    let answers = [
      ["lost", "answer", "1", "--agree"], ["refuse", "1"], ["lost", "answer", "1", "--give", "li"],
    ]
    let codes = try atOnce(directors.count + 1) { index in
      let words =
        index == directors.count
        ? ["release", "1", "--reason", "other", "--as", "zhang"]
        : answers[index % 3] + ["--as", directors[index]]
      let result = try house.run(words)
      return result.status == 0 ? "ok" : result.code ?? result.errors
    }
    let answered = codes.dropLast().filter { $0 == "ok" }.count
    XCTAssertLessThanOrEqual(answered, 1, "\(codes)")
    XCTAssertTrue(
      Set(codes).isSubset(of: ["ok", "already_answered", "not_held", "not_allowed"]), "\(codes)")
    let dump = try house.dump()
    XCTAssertEqual(try dump.count("event", where: "act = 'answer'"), answered)
    XCTAssertEqual(try dump.count("request", where: "state = 'open'"), 0)
    XCTAssertEqual(
      try dump.count("opportunity", where: "ended_at IS NULL"),
      try dump.count("customer", where: "owner IS NOT NULL"))
    try house.assertSound()
  }

  /// Directors who give one customer to one agent at once: one does, and its clocks start once (R3.2, R3.3).
  func testACustomerIsTransferredOnce() throws {
    let directors = (1...6).map { "director\($0)" }
    let house = try ProcessHouse()
    let departments = try house.dump().values("SELECT name FROM department WHERE parent IS NULL")
    for login in directors {
      try house.require(
        ["person", "add", login, "--name", login, "--department", departments[0], "--role", "director"])
    }
    try house.require(
      [
        "enter", "--name", "苏州潮音厂", "--phone", "0512-60010001", "--fax", "none", "--address", "苏州", "--as",
        "zhang",
      ])
    let codes = try atOnce(directors.count) { index in
      let result = try house.run(["transfer", "1", "--to", "li", "--as", directors[index]])
      return result.status == 0 ? "ok" : result.code ?? result.errors
    }
    XCTAssertEqual(codes.filter { $0 == "ok" }.count, 1, "\(codes)")
    XCTAssertEqual(codes.filter { $0 == "same_holder" }.count, directors.count - 1, "\(codes)")
    XCTAssertEqual(try house.dump().count("opportunity"), 2)
    XCTAssertEqual(try house.dump().count("event", where: "act = 'transfer'"), 1)
    try house.assertSound()
  }

  func testABaseIsMadeOnce() throws {
    let folder = try Scratch.newFolder()
    let environment = ["TIDELINE_DB": folder.appendingPathComponent("house.db").path, "LC_ALL": "C.UTF-8"]
    let results = try atOnce(6) { _ in try Program.run(["init", "--json"], environment: environment) }
    XCTAssertEqual(results.filter { $0.status == 0 }.count, 1)
    XCTAssertEqual(results.filter { $0.code == "exists" }.count, 5, results.map(\.errors).joined())
    XCTAssertEqual(try FileManager.default.contentsOfDirectory(atPath: folder.path), ["house.db"])
    XCTAssertEqual(try Program.run(["mine"], environment: environment).status, 0)
  }
}
