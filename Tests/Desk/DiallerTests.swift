import Dispatch
import Domain
import Foundation
import HouseFixtures
import Synchronization
import XCTest

@testable import Desk

/// The site's command that dials (R7.3).
final class DiallerTests: XCTestCase {
  private var folder = URL(filePath: "/")
  private let (group, failures) = (DispatchGroup(), Failures())

  override func setUpWithError() throws { folder = try Scratch.newFolder() }
  override func tearDown() { try? FileManager.default.removeItem(at: folder) }

  /// A command that says that it runs, and then does this; `$fifo` never ends.
  private func dialler(_ line: String) throws -> Dialler {
    let (command, fifo) = (folder.path + "/dial", folder.path + "/never")
    if !FileManager.default.fileExists(atPath: fifo) { XCTAssertEqual(mkfifo(fifo, 0o600), 0) }
    let script = "#!/bin/sh\nfifo='\(fifo)'\necho $1 $$ >> '\(folder.path)/calls'\n\(line)\n"
    try Data(script.utf8).write(to: URL(filePath: command))
    XCTAssertEqual(chmod(command, 0o700), 0)
    return Dialler(command: command)
  }

  /// Returns when the command runs.
  private func dial(_ number: String, by dialler: Dialler) {
    let before = calls.count
    dialler.dial(number, in: group) { [failures] in failures.add($0) }
    while calls.count == before { sched_yield() }
  }

  private func process(of call: [String]?) throws -> pid_t {
    try XCTUnwrap(call.flatMap { pid_t($0[1]) })
  }

  /// One that stays running is ended by the next call, instead of being joined by it.
  func testACallEndsTheCommandOfTheOneBefore() throws {
    let dialler = try dialler("[ $1 = 9 ] || exec cat $fifo")
    for number in ["1", "2", "3", "9"] { dial(number, by: dialler) }
    group.wait()
    XCTAssertEqual(calls.map(\.first), ["1", "2", "3", "9"])
    for call in calls { XCTAssertEqual(kill(try process(of: call), 0), -1, call[0]) }
    XCTAssertEqual(failures.all, [], "one that made way did not fail")
    dial("4", by: dialler)
    XCTAssertEqual(kill(try process(of: calls.last), SIGKILL), 0)
    group.wait()
    XCTAssertEqual(failures.all, [.signal(SIGKILL)], "one that was killed by somebody else did")
  }

  /// One that will not end is made to by the call after the next: they do not pile up.
  func testACommandThatDoesNotListenIsKilled() throws {
    let dialler = try dialler("trap '' TERM; [ $1 = 9 ] || while :; do read line < $fifo; done")
    for number in ["1", "2", "3"] { dial(number, by: dialler) }
    let first = try process(of: calls.first)
    while kill(first, 0) == 0 { sched_yield() }
    XCTAssertEqual(kill(try process(of: calls[1]), 0), 0, "the second was asked, and has its time yet")
    for number in ["9", "9"] { dial(number, by: dialler) }
    group.wait()
    XCTAssertEqual(failures.all, [])
  }

  /// What it has started goes with it; so it does where the line drops.
  func testWhatACommandHasStartedEndsWithIt() throws {
    for ending in [{ $0.hangUp() }, { [self] in dial("9", by: $0) }] as [(Dialler) -> Void] {
      let dialler = try dialler(
        "[ $1 = 9 ] || { cat $fifo & echo child $! >> '\(folder.path)/calls'; wait; }")
      dialler.dial("1", in: group) { [failures] in failures.add($0) }
      while calls.last?.first != "child" { sched_yield() }
      let child = try process(of: calls.last)
      ending(dialler)
      group.wait()
      while kill(child, 0) == 0 && !isZombie(child) { sched_yield() }
    }
  }

  /// Its parent is gone, and who takes orphans in may take his time.
  private func isZombie(_ process: pid_t) -> Bool {
    (try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8))?.contains(") Z ") ?? true
  }

  func testWhatCanNotBeRunIsTold() throws {
    for command in ["/no/such/dial", folder.path] {
      Dialler(command: command).dial("1", in: group) { [failures] in failures.add($0) }
      group.wait()
    }
    dial("1", by: try dialler("exit 3"))
    group.wait()
    XCTAssertEqual(
      failures.all, [.missing(path: "/no/such/dial"), .notRunnable(path: folder.path), .status(3)])
  }

  private var calls: [[String]] {
    let text = (try? String(contentsOf: folder.appendingPathComponent("calls"), encoding: .utf8)) ?? ""
    return text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
  }

  private final class Failures: Sendable {
    private let reasons = Mutex<[DialFailure]>([])

    var all: [DialFailure] { reasons.withLock { $0 } }

    func add(_ reason: DialFailure) { reasons.withLock { $0.append(reason) } }
  }
}
