import CommandLine
import Foundation
import TestSupport
import XCTest

/// Bad input gets one clear line naming the field, row or key, exit status 2 (usage) or 1 (refused), and changes
/// nothing (R12.2).
final class BadInputTests: XCTestCase {
  private func base() throws -> CommandBase {
    let base = try CommandBase()
    try base.importRows(["苏州日东精密电子有限公司,0512-60010001,苏州市工业园区潮声路8号", "昆山云杉模具厂,0512-60010002,昆山市"])
    return base
  }

  // MARK: usage: exit status 2

  func testACallThatIsNone() throws {
    let base = try base()
    for words in [
      ["frobnicate"], ["Pick", "1"], ["engine"], ["engine", "stop"], ["person"], ["policy", "frobnicate"],
      [""],
      ["-h"], ["pick"], ["pick", "1", "2"], ["show"], ["release", "1"], ["note", "1"],
      ["note", "1", "--kind", "call", "--outcome", "connected"], ["pick", "1", "--frobnicate"],
      ["pick", "1", "--as"], ["pick", "1", "--as", "zhang", "--as", "li"], ["mine", "--json=yes"],
      ["release", "1", "--reason", "because"], ["sea", "--limit", "0"], ["sea", "--limit", "many"],
      ["sea", "--after", "somewhere"], ["sea", "--released-from", "yesterday"],
      ["sea", "--released-to", "2026-02-30"],
      ["note", "1", "--kind", "fax", "--outcome", "connected", "--text", "x"],
      ["note", "1", "--kind", "call", "--outcome", "fine", "--text", "x"],
      ["note", "1", "--kind", "call", "--outcome", "connected", "--text", "x", "--stage", "first"],
      ["person", "add", "x"], ["person", "add", "x", "--name", "x"], ["init", "--policy", "nonesuch"],
      ["mine", "--now", "soon"], ["policy", "show", "nonesuch"], ["workday", "2026-13-01", "+1"],
      ["workday", "2026-11-26", "three"], ["workday", "2026-11-26"], ["help", "frobnicate"],
      ["extension", "answer", "1"], ["calendar", "show", "soon"],
    ] {
      try base.assertRefused("usage", status: 2, words)
    }
    let answer = base.run("--lang", "klingon", "mine", "--json")
    XCTAssertEqual([answer.status, answer.code == "usage" ? 2 : 0], [2, 2])
  }

  func testTheLineNamesWhatIsWrong() throws {
    let base = try base()
    for (words, name) in [
      (["frobnicate"], "frobnicate"), (["pick", "1", "--frobnicate"], "--frobnicate"), (["pick"], "CUSTOMER"),
      (["note", "1", "--kind", "call"], "--outcome"), (["sea", "--limit", "0"], "--limit"),
      (["release", "1", "--reason", "because"], "no_need"), (["show", "K999999"], "K999999"),
      (["mine", "--as", "nobody"], "nobody"), (["policy", "show", "nonesuch"], "channel"),
      (["import", "/nonesuch.csv"], "/nonesuch.csv"),
    ] {
      for language in ["zh-Hans", "en"] {
        let answer = base.run(words + ["--lang", language])
        XCTAssertTrue(answer.errors.contains(name), "\(words): \(answer.errors)")
        XCTAssertTrue(answer.errors.hasPrefix("tideline: "), answer.errors)
      }
    }
  }

  func testALineSpeaksTheLanguageThatWasAskedFor() throws {
    let base = try base()
    for words in [["--lang=zh-Hans", "frobnicate"], ["frobnicate", "--lang", "zh-Hans"]] {
      XCTAssertTrue(base.run(words).errors.contains("没有这个命令"), "\(words)")
    }
    base.environment["LC_ALL"] = "zh_CN.UTF-8"
    XCTAssertTrue(base.run("frobnicate").errors.contains("没有这个命令"))
    XCTAssertTrue(base.run("frobnicate", "--lang=en").errors.contains("No such command"))
  }

  /// Days are told from the clock of the sandbox, not from the host's.
  func testTodayIsTheDayOfTheSandbox() throws {
    let base = try base()
    try base.json("pick", "1", "--as", "zhang")
    XCTAssertTrue(base.run("pick", "1", "--as", "li").errors.contains("today 14:00"))
  }

  // MARK: refused: exit status 1

