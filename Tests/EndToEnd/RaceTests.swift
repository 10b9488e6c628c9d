import Foundation
import TestSupport
import XCTest

/// Many processes of the program on one base (R3.2, R4.11, R4.12).
final class RaceTests: XCTestCase {
  /// The sum of what is said of each customer, as it stands in the base.
  private func assertSound(_ house: ProcessHouse, file: StaticString = #filePath, line: UInt = #line) throws {
    let dump = try house.dump()
    XCTAssertEqual(try dump.integrity(), "ok", file: file, line: line)
    XCTAssertEqual(
      try dump.values(
        "SELECT customer FROM opportunity WHERE ended_at IS NULL GROUP BY 1 HAVING count(*) > 1"),
      [], "held twice", file: file, line: line)
    XCTAssertEqual(
      try dump.value(
        """
        SELECT count(*) FROM customer c LEFT JOIN opportunity o ON o.customer = c.id AND o.ended_at IS NULL
        WHERE c.owner IS NOT o.holder OR c.opportunity IS NOT o.id
          OR (c.owner IS NULL) <> (c.state IN ('unassigned', 'lost', 'void', 'inactive'))
        """), "0", "customer and opportunity say different things", file: file, line: line)
    XCTAssertEqual(
      try dump.value("SELECT value FROM counter WHERE name = 'sea'"),
      try dump.value("SELECT count(*) FROM customer WHERE state = 'unassigned'"), file: file, line: line)
  }

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
    try assertSound(house)
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
    try assertSound(house)
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
    try assertSound(house)
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
    try assertSound(house)
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
    try assertSound(house)
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

  /// A house where so many customers are due at 2026-12-27 00:00, warned and confirmed.
  private func dueHouse(_ count: Int) throws -> ProcessHouse {
    let house = try ProcessHouse()
    try house.connection().run("UPDATE person SET capacity = 100000")
    try house.require(["import", try house.table(of: count), "--to", "zhang"])
    XCTAssertEqual(
      try house.require(["engine", "tick"], at: "2026-12-24T10:00:00+08:00")["warned"]?.integer, count)
    try house.require(["forecast", "--confirm"], at: "2026-12-25T15:00:00+08:00")
    return house
  }

  private let due = "2026-12-27T00:00:00+08:00"

  func testEnginesThatTickAtOnce() throws {
    let house = try dueHouse(300)
    let due = due
    let ticks = try atOnce(4) { _ in try house.run(["engine", "tick"], at: due) }
    XCTAssertEqual(ticks.map(\.status), [0, 0, 0, 0], ticks.map(\.errors).joined())
    let released = ticks.compactMap { $0.objects.first?["released"]?.integer }
    XCTAssertEqual(released.reduce(0, +), 300, "\(released)")
    XCTAssertEqual(try house.dump().count("alert", where: "kind = 'flowed_back'"), 300)
    XCTAssertEqual(try house.dump().count("event", where: "act = 'flow_back'"), 300)
    XCTAssertEqual(try house.require(["engine", "tick"], at: due)["released"]?.integer, 0)
    try assertSound(house)
  }

  func testAnEngineKilledInTheMiddleOfARelease() throws {
    let house = try dueHouse(1000)
    let engine = try house.start(["engine", "tick"], at: due)
    let dump = try house.dump()
    while engine.isRunning, try dump.count("opportunity", where: "ended_at IS NOT NULL") < 200 {}
    engine.kill()
    _ = try engine.finish()
    let ended = try dump.count("opportunity", where: "ended_at IS NOT NULL")
    print("RaceTests: the engine was killed after \(ended) of 1000 releases")
    try assertSound(house)
    XCTAssertEqual(try dump.count("event", where: "act = 'flow_back'"), ended, "all of a customer or nothing")
    XCTAssertEqual(try dump.count("alert", where: "kind = 'flowed_back'"), ended)
    let again = try house.require(["engine", "tick"], at: "2026-12-27T00:00:20+08:00")
    XCTAssertEqual(again["released"]?.integer, 1000 - ended, "the next one takes over at once")
    XCTAssertEqual(
      try dump.value("SELECT count(DISTINCT ended_at) || ' ' || min(ended_at) FROM opportunity"),
      "1 1798300800", "the due moment counts, not the engine's")
    XCTAssertEqual(try dump.count("event", where: "act = 'flow_back'"), 1000)
    try assertSound(house)
  }

