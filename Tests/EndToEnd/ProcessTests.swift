import Foundation
import Storage
import TestSupport
import XCTest

/// The program as scripts call it: what goes to which stream, and how it ends (R12.2).
final class ProcessTests: XCTestCase {
  func testAnswersGoToOutputAndTroublesToErrors() throws {
    let house = try ProcessHouse()
    let good = try house.run(["sea"])
    XCTAssertEqual([good.status, Int32(good.errors.count)], [0, 0])
    for (words, status, code) in [
      (["frobnicate"], Int32(2), "usage"), (["pick"], 2, "usage"),
      (["show", "K999999"], 1, "unknown_customer"),
      (["mine", "--as", "nobody"], 1, "unknown_person"), (["import", "/nonesuch.csv"], 1, "bad_file"),
    ] {
      let bad = try house.run(words)
      XCTAssertEqual(bad.status, status, "\(words)")
      XCTAssertEqual(bad.code, code, bad.errors)
      XCTAssertEqual(bad.output, "")
      XCTAssertEqual(bad.errors.filter(\.isNewline).count, 1)
    }
  }

  func testBothLanguages() throws {
    let house = try ProcessHouse()
    for (locale, text) in [
      ("zh_CN.UTF-8", "没有这个客户"), ("en_US.UTF-8", "No such customer"), ("C", "No such customer"),
    ] {
      var environment = house.environment()
      environment["LC_ALL"] = locale
      let result = try Program.run(["show", "K9"], environment: environment)
      XCTAssertTrue(result.errors.contains(text), "\(locale): \(result.errors)")
    }
  }

  /// R12.1: scripts that call for the screens by mistake read why, as of any command.
  func testWithoutATerminalTheScreensSayWhy() throws {
    let house = try ProcessHouse()
    let plain = try Program.run([], environment: house.environment())
    XCTAssertTrue(plain.errors.hasPrefix("tideline: "), plain.errors)
    let told = try Program.run(["--json"], environment: house.environment())
    XCTAssertEqual([told.status, plain.status], [1, 1])
    XCTAssertEqual(told.code, "no_terminal")
    XCTAssertEqual(told.errors.filter(\.isNewline).count, 1)
    var elsewhere = house.environment()
    elsewhere["TIDELINE_DB"] = "/nowhere/house.db"
    XCTAssertEqual(try Program.run(["--json"], environment: elsewhere).code, "no_base")
  }

  /// Arguments are bytes: what is no UTF-8, or acts on a terminal, is no reason to fail worse than with a line.
  func testArgumentsOfAnyKind() throws {
    let house = try ProcessHouse()
    for word in [
      "\u{1B}[31m", "\u{202E}", "苏州", String(repeating: "长", count: 40_000), "-", "--", "'; DROP TABLE x",
    ] {
      for command in [["show"], ["sea"], ["mine", "--as"], ["import"], ["name"], ["when"], ["number"]] {
        let result = try house.run(command + [word])
        XCTAssertTrue([0, 1, 2].contains(result.status), "\(command): \(result)")
        XCTAssertLessThanOrEqual(result.errors.filter(\.isNewline).count, 1)
        XCTAssertFalse((result.output + result.errors).contains("\u{1B}"))
      }
    }
  }

  func testStandardInput() throws {
    let house = try ProcessHouse()
    let names = try Program.run(
      ["name", "--stdin", "--json"], environment: house.environment(), input: "苏州日东精密电子有限公司\n昆山云杉模具厂\n")
    XCTAssertEqual(names.objects.compactMap { $0["key"]?.text }.count, 2)
    let days = try Program.run(
      ["workday", "--stdin", "--json"], environment: house.environment(),
      input: "2026-09-30 +3\n2026-11-26 +1\n")
    XCTAssertEqual(days.objects.compactMap { $0["due"]?.text }, ["2026-10-10", "2026-11-27"])
    let bad = try Program.run(
      ["workday", "--stdin"], environment: house.environment(), input: "2026-09-30 +3\nyesterday +1\n")
    XCTAssertEqual(bad.status, 2)
    let whens = try Program.run(
      ["when", "--stdin", "--json"], environment: house.environment(), input: "明天10点\ngestern\n")
    XCTAssertEqual(
      whens.objects.map { $0["at"]?.text ?? $0["code"]?.text },
      [
        "2026-11-27T10:00:00+08:00", "invalid_field",
      ])
  }