  func testCustomersThereAreNot() throws {
    let base = try base()
    for customer in [
      "K999999", "999999", "0", "-1", "K", "K-1", "abc", "", "99999999999999999999", "K000001x", "１",
      "苏州日东精密电子有限公司",
    ] {
      for command in [
        ["show"], ["pick"], ["why"], ["release", "--reason", "other"], ["audit"],
        ["note", "--kind", "call", "--outcome", "connected", "--text", "x"],
      ] {
        let words =
          command + ["--", customer]
        try base.assertRefused("unknown_customer", words)
      }
    }
  }

  func testFieldsThatCantBe() throws {
    let base = try base()
    try base.json("pick", "1", "--as", "zhang")
    let note = ["note", "1", "--kind", "call", "--outcome", "connected", "--text", "x", "--as", "zhang"]
    for words in [
      note + ["--next", "gestern"], note + ["--next", "2020-01-01 10:00"], note + ["--next", ""],
      note + ["--intent", "Z"], note + ["--stage", "9"], note + ["--at", "2026-11-26T15:00:00+08:00"],
      note + ["--at", "2026-11-01"], note + ["--at", "noon"], note + ["--number", "12345678"],
      note + ["--met", "钱\u{202E}"], note + ["--place", "\u{1B}[2J"], ["when", "gestern"], ["when", ""],
      ["enter", "--name", "某厂"], ["enter", "--name", "某厂", "--address", "苏州"],
      ["enter", "--address", "苏州", "--phone", "0512-60019999"],
      ["enter", "--name", "某厂", "--address", "苏州", "--phone", "12"],
      ["enter", "--name", "某厂", "--address", "苏州", "--phone", "0512-60019999", "--fax", "x"],
      ["enter", "--name", "红\u{1B}[31m厂", "--address", "苏州", "--phone", "0512-60019999"],
      ["enter", "--name", "零\0厂", "--address", "苏州", "--phone", "0512-60019999"],
      ["enter", "--name", "反\u{202E}厂", "--address", "苏州", "--phone", "0512-60019999"],
      [
        "enter", "--name", String(repeating: "长", count: 1_700_000), "--address", "苏州", "--phone",
        "0512-60019999",
      ],
      ["enter", "--person", "--name", "某人", "--address", "苏州"], ["sea", "--intent", "Z"],
      ["sea", "--former-department", "九部"], ["person", "add", "a b", "--name", "某", "--department", "一部"],
      ["person", "add", "wu", "--name", " ", "--department", "一部"],
      ["person", "add", "wu", "--name", "\u{7}", "--department", "一部"],
    ] {
      try base.assertRefused("invalid_field", words)
    }
  }

  func testEveryRefusalCodeOfTheContract() throws {
    let base = try base()
    try base.json("pick", "1", "--as", "zhang")
    try base.assertRefused("held", ["pick", "1", "--as", "li"])
    try base.assertRefused(
      "not_held", ["note", "1", "--kind", "call", "--outcome", "connected", "--text", "x", "--as", "li"])
    try base.assertRefused("not_held", ["release", "2", "--reason", "other", "--as", "zhang"])
    try base.assertRefused("not_held", ["why", "2", "--as", "zhang"])
    try base.assertRefused("not_allowed", ["show", "1", "--as", "li"])
    try base.assertRefused("not_allowed", ["why", "1", "--as", "li"])
    let table = try base.file("table.csv", "公司名称,固定电话,经营地址\n")
    try base.assertRefused("not_allowed", ["import", table, "--as", "zhang"])
    try base.assertRefused(
      "collision",
      [
        "enter", "--name", "又一厂", "--address", "苏州", "--phone", "(0512) 6001 0001", "--fax", "none", "--as",
        "li",
      ])
    try base.assertRefused(
      "collision",
      [
        "enter", "--name", "蘇州日東精密電子有限公司", "--address", "苏州", "--phone", "0512-60019999", "--fax", "none",
        "--as", "li",
      ])
    try base.assertRefused("unknown_person", ["mine", "--as", "nobody"])
    try base.assertRefused("unknown_person", ["import", base.path, "--to", "nobody"])
    try base.assertRefused("too_late_to_undo", ["undo", "--as", "li"])
  }

  /// True where nothing was done, where the time is over and where the last act is none that can be taken back (R6.5).
  func testARefusedUndoSaysWhatCanBeUndone() throws {
    let base = try base()
    let said = base.run("undo", "--as", "li").errors
    XCTAssert(said.contains("only your own pick, release, swap or note, within 60 s"), said)
  }

