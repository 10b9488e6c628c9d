import CommandLine
import Foundation
import TestSupport
import XCTest

/// What commands print: both languages, one object a line, and nothing that acts on a terminal (R12.5).
final class OutputTests: XCTestCase {
  private static let calls: [[String]] = [
    ["show", "1", "--as", "zhang"], ["show", "2", "--as", "zhang"], ["mine", "--as", "zhang"], ["sea"],
    ["why", "1", "--as", "zhang"], ["audit"], ["audit", "1"], ["alerts", "--as", "zhang"], ["help"],
    ["help", "note"], ["version"], ["policy", "list"], ["policy", "show", "channel"], ["when", "明天10点"],
    ["name", "苏州日东精密电子有限公司"], ["number", "0512-60010001"], ["workday", "2026-11-26", "+3"],
    ["engine", "status"], ["forecast"], ["lost", "--as", "zhang"], ["rescue", "--as", "zhang"],
    ["requests"], ["calendar", "show", "2026"],
  ]

  private func base() throws -> CommandBase {
    let base = try CommandBase()
    try base.importRows(["苏州日东精密电子有限公司,0512-60010001,苏州市工业园区潮声路8号", "昆山云杉模具厂,0512-60010002,昆山市"])
    try base.json("pick", "1", "--as", "zhang")
    try base.json(
      "note", "1", "--kind", "call", "--outcome", "interested", "--text", "要报价", "--next", "明3", "--as",
      "zhang")
    base.set("2026-12-21T10:00:00+08:00")
    try base.json("engine", "tick")
    return base
  }

  func testBothLanguagesSayEverything() throws {
    let base = try base()
    for call in OutputTests.calls {
      for language in ["zh-Hans", "en"] {
        let answer = base.run(call + ["--lang", language], onTerminal: true)
        XCTAssertEqual(answer.status, 0, "\(call): \(answer.errors)")
        XCTAssertFalse(answer.output.isEmpty, "\(call)")
        // A text that is missing shows as its key.
        let keys = answer.output.split { !$0.isLetter && !"._".contains($0) }.filter {
          $0.wholeMatch(of: /[a-z]+(_[a-z]+)*(\.[a-z_]+)+/) != nil
        }
        XCTAssertEqual(keys.filter { !$0.hasSuffix(".json") }, [], "\(call) in \(language)")
      }
    }
  }

  /// The words of the policy, not those of the contract.
  func testTheTimelineSpeaksTheLanguage() throws {
    let base = try base()
    base.set("2026-12-21T10:00:10+08:00")
    try base.json("note", "1", "--kind", "visit", "--outcome", "refused", "--text", "不要", "--as", "zhang")
    try base.json("undo", "--as", "zhang")
    try base.json("release", "1", "--reason", "competitor", "--as", "zhang")
    let chinese = base.run("show", "1", "--as", "zhang", "--lang", "zh-Hans").output
    for text in ["上门/拒绝  (已撤销)", "电话/有意向", "开出 (选了竞品)", "挑入"] {
      XCTAssertTrue(chinese.contains(text), "\(text) in \(chinese)")
    }
    let english = base.run("show", "1", "--as", "zhang", "--lang", "en").output
    for text in ["visit/refused  (taken back)", "call/interested", "released (chose a competitor)", "picked"]
    {
      XCTAssertTrue(english.contains(text), "\(text) in \(english)")
    }
  }

  func testTheLanguageFollowsTheLocale() throws {
    let base = try CommandBase()
    for (locale, text) in [("zh_CN.UTF-8", "公海"), ("en_GB.UTF-8", "sea"), ("C", "sea")] {
      base.environment["LC_ALL"] = locale
      XCTAssertTrue(base.run("sea").output.contains(text), locale)
    }
    base.environment["LC_ALL"] = ""
    base.environment["LANG"] = "zh_CN.UTF-8"
    XCTAssertTrue(base.run("sea").output.contains("公海"))
  }

  /// Keys in lower_snake_case, times in ISO 8601 with their offset, one object a line.
  func testTheShapeOfTheJSON() throws {
    let base = try base()
    for call in OutputTests.calls where call.first != "policy" {
      let answer = base.run(call + ["--json"])
      XCTAssertEqual(answer.status, 0, answer.errors)
      for object in try answer.objects { check(object, "\(call)") }
    }
  }

  private func check(_ json: JSON, _ call: String) {
    switch json {
    case .object(let fields):
      for (key, value) in fields {
        XCTAssertNotNil(key.wholeMatch(of: /[a-z0-9]+(_[a-z0-9]+)*/), "\(call): \(key)")
        if key.hasSuffix("_at"), let time = value.text {
          let isTime = time.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00/) != nil
          XCTAssertTrue(isTime, "\(call): \(key) is \(time)")
        }
        check(value, call)
      }
    case .list(let items): items.forEach { check($0, call) }
    default: break
    }
  }

  func testTheSameCallGivesTheSameJSON() throws {
    let base = try base()
    for call in OutputTests.calls where call.first != "engine" {
      XCTAssertEqual(base.run(call + ["--json"]).output, base.run(call + ["--json"]).output, "\(call)")
    }
  }

  /// Whatever stands in the base, however it came there.
  func testNothingThatActsOnATerminalIsSent() throws {
    let base = try base()
    let connection = try DangerousBase(base.path)
    try connection.poison("红\u{1B}]0;x\u{7}\u{9B}2J\u{202E}反\u{2028}\u{7F}\r厂")
    for call in OutputTests.calls {
      for words in [call, call + ["--json"]] {
        let output = [false, true].map { base.run(words, onTerminal: $0).output }.joined()
        let acting = output.unicodeScalars.filter {
          switch $0.value {
          case 0x0A, 0x09: false
          case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
          default: false
          }
        }
        XCTAssertEqual(acting.map { String($0.value, radix: 16) }, [], "\(words)")
      }
    }
    let name = try base.json("show", "1", "--as", "zhang")["name"]?.text
    XCTAssertEqual(name, "红\u{1B}]0;x\u{7}\u{9B}2J\u{202E}反\u{2028}\u{7F}\r厂", "JSON loses nothing")
  }

  func testWhatWasTypedIsCleanedToo() throws {
    let base = try CommandBase()
    for words in [
      ["fro\u{1B}[31mb"], ["show", "K\u{1B}[2J"], ["show", "a\nb"], ["mine", "--as", "x\u{9B}1m"],
      ["pick", "1", "--o\u{202E}"], ["import", "a\u{7}b"],
    ] {
      for isJSON in [[], ["--json"]] {
        let errors = base.run(words + isJSON).errors
        XCTAssertEqual(errors.filter(\.isNewline).count, 1)
        XCTAssertFalse(
          errors.unicodeScalars.dropLast().contains { $0.value < 0x20 || $0.value == 0x202E }, errors)
        XCTAssertFalse(errors.contains("\u{9B}"))
      }
    }
  }
}