  /// The answer of one command names the customers of the next.
  func testCustomersComeFromStandardInput() throws {
    let house = try ProcessHouse()
    let entered = try house.run([
      "enter", "--name", "苏州日东精密电子有限公司", "--phone", "0512-60010001", "--fax", "none", "--mobile", "none",
      "--address", "苏州市工业园区潮声路8号", "--as", "zhang",
    ])
    XCTAssertEqual(entered.status, 0, entered.errors)
    let answer = try Program.run(
      ["tag", "add", "-", "展会", "--json", "--as", "zhang"], environment: house.environment(),
      input: "K000001\t苏州日东\n\nK999999\n1\n1 more: raise --limit\n")
    XCTAssertEqual(answer.status, 1, answer.errors)
    XCTAssertEqual(answer.objects.first?["done"]?.items.map { $0["code"]?.text }, ["K000001"])
    XCTAssertEqual(
      answer.objects.first?["refused"]?.items.map { $0["code"]?.text }, ["K999999", "1"],
      "a number that was piped in is no customer, and what a list says below its rows is none")
    let nothing = try Program.run(["pick", "-", "--json"], environment: house.environment(), input: "\n")
    XCTAssertEqual([nothing.code, "\(nothing.status)"], ["usage", "2"])
  }

  /// 5 MB in one line: an answer, or a line.
  func testALineOfFiveMegabytes() throws {
    let house = try ProcessHouse()
    let long = String(repeating: "日", count: 1_700_000) + "\n"
    for command in ["name", "number", "when"] {
      let result = try Program.run([command, "--stdin"], environment: house.environment(), input: long)
      XCTAssertTrue(
        [0, 1].contains(result.status), "\(command): \(result.status) \(result.errors.prefix(200))")
      XCTAssertLessThanOrEqual(result.errors.filter(\.isNewline).count, 1)
    }
  }

  /// R12.2: an answer that is lost is no success, whatever was asked.
  func testAnAnswerThatCannotBeWrittenIsToldOnAnyCommand() throws {
    let house = try ProcessHouse()
    let launcher = ["/bin/sh", "-c", "exec \"$@\" > /dev/full", "sh"]
    for words in [
      ["person", "list", "--json"], ["help"], ["version"], ["person", "list"], ["name", "甲"],
      ["when", "+2h", "--json"],
    ] {
      let result = try Running(words, environment: house.environment(), launcher: launcher).finish()
      XCTAssertEqual(result.status, 1, "\(words)")
      XCTAssertEqual(result.errors.filter(\.isNewline).count, 1, "\(words): \(result.errors)")
      if words.contains("--json") { XCTAssertEqual(result.code, "unwritable", "\(words)") }
    }
    let enough = try Running(
      ["help"], environment: house.environment(), launcher: ["/bin/sh", "-c", "\"$@\" | head -c 1", "sh"]
    ).finish()
    XCTAssertEqual(enough.errors, "", "a reader that had enough is no failure")
  }

  func testTheScreensNeedATerminal() throws {
    let house = try ProcessHouse()
    let result = try Program.run([], environment: house.environment())
    XCTAssertEqual(result.status, 1)
    XCTAssertEqual(result.errors.filter(\.isNewline).count, 1, result.errors)
    XCTAssertEqual(result.output, "")
    let demo = try Program.run(
      ["demo", "--db", house.folder.appendingPathComponent("demo.db").path],
      environment: ["LC_ALL": "C.UTF-8"])
    XCTAssertEqual(demo.status, 1)
    XCTAssertEqual(demo.errors.filter(\.isNewline).count, 1, demo.errors)
  }

  // MARK: bases that can't be used now

  func testABaseLockedByAStuckWriter() throws {
    let house = try ProcessHouse()
    try house.require(["import", try house.table(of: 1)])
    let holder = try house.connection()
    try holder.execute("BEGIN IMMEDIATE")
    defer { try? holder.execute("ROLLBACK") }
    XCTAssertEqual(try house.run(["sea"]).status, 0, "readers never wait")
    let calls = [
      ["pick", "1", "--as", "zhang"], ["engine", "tick"],
      ["person", "add", "x", "--name", "x", "--department", "x"],
    ]
    let results = try atOnce(calls.count) { try house.run(calls[$0]) }
    XCTAssertEqual(results.map(\.status), [1, 1, 1])
    XCTAssertEqual(results.map(\.code), ["locked", "locked", "locked"])
    XCTAssertEqual(try house.dump().count("opportunity"), 0)
  }