  func testTheLibraryIsFull() throws {
    let base = try base()
    let rows = (1...300).map { "苏州潮音\($0)厂,0512-6\(2_000_000 + $0),苏州" }
    let path = try base.file("full.csv", (["公司名称,固定电话,经营地址"] + rows).joined(separator: "\n"))
    XCTAssertEqual(try base.json("import", path, "--to", "zhang")["entered"]?.integer, 300)
    try base.assertRefused("library_full", ["pick", "1", "--as", "zhang"])
    try base.assertRefused(
      "library_full",
      [
        "enter", "--name", "某厂", "--address", "苏州", "--phone", "0512-60019999", "--fax", "none", "--as",
        "zhang",
      ])
    let held = try XCTUnwrap(try base.list("mine", "--as", "zhang").first?["code"]?.text)
    XCTAssertEqual(try base.json("swap", held, "1", "--as", "zhang")["code"]?.text, "K000001")
  }

  // MARK: the clock and the caller

  func testTheClockIsSetInASandboxAlone() throws {
    let base = try CommandBase(sandbox: false)
    XCTAssertEqual(base.run("init").status, 0)
    for words in [["mine"], ["engine", "tick"], ["show", "1"], ["audit"]] {
      try base.assertRefused("not_sandbox", words + ["--now", "2026-11-26T14:00:00+08:00"])
    }
    base.environment["TIDELINE_NOW"] = "2026-11-26T14:00:00+08:00"
    try base.assertRefused("not_sandbox", ["mine"])
    let other = try CommandBase(sandbox: false)
    try other.assertRefused("not_sandbox", ["init", "--now", "2026-11-26T14:00:00+08:00"])
    XCTAssertFalse(FileManager.default.fileExists(atPath: other.path))
  }

  func testTheOptionWinsOverTheEnvironment() throws {
    let base = try base()
    let other = try CommandBase()
    XCTAssertEqual(try base.list("sea").count, 2)
    XCTAssertEqual(try base.list("sea", "--db", other.path).count, 0)
    XCTAssertEqual(try other.list("--db", base.path, "sea").count, 2, "global options may stand first")
    XCTAssertEqual(try other.list("sea", "--db=\(base.path)").count, 2)
  }

  // MARK: files

  func testPolicyFilesThatCantBe() throws {
    let base = try base()
    for (name, changes, path) in [
      ("unknown key", ["capacty": 3], "capacty"), ("absurd", ["capacity": -1], "capacity"),
      ("length", ["clocks": [.clock("note", "-3d")]], "clocks[0].length"),
      ("twice", ["clocks": [.clock("note", "30d"), .clock("note", "60d")]], "clocks"),
      ("warning", ["warnings": [40]], "warnings[0]"), ("unwarned", ["warnings": []], "warnings"),
      ("notice", ["warned_in_time": "0h"], "warned_in_time"), ("missing", ["stages": .null], "stages"),
      ("level", ["intents": [["level": "C"]]], "intents[0]"),
    ] as [(String, [String: JSON], String)] {
      let file = try base.file("policy.json", JSON.channel(changes).data)
      let answer = base.run("policy", "check", file, "--json")
      XCTAssertEqual(answer.status, 1, name)
      XCTAssertEqual(answer.output, "", name)
      let message = try XCTUnwrap(try answer.refusal["message"]?.text)
      XCTAssertTrue(message.contains(path) && message.contains(file), "\(name): \(message)")
    }
    let good = try base.file("policy.json", JSON.channel([:]).data)
    XCTAssertEqual(try base.json("policy", "check", good)["ok"], true)
    for broken in ["", "{", "[]", "这不是 JSON", "\0\0"] {
      let file = try base.file("policy.json", broken)
      XCTAssertEqual(base.run("policy", "check", file).status, 1, broken)
    }
    XCTAssertEqual(base.run("policy", "check", base.folder.path).status, 1)
    XCTAssertEqual(base.run("policy", "check", "/nonesuch.json").status, 1)
  }

  func testBasesThatCantBe() throws {
    let base = try base()
    for (code, path) in [
      ("no_base", base.folder.appendingPathComponent("nonesuch.db").path),
      ("not_a_base", try base.file("text.db", "这不是数据库")), ("not_a_base", try base.file("empty.db", "")),
      ("cannot_open", base.folder.path),
    ] {
      let before = try? Data(contentsOf: URL(fileURLWithPath: path))
      for words in [["mine"], ["show", "1"], ["engine", "tick"], ["pick", "1"], ["audit"]] {
        let answer = base.run(words + ["--db", path, "--json"])
        XCTAssertEqual(answer.status, 1)
        XCTAssertEqual(answer.code, code, "\(words) \(answer.errors)")
      }
      XCTAssertEqual(try? Data(contentsOf: URL(fileURLWithPath: path)), before)
    }
  }
}
