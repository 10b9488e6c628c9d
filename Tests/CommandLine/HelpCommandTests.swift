import TerminalKit
import TestSupport
import XCTest

/// Help: names on one screen, all of a command, and every command for scripts (R12.1).
final class HelpCommandTests: XCTestCase {
  private func base() throws -> CommandBase { try CommandBase(sandbox: false) }

  func testHelpFitsAScreen() throws {
    let base = try base()
    for language in ["zh-Hans", "en"] {
      let lines = base.lines("help", in: language)
      XCTAssertLessThanOrEqual(lines.count, 23, "a line is left for the shell")
      for line in lines { XCTAssertLessThanOrEqual(TextWidth.of(line), 79, line) }
    }
  }

  func testHelpNamesEveryCommand() throws {
    let base = try base()
    let shown = base.lines("help").joined(separator: "\n")
    let names = Set(
      shown.split { ",\n".contains($0) }.map { text in
        // Behind the title of a group.
        (text.split(separator: "  ").last ?? "").trimmingCharacters(in: .whitespaces)
      })
    let commands = try base.list("help").compactMap { $0["command"]?.text }.filter { !$0.isEmpty }
    XCTAssertGreaterThan(commands.count, 80)
    for command in commands {
      let words = command.split(separator: " ").map(String.init)
      let hasMore = commands.contains { $0.hasPrefix(words[0] + " ") }
      XCTAssert(names.contains(hasMore ? words[0] + " ..." : words[0]), command)
      if hasMore && words.count > 1 {
        XCTAssert(try base.list("help", words[0]).contains { $0["command"] == .text(command) }, command)
      }
    }
    XCTAssertEqual(Set(commands).count, commands.count, "each once")
  }

  func testHelpAsJSON() throws {
    let base = try base()
    let commands = try base.list("help")
    for command in commands {
      XCTAssertEqual(command.keys, ["command", "usage", "text", "group"])
      XCTAssertFalse(command["group"]?.text?.isEmpty ?? true)
      XCTAssertTrue(command["usage"]?.text?.hasPrefix("tideline") ?? false)
    }
    let mine = try XCTUnwrap(commands.first { $0["command"] == "mine" })
    XCTAssertEqual(mine["usage"], "tideline mine [--of LOGIN] [--without-plan] [--tag T]... [--limit N]")
    XCTAssertEqual(mine["group"], "day")
    XCTAssertEqual(try base.json("help", "mine"), mine)
    XCTAssertEqual(try base.list("help", "orders").compactMap { $0["group"]?.text }.first, "orders")
    XCTAssertEqual(
      try base.list("help", "person").compactMap { $0["command"]?.text },
      [
        "person list", "person add", "person change", "person move", "person deactivate", "person activate",
      ])
  }

  func testHelpOfACommandHasALineAnOption() throws {
    let base = try base()
    for language in ["zh-Hans", "en"] {
      for command in try base.list("help").compactMap({ $0["command"]?.text }) where !command.isEmpty {
        let lines = base.run(["help", "--lang", language] + command.split(separator: " ").map(String.init))
          .output.split(separator: "\n")
        let options = lines[0].split(separator: " ").filter { $0.contains("--") }
          .map { $0.filter { $0 == "-" || $0.isLetter } }
        for option in options + ["--json", "--help", "--as"] {
          let own = lines.dropFirst().filter { $0.dropFirst(2).prefix { $0 != " " && $0 != "\t" } == option }
          XCTAssertEqual(own.count, 1, "\(command) \(option)")
          let text = own.first?.split(separator: "\t").last ?? ""
          XCTAssertFalse(text.contains("option.") || text.contains("field."), "\(command): \(text)")
        }
      }
    }
  }

