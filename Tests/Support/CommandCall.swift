import CommandLine
import Foundation

/// A base of its own that commands are called on, in a sandbox at a moment that is set. In 一部 are the agents zhang and
/// wang under the manager lin, in 二部 is li, and gu is the director above both.
package final class CommandHouse {
  package let path: String
  package var now: String

  package init(at now: String = "2026-11-26T14:00:00+08:00", policy: String = "channel") throws {
    path = TestHouse.freshPath()
    self.now = now
    try run("init --sandbox --policy \(policy)")
    for (login, name, department, role) in [
      ("gu", "顾大寒", "本部", "director"), ("lin", "林白露", "一部", "manager"), ("zhang", "何小满", "一部", "agent"),
      ("wang", "汪春分", "一部", "agent"), ("li", "江立秋", "二部", "agent"),
    ] {
      try run("person add \(login) --name \(name) --department \(department) --role \(role)")
    }
  }

  deinit {
    for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
  }

  /// What a command says with `--json`, and its exit status.
  package struct Said {
    package let lines: [JSON]
    package let status: Int32
    package let text: String

    package var only: JSON { lines.first ?? .null }
    /// The code of a refusal.
    package var code: String? { status == 0 ? nil : only["code"]?.text }
  }

  /// Words parted by blanks; a word with blanks in it stands in `more`.
  @discardableResult
  package func call(_ words: String, as login: String? = nil, _ more: String...) throws -> Said {
    let call = words.split(separator: " ").map(String.init) + more
    let (output, errors, status) = finished(call + ["--json"] + (login.map { ["--as", $0] } ?? []))
    let text = status == 0 ? output : errors
    let lines = try text.split(separator: "\n").map {
      try JSONDecoder().decode(JSON.self, from: Data($0.utf8))
    }
    return Said(lines: lines, status: status, text: text)
  }

  /// One that must go well.
  @discardableResult
  package func run(_ words: String, as login: String? = nil, _ more: String...) throws -> JSON {
    struct Failed: Error { let words, text: String }
    let call = words.split(separator: " ").map(String.init) + more
    let (output, errors, status) = finished(call + ["--json"] + (login.map { ["--as", $0] } ?? []))
    guard status == 0 else { throw Failed(words: words, text: errors) }
    guard let line = output.split(separator: "\n").first else { return .null }
    return try JSONDecoder().decode(JSON.self, from: Data(line.utf8))
  }

  /// What somebody reads who asks without `--json`.
  package func text(_ words: String, as login: String? = nil, language: String = "en") -> String {
    let call = words.split(separator: " ").map(String.init) + ["--lang", language]
    let (output, errors, _) = finished(call + (login.map { ["--as", $0] } ?? []))
    return output + errors
  }

  private func finished(_ words: [String]) -> (output: String, errors: String, status: Int32) {
    let environment = ["TIDELINE_DB": path, "TIDELINE_NOW": now, "LC_ALL": "C.UTF-8"]
    guard
      case .finished(let output, let errors, let status) = CommandLineTool.run(
        words, environment: environment)
    else { return ("", "screens", -1) }
    return (output, errors, status)
  }

  /// A customer of somebody's, by its code.
  package func entered(_ number: Int, by login: String) throws -> String {
    let code = try run(
      "enter 苏州潮音\(number)号机械有限公司 --phone 0512-6\(1_000_000 + number) --fax none --address 苏州市潮声路\(number)号",
      as: login)["code"]
    return code?.text ?? ""
  }

  /// A file with this text, gone with the house of the test that made it.
  package func file(_ text: String, _ suffix: String) throws -> String {
    let path = TestHouse.freshPath() + suffix
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return path
  }
}
