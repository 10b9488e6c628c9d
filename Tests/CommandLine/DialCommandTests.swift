import Foundation
import Glibc
import TestSupport
import XCTest

/// `dial` (R6.7, R7.3), with commands of a site as bad as they come.
final class DialCommandTests: XCTestCase {
  private func base() throws -> CommandBase {
    let base = try CommandBase()
    _ = try base.json(
      "enter", "--name", "苏州潮音机械有限公司", "--phone", "0512-60010001", "--fax", "0512-60010002", "--mobile",
      "139 0000 0012", "--address", "苏州市潮声路1号", "--as", "zhang")
    return base
  }

  /// - Parameter mode: of the file.
  private func install(_ script: String, in base: CommandBase, mode: mode_t = 0o700) throws {
    let path = base.folder.appendingPathComponent("dial").path
    try Data(script.utf8).write(to: URL(filePath: path))
    XCTAssertEqual(chmod(path, mode), 0)
    base.environment["TIDELINE_DIAL"] = path
  }

  func testItRunsTheSitesCommandWithTheNumberAlone() throws {
    let base = try base()
    let said = base.folder.appendingPathComponent("said").path
    try install("#!/bin/sh\nprintf '%s|' \"$@\" > '\(said)'; printf '\\033[2J'\n", in: base)
    XCTAssertEqual(
      try base.json("dial", "1", "--as", "zhang"),
      ["code": "K000001", "number": "051260010001", "tries": 1, "dialled": true, "running": false])
    XCTAssertEqual(try String(contentsOfFile: said, encoding: .utf8), "051260010001|")
    XCTAssertEqual(try base.json("dial", "1", "139-0000-0012", "--as", "zhang")["number"], "13900000012")
    XCTAssertEqual(try base.list("audit", "1", "--as", "zhang").first?["act"], "dial")
  }

  func testWithoutACommandItSaysWhatToDial() throws {
    let base = try base()
    XCTAssertEqual(try base.json("dial", "1", "--as", "zhang")["dialled"], false)
    XCTAssertEqual(
      base.lines("dial", "1", "--as", "zhang", in: "zh-Hans").map { $0.contains("请用座机拨") }, [true])
  }

  func testWhatARuleForbidsIsNotDialled() throws {
    let base = try base()
    try install("#!/bin/sh\nexit 9\n", in: base)
    try base.assertRefused("no_phone", ["dial", "1", "051260010002", "--as", "zhang"])
    try base.assertRefused("invalid_field", ["dial", "1", "110", "--as", "zhang"])
    try base.assertRefused("not_held", ["dial", "1", "--as", "li"])
    try base.assertRefused("unknown_customer", ["dial", "nobody", "--as", "zhang"])
    XCTAssertFalse(try base.list("audit", "1", "--as", "zhang").contains { $0["act"] == "dial" })
  }

  func testACommandThatFailsIsToldInOneLine() throws {
    let base = try base()
    for (script, mode, reason) in [
      ("#!/bin/sh\nprintf '\\033[2J' >&2; exit 3\n", 0o700, "exit status 3"),
      ("#!/bin/sh\nkill -9 $$\n", 0o700, "signal 9"), ("#!/no/such/shell\n", 0o700, "no such program"),
      ("not a program", 0o700, "can't be run"), ("#!/bin/sh\n", 0o600, "can't be run"),
    ] as [(String, mode_t, String)] {
      try install(script, in: base, mode: mode)
      let answer = base.run("dial", "1", "139-0000-0012", "--as", "zhang", "--json")
      if answer.status == 0, getuid() == 0, mode == 0o600 { continue }
      XCTAssertEqual(answer.code, "dial_failed", script)
      XCTAssertTrue(answer.errors.contains(reason), answer.errors)
    }
    for path in ["/no/such/dial", "/etc/passwd/dial"] {
      base.environment["TIDELINE_DIAL"] = path
      let answer = base.run("dial", "1", "--as", "zhang")
      XCTAssertTrue(answer.errors.contains("no such program: \(path)"), answer.errors)
    }
    base.environment["TIDELINE_DIAL"] = base.folder.path
    XCTAssertTrue(base.run("dial", "1", "--as", "zhang").errors.contains("can't be run"))
  }

  /// One that stays as long as the call lasts goes on by itself.
  func testACommandThatStaysIsNotWaitedFor() throws {
    let base = try base()
    let (fifo, process) = ["never", "process"].map { base.folder.appendingPathComponent($0).path }.pair
    XCTAssertEqual(mkfifo(fifo, 0o600), 0)
    try install("#!/bin/sh\necho $$ > '\(process)'\nexec cat '\(fifo)'\n", in: base)
    XCTAssertEqual(try base.json("dial", "1", "--as", "zhang")["running"], true)
    let id = try XCTUnwrap(
      pid_t(String(contentsOfFile: process, encoding: .utf8).trimmingCharacters(in: .newlines)))
    XCTAssertEqual(kill(id, SIGKILL), 0)
    XCTAssertEqual(waitpid(id, nil, 0), id)
  }
}

extension [String] {
  fileprivate var pair: (String, String) { (self[0], self[1]) }
}
