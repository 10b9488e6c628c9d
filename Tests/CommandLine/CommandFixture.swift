import CommandLine
import Domain
import Foundation
import TerminalKit
import TestSupport
import XCTest

/// What a call of the program answered.
struct Answer {
  let output: String
  let errors: String
  let status: Int32

  /// Standard output, an object a line.
  var objects: [JSON] {
    get throws {
      try output.split(separator: "\n").map { try JSONDecoder().decode(JSON.self, from: Data($0.utf8)) }
    }
  }

  var object: JSON {
    get throws {
      let objects = try objects
      XCTAssertEqual(objects.count, 1, output)
      return try XCTUnwrap(objects.first)
    }
  }

  /// Standard error as the object of a refused call.
  var refusal: JSON {
    get throws {
      XCTAssertEqual(errors.filter { $0 == "\n" }.count, 1, "one line: \(errors)")
      return try JSONDecoder().decode(JSON.self, from: Data(errors.utf8))
    }
  }

  var code: String? { try? refusal["code"]?.text }
}

/// A sandbox base that is worked on by commands, as scripts do, all of it in this process.
final class CommandBase {
  let folder: URL
  var environment: [String: String]
  /// The host's.
  var clock: @Sendable () -> Instant = Context.hostTime

  /// Thursday, 2026-11-26 14:00 in the house.
  static let start = "2026-11-26T14:00:00+08:00"

  /// - Parameter sandbox: false leaves everything to be made.
  init(sandbox: Bool = true) throws {
    folder = try Scratch.newFolder()
    environment = ["TIDELINE_DB": folder.appendingPathComponent("house.db").path, "LC_ALL": "C.UTF-8"]
    if sandbox {
      environment["TIDELINE_NOW"] = CommandBase.start
      try settleIn()
    }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private func settleIn() throws {
    for call in [
      ["init", "--sandbox"], ["person", "add", "zhang", "--name", "张三", "--department", "一部"],
      ["person", "add", "li", "--name", "李四", "--department", "二部"],
      ["person", "add", "lin", "--name", "林经理", "--department", "一部", "--role", "manager"],
    ] {
      let answer = run(call)
      guard answer.status == 0 else { throw Unusable(errors: answer.errors) }
    }
  }

  private struct Unusable: Error { let errors: String }

  var path: String { environment["TIDELINE_DB"] ?? "" }

  /// - Parameter onTerminal: as where standard output is a terminal.
  func run(_ words: [String], onTerminal: Bool = false) -> Answer {
    let width: ((String) -> Int)? = onTerminal ? { TextWidth.of($0) } : nil
    switch CommandLineTool.run(words, environment: environment, clock: clock, width: width) {
    case .finished(let output, let errors, let status):
      return Answer(output: output, errors: errors, status: status)
    case .screens: return Answer(output: "", errors: "screens", status: -1)
    }
  }

  func run(_ words: String...) -> Answer { run(words) }

  /// What somebody reads on a terminal, line by line.
  func lines(_ words: String..., in language: String = "en") -> [String] {
    run(words + ["--lang", language], onTerminal: true).output.split(
      separator: "\n", omittingEmptySubsequences: false
    ).dropLast().map(String.init)
  }

  /// With `--json`, which must succeed.
  @discardableResult
  func json(_ words: String..., file: StaticString = #filePath, line: UInt = #line) throws -> JSON {
    let answer = run(words + ["--json"])
    XCTAssertEqual(answer.status, 0, answer.errors, file: file, line: line)
    XCTAssertEqual(answer.errors, "", file: file, line: line)
    return try answer.object
  }

  func list(_ words: String..., file: StaticString = #filePath, line: UInt = #line) throws -> [JSON] {
    let answer = run(words + ["--json"])
    XCTAssertEqual(answer.status, 0, answer.errors, file: file, line: line)
    return try answer.objects
  }

  func set(_ time: String) { environment["TIDELINE_NOW"] = time }

  func file(_ name: String, _ text: String) throws -> String {
    try file(name, Data(text.utf8))
  }

  func file(_ name: String, _ bytes: Data) throws -> String {
    let url = folder.appendingPathComponent(name)
    try bytes.write(to: url)
    return url.path
  }

  func importRows(_ rows: [String]) throws {
    let path = try file("rows.csv", (["公司名称,固定电话,经营地址"] + rows).joined(separator: "\n"))
    try json("import", path)
  }

  /// Refused with this code and status: one line on standard error, an object with `--json`, in both languages, and
  /// nothing in the base is another than before.
  func assertRefused(
    _ code: String, status: Int32 = 1, _ words: [String], file: StaticString = #filePath, line: UInt = #line
  ) throws {
    // The receipt of a check that refused stays (R5.6).
    let left: Set = ["lease", "receipt", "receipt_hit"]
    let before = try? BaseDump(path).all(except: left)
    for (language, isJSON) in [("zh-Hans", true), ("en", false)] {
      let answer = run(["--lang", language] + (isJSON ? ["--json"] : []) + words)
      XCTAssertEqual(answer.status, status, "\(words): \(answer.errors)", file: file, line: line)
      XCTAssertEqual(answer.output, "", file: file, line: line)
      XCTAssertEqual(answer.errors.filter(\.isNewline).count, 1, "one line", file: file, line: line)
      guard isJSON else { continue }
      let refusal = try answer.refusal
      XCTAssertEqual(refusal.keys, ["code", "message"], file: file, line: line)
      XCTAssertEqual(refusal["code"]?.text, code, "\(words)", file: file, line: line)
      XCTAssertFalse(refusal["message"]?.text?.isEmpty ?? true, file: file, line: line)
    }
    XCTAssertEqual(try? BaseDump(path).all(except: left), before, "changed", file: file, line: line)
  }
}