  func testAReadOnlyBase() throws {
    let house = try ProcessHouse()
    try house.require(["import", try house.table(of: 1)])
    try house.connection().checkpoint()
    let launcher = try ReadOnly.make(house.folder)
    func run(_ words: [String]) throws -> Program.Result {
      try Running(words + ["--json"], environment: house.environment(), launcher: launcher).finish()
    }
    let before = try house.dump().all()
    for words in [
      ["pick", "1"], ["engine", "tick"], ["person", "add", "x", "--name", "x", "--department", "x"],
      ["import", try house.table(of: 2)],
    ] {
      let result = try run(words)
      XCTAssertEqual(result.status, 1, "\(words)")
      XCTAssertEqual(result.code, "read_only", result.errors)
    }
    XCTAssertEqual(try house.dump().all(), before)
  }

  /// Only the operating-system owner of the file says as whom he acts; anybody else is who his account says.
  func testWhoMayActAsWhom() throws {
    let house = try ProcessHouse()
    let launcher = try ReadOnly.asNobody()
    for name in try FileManager.default.contentsOfDirectory(atPath: house.folder.path) {
      let path = house.folder.appendingPathComponent(name).path
      try FileManager.default.setAttributes([.posixPermissions: 0o666], ofItemAtPath: path)
    }
    try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: house.folder.path)
    func run(_ words: [String]) throws -> Program.Result {
      try Running(words + ["--json"], environment: house.environment(), launcher: launcher).finish()
    }
    XCTAssertEqual(try run(["mine"]).code, "unknown_person")
    XCTAssertEqual(try run(["mine", "--as", "zhang"]).code, "not_allowed")
    XCTAssertEqual(
      try run(["person", "add", "x", "--name", "x", "--department", "x"]).code, "unknown_person")
    try house.require(["person", "add", "nobody", "--name", "某", "--department", "一部"])
    XCTAssertEqual(try run(["mine"]).status, 0)
    XCTAssertEqual(try run(["mine", "--as", "nobody"]).status, 0)
    XCTAssertEqual(try run(["mine", "--as", "zhang"]).code, "not_allowed")
    XCTAssertEqual(try run(["audit", "--as", "root"]).code, "not_allowed")
    XCTAssertEqual(try run(["engine", "tick"]).code, "not_allowed")
  }

  func testABaseInAFolderThatIsAFile() throws {
    let house = try ProcessHouse()
    for words in [["init", "--sandbox"], ["mine"]] {
      var environment = house.environment()
      environment["TIDELINE_DB"] = house.path + "/house.db"
      let result = try Program.run(words + ["--json"], environment: environment)
      XCTAssertEqual(result.status, 1, result.errors)
      XCTAssertEqual(result.errors.filter(\.isNewline).count, 1)
    }
  }
}

/// A folder that the program may read and not write, by file modes: those bind everybody but root.
private enum ReadOnly {
  /// - Returns: how to run the program so that the modes bind it.
  static func make(_ folder: URL) throws -> [String] {
    let launcher = geteuid() == 0 ? try asNobody() : []
    let files = FileManager.default
    for name in try files.contentsOfDirectory(atPath: folder.path) where !name.hasSuffix(".csv") {
      try set(folder.appendingPathComponent(name).path, 0o444)
    }
    try set(folder.path, 0o555)
    return launcher
  }

  private static func set(_ path: String, _ mode: Int) throws {
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    if geteuid() == 0 { chown(path, 65534, 65534) }
  }

  static func asNobody() throws -> [String] {
    guard geteuid() == 0 else { throw XCTSkip("only root can run the program as somebody else") }
    let launcher = ["/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
    let probe = try? Running(["version"], environment: ["LC_ALL": "C.UTF-8"], launcher: launcher)
    guard try probe?.finish().status == 0 else {
      throw XCTSkip("root is not bound by file modes, and the program can't be run as somebody else here")
    }
    return launcher
  }
}
