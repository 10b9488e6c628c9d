import Dispatch
import Foundation
import HouseFixtures
import Synchronization
import XCTest

@testable import Desk

/// The site's command that dials (R7.3).
final class DiallerTests: XCTestCase {
  /// One that stays running is ended by the next call, instead of being joined by it.
  func testACallEndsTheCommandOfTheOneBefore() throws {
    let folder = try Scratch.newFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let (command, fifo) = (folder.path + "/dial", folder.path + "/never")
    XCTAssertEqual(mkfifo(fifo, 0o600), 0)
    let script = "#!/bin/sh\necho $1 $$ >> '\(folder.path)/calls'\n[ $1 = 9 ] || exec cat '\(fifo)'\n"
    try Data(script.utf8).write(to: URL(filePath: command))
    XCTAssertEqual(chmod(command, 0o700), 0)
    let (dialler, group, failures) = (Dialler(command: command), DispatchGroup(), Failures())
    for number in ["1", "2", "3", "9"] {
      dialler.dial(number, in: group) { failures.add($0) }
      while calls(folder).count < Int(number) ?? 4 && calls(folder).last?.first != number { sched_yield() }
    }
    group.wait()
    XCTAssertEqual(calls(folder).map(\.first), ["1", "2", "3", "9"])
    for call in calls(folder) { XCTAssertEqual(kill(try XCTUnwrap(pid_t(call[1])), 0), -1, call[0]) }
    XCTAssertEqual(failures.all, [], "one that made way did not fail")
    dialler.dial("4", in: group) { failures.add($0) }
    while calls(folder).last?.first != "4" { sched_yield() }
    XCTAssertEqual(kill(try XCTUnwrap(calls(folder).last.flatMap { pid_t($0[1]) }), SIGKILL), 0)
    group.wait()
    XCTAssertEqual(failures.all.count, 1, "one that was killed by somebody else did")
  }

  private func calls(_ folder: URL) -> [[String]] {
    let text = (try? String(contentsOf: folder.appendingPathComponent("calls"), encoding: .utf8)) ?? ""
    return text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
  }

  private final class Failures: Sendable {
    private let reasons = Mutex<[String]>([])

    var all: [String] { reasons.withLock { $0 } }

    func add(_ reason: String) { reasons.withLock { $0.append(reason) } }
  }
}