  func testARunningEngineIsAloneAndEndsWhenItIsTold() throws {
    let house = try dueHouse(20)
    let (engine, dump) = (try house.start(["engine", "run"], at: due), try house.dump())
    while engine.isRunning, try dump.count("opportunity", where: "ended_at IS NOT NULL") < 20 {}
    let other = try house.require(["engine", "tick"], at: due)
    XCTAssertEqual(other["acted"], false, "a living process holds the lease")
    XCTAssertTrue(engine.hasWritten("\"released\":20"), "what it did is read at once, while it runs")
    engine.kill()
    _ = try engine.finish()
    XCTAssertEqual(try house.require(["engine", "tick"], at: due)["acted"], true, "it is dead")
    let next = try house.start(["engine", "run"], at: due)
    while next.isRunning, try dump.count("lease") == 0 {}
    next.send(SIGTERM)
    XCTAssertEqual(try next.finish().status, 0)
    XCTAssertEqual(try dump.count("lease"), 0, "the lease was given back")
  }

  func testAnImporterKilledInTheMiddle() throws {
    let house = try ProcessHouse()
    let table = try house.table(of: 3000)
    let importer = try house.start(["import", table])
    let dump = try house.dump()
    while importer.isRunning, try dump.count("customer") < 600 {}
    importer.kill()
    _ = try importer.finish()
    let entered = try dump.count("customer")
    print("RaceTests: the importer was killed after \(entered) of 3000 rows")
    XCTAssertEqual(entered % 20, 0, "whole chunks")
    XCTAssertEqual(try dump.count("number"), entered)
    XCTAssertEqual(try dump.count("event", where: "act = 'import'"), entered)
    try assertSound(house)
    let again = try house.require(["import", table])
    XCTAssertEqual(again["entered"]?.integer, 3000, "it goes on where it stopped")
    XCTAssertEqual(again["reasons"], [:])
    XCTAssertEqual(try dump.count("customer"), 3000)
    try assertSound(house)
  }

  /// Killed at the moment the log grows: what was acknowledged is kept, what was not is there as a whole or not at all.
  func testNoteWritersKilledWhileTheyWrite() throws {
    let house = try ProcessHouse()
    try house.require(["import", try house.table(of: 1), "--to", "zhang"])
    var acknowledged: [Int] = []
    for round in 1...12 {
      let words = [
        "note", "1", "--kind", "call", "--outcome", "connected", "--text", "第\(round)条", "--as", "zhang",
      ]
      let before = house.logSize
      let writer = try house.start(words)
      if round % 3 != 0 {
        while writer.isRunning, house.logSize == before {}
        writer.kill()
      }
      let result = try writer.finish()
      if result.status == 0 { acknowledged.append(round) }
    }
    let dump = try house.dump()
    let kept = try dump.values("SELECT text FROM note ORDER BY id")
    XCTAssertGreaterThanOrEqual(acknowledged.count, 4)
    for round in acknowledged { XCTAssertTrue(kept.contains("第\(round)条"), "\(round) was acknowledged") }
    XCTAssertEqual(
      try dump.count("event", where: "act = 'note'"), kept.count, "a note and its event, or neither")
    XCTAssertEqual(
      try dump.value("SELECT note FROM opportunity"), try dump.value("SELECT max(id) FROM note"))
    try assertSound(house)
  }

  func testAnImportBesideWriters() throws {
    let house = try ProcessHouse()
    try house.require(["import", try house.table(of: 3), "--to", "zhang"])
    let table = try house.table(of: 2000)
    let results = try atOnce(4) { index -> [Int32] in
      if index == 0 { return [try house.run(["import", table]).status] }
      return try (1...6).map { round in
        try house.run([
          "note", String(index), "--kind", "call", "--outcome", "connected", "--text", "第\(round)条", "--as",
          "zhang",
        ]).status
      }
    }
    XCTAssertEqual(Set(results.joined()), [0], "everybody got his turn")
    XCTAssertEqual(try house.dump().count("customer"), 2000)
    XCTAssertEqual(try house.dump().count("note"), 18)
    try assertSound(house)
  }
}