  /// What a wrong value is told is what help says, since both read it where the command does.
  func testHelpNamesTheValuesThatAreTaken() throws {
    let base = try CommandBase()
    let note = ["note", "1", "--text", "x"]
    for (words, wrong) in [
      (["help", "note"], note + ["--kind", "fax", "--outcome", "busy"]),
      (["help", "note"], note + ["--kind", "call", "--outcome", "fine"]),
      (["help", "note"], note + ["--kind", "call", "--outcome", "busy", "--intent", "Z", "--as", "zhang"]),
      (["help", "sea"], ["sea", "--intent", "Z"]),
      (["help", "release"], ["release", "1", "--reason", "because"]),
      (["help", "init"], ["init", "--policy", "nonesuch"]),
      (
        ["help", "person", "add"],
        ["person", "add", "x", "--name", "x", "--department", "x", "--role", "boss"]
      ),
      (
        ["help", "person", "add"],
        ["person", "add", "x", "--name", "x", "--department", "x", "--department-kind", "boss"]
      ),
      (["help", "judge"], ["judge", "1", "both"]),
      (["help", "policy", "use"], ["policy", "use", "nonesuch", "--department", "一部"]),
      (["help", "department", "add"], ["department", "add", "x", "--under", "一部", "--policy", "nonesuch"]),
      (["help", "department", "add"], ["department", "add", "x", "--under", "一部", "--kind", "boss"]),
      (["help", "number", "mark"], ["number", "mark", "1", "1", "gone"]),
      (["help", "view", "keep"], ["view", "keep", "6", "--name", "x", "--base", "tides"]),
      (["help", "visit-day"], ["visit-day", "maybe"]), (["help", "mine"], ["mine", "--lang", "fr"]),
    ] {
      let said = base.run(wrong + ["--json"]).errors
      let values =
        said.split(separator: "It may be: ").last?.prefix { $0 != "\"" }.split(separator: ", ") ?? []
      XCTAssertGreaterThan(values.count, 1, said)
      let help = base.run(words).output
      for value in values { XCTAssertTrue(help.contains(value), "\(words): \(value) is not in \(help)") }
    }
  }

  /// What the screens call an outcome in short stands beside its key.
  func testOutcomesAreToldWithTheWordsOfTheScreens() throws {
    let help = try CommandBase().run("help", "note", "--lang", "en").output
    for text in ["connected (reached)", "interested (keen)", "appointment (appt)", "busy,"] {
      XCTAssertTrue(help.contains(text), text)
    }
  }

  /// The levels are those of the policy in force.
  func testTheValuesAreThoseOfThePolicy() throws {
    let base = try CommandBase()
    let shipped = base.run("policy", "show", "channel").output
    XCTAssertTrue(base.lines("help", "note", in: "zh-Hans").contains { $0.contains("H (近签约)") })
    let file = try base.file("p.json", shipped.split(separator: "近签约").joined(separator: "快签了"))
    try base.json("policy", "adopt", file, "--from", "2026-11-27")
    base.set("2026-11-27T09:00:00+08:00")
    try base.json("engine", "tick")
    for who in ["zhang", "li"] {
      let lines = base.lines("help", "note", "--as", who, in: "zh-Hans")
      XCTAssertTrue(lines.contains { $0.contains("H (快签了)") }, "\(lines)")
    }
  }

  func testHelpNamesTheColumnsOfAnImport() throws {
    let base = try base()
    let table = try base.file("t.csv", "名称,未知\n甲,乙\n")
    let house = try CommandBase()
    for (language, columns) in [("zh-Hans", ["公司名称", "固定电话"]), ("en", ["company name", "phone"])] {
      let help = base.run("help", "import", "--lang", language).output
      let refused = house.run("import", table, "--lang", language).errors
      for column in columns {
        XCTAssertTrue(help.contains(column), help)
        XCTAssertTrue(refused.contains(column), refused)
      }
    }
  }

  // MARK: did you mean

  func testAMistypedWordIsToldWhatWasMeant() throws {
    let base = try CommandBase()
    for (words, meant) in [
      (["sae"], "sea"), (["va", "1"], "av"), (["pikc", "1"], "pick"), (["minee"], "mine"), (["Mine"], "mine"),
      (["ntoe", "1"], "note"),
      (["relase", "1"], "release"), (["person", "lst"], "person list"), (["preson", "list"], "person list"),
      (["enigne"], "engine"), (["tomorow", "shwo"], "tomorrow show"), (["help", "pikc"], "pick"),
      (["help", "ordr", "add"], "order add"), (["mine", "--limt", "3"], "--limit"),
      (["mine", "--jsn"], "--json"), (["note", "1", "--outcom=busy"], "--outcome"),
      (["mine", "--json=yes"], "--json"),
    ] {
      for (language, said) in [("zh-Hans", "是不是 \(meant)?"), ("en", "Did you mean \(meant)?")] {
        let answer = base.run(words + ["--lang", language])
        XCTAssertEqual(answer.status, 2, "\(words)")
        XCTAssertTrue(answer.errors.contains(said), "\(words): \(answer.errors)")
      }
    }
  }

  func testNothingIsGuessedWhereNothingIsNear() throws {
    let base = try CommandBase()
    for words in [
      ["frobnicate"], ["x"], ["policy", "frobnicate"], ["mine", "--frobnicate"], [""],
      [String(repeating: "pick", count: 100_000)],
    ] {
      let answer = base.run(words)
      XCTAssertEqual(answer.status, 2)
      XCTAssertFalse(answer.errors.contains("Did you mean"), answer.errors)
    }
  }
}
