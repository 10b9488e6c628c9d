import CommandLine
import Foundation
import Synchronization
import TestSupport
import XCTest

/// The demo: a small floor in every phase, whatever day it is shown on.
final class DemoTests: XCTestCase {
  /// A plain Thursday, the middle of a holiday at night, the first desk day after a month's end, a Sunday.
  private static let days = [
    "2026-11-26T14:00:00+08:00", "2026-10-03T00:10:00+08:00", "2027-03-01T08:00:00+08:00",
    "2026-11-29T23:59:00+08:00",
  ]

  /// Each day's demo as it was made first: to make one takes seconds.
  private static let made = Mutex<[String: Data]>([:])

  private func demo(on day: String) throws -> CommandBase {
    let base = try CommandBase(sandbox: false)
    base.set(day)
    if let made = DemoTests.made.withLock({ $0[day] }) {
      XCTAssertTrue(
        FileManager.default.createFile(
          atPath: base.path, contents: made, attributes: [.posixPermissions: 0o600]))
    } else {
      XCTAssertEqual(base.run("demo").errors, "screens", day)
      let made = try Data(contentsOf: URL(fileURLWithPath: base.path))
      DemoTests.made.withLock { $0[day] = made }
    }
    return base
  }

  func testThereIsSomethingInEveryPhase() throws {
    for day in DemoTests.days {
      let base = try demo(on: day)
      let dump = try BaseDump(base.path)
      // One of them was entered by an answer of support's.
      XCTAssertEqual(try dump.count("customer"), 563, day)
      XCTAssertEqual(try dump.count("person_role", where: "role = 'agent'"), 8)
      XCTAssertEqual(try dump.count("person_role", where: "role = 'manager'"), 1)
      XCTAssertEqual(try dump.value("SELECT value FROM setting WHERE name = 'sandbox'"), "1")
      for (what, condition) in [
        ("pending", "state = 'pending'"), ("following", "state = 'following'"),
        ("sea", "state = 'unassigned'"),
        ("warned", "warned_at IS NOT NULL"), ("planned", "next_contact IS NOT NULL"),
      ] {
        XCTAssertGreaterThan(try dump.count("customer", where: condition), 5, "\(day): \(what)")
      }
      XCTAssertEqual(try dump.count("customer", where: "state = 'signed'"), 12, day)
      for reason in ["flowed_back", "no_need", "competitor"] {
        XCTAssertGreaterThan(
          try dump.count("opportunity", where: "end_reason = '\(reason)'"), 3, "\(day): \(reason)")
      }
      for level in [7, 3, 1] {
        XCTAssertGreaterThan(try dump.count("warning", where: "level = \(level)"), 3, day)
      }
      XCTAssertGreaterThan(try dump.count("note", where: "renewals = 3"), 3, "\(day): visits")
      XCTAssertEqual(try dump.integrity(), "ok")
    }
  }

  /// One acts as an agent; nothing is overdue, and the engine finds nothing left to do.
  func testItIsAsTheEngineWouldHaveLeftIt() throws {
    for day in DemoTests.days {
      let base = try demo(on: day)
      let tick = try base.json("engine", "tick")
      XCTAssertEqual(
        [tick["released"]?.integer, tick["warned"]?.integer, tick["failed"]?.integer], [0, 0, 0], day)
      let doctor = try base.list("doctor", "--as", "admin")
      XCTAssertEqual(doctor.filter { $0["state"] == "wrong" }.map { $0["message"]?.text }, [], day)
      let agent = try XCTUnwrap(try BaseDump(base.path).value("SELECT login FROM person WHERE id = 2"))
      let mine = try base.list("mine", "--as", agent)
      XCTAssertGreaterThan(mine.count, 50)
      let left = mine.compactMap { $0["days_left"]?.integer }
      XCTAssertEqual(left, left.sorted())
      XCTAssertTrue(Set(0...7).intersection(left).count >= 4, "\(day): \(left)")
      XCTAssertGreaterThan(try base.list("alerts", "--as", agent).count, 3)
    }
  }

  /// A signed customer in each segment of the service axis, in the library one looks at (section 9).
  func testThereIsASignedCustomerInEverySegment() throws {
    for day in DemoTests.days {
      let base = try demo(on: day)
      let mine = try base.list("mine", "--as", "hexiaoman").filter { $0["state"] == "signed" }
      let segments = try mine.map { customer in
        try base.json("show", customer["code"]?.text ?? "", "--as", "hexiaoman")["axis"]?["segment"]?.text
      }
      XCTAssertEqual(Set(segments), ["ordered", "service", "renewal", "protection", "after"], day)
    }
  }

  /// An application in every state (R5.8).
  func testThereIsAnApplicationInEveryState() throws {
    for day in DemoTests.days {
      let base = try demo(on: day)
      let all = try base.list("application", "list", "--all", "--as", "shenqingming")
      XCTAssertEqual(
        Set(all.compactMap { $0["state"]?.text }),
        ["open", "enter", "granted", "refused", "used", "lapsed", "withdrawn"], day)
      let mine = try base.list("application", "list", "--as", "hexiaoman")
      XCTAssertEqual(mine.first?["task"], "enter", day)
      XCTAssertTrue(mine.contains { $0["overdue"] == true }, day)
    }
  }

  /// The agent one is has lost a customer that can be asked back, and her manager has something to answer (R4.8, R4.16).
  func testTheManagerIsNeeded() throws {
    for day in DemoTests.days {
      let base = try demo(on: day)
      XCTAssertEqual(try base.list("requests", "--as", "linbailu").map { $0["kind"] }, ["extension"], day)
      let lost = try base.list("lost", "--as", "hexiaoman")
      XCTAssertEqual(lost.first?["reason"], "flowed_back", day)
      try base.json("takeback", lost.first?["code"]?.text ?? "", "--ask", "--as", "hexiaoman")
    }
  }

  /// A list to call where there is a desk today, the next one half made, and lists for the manager to pass: some whole,
  /// some not (R7.5, R8.1).
  func testItsFloorLivesADay() throws {
    for day in DemoTests.days {
      let base = try demo(on: day)
      let calls = try base.list("calls", "--as", "hexiaoman")
      let isDeskDay = day.hasPrefix("2026-11-26") || day.hasPrefix("2027")
      XCTAssertEqual(calls.contains { $0["why"] == "prepared" }, isDeskDay, day)
      let list = try XCTUnwrap(try base.list("tomorrow", "show", "--as", "hexiaoman").first)
      XCTAssertEqual(list["prepared"]?.integer, 24, day)
      XCTAssertTrue((3...4).contains(list["new"]?.integer ?? 0), day)
      _ = try base.list("tomorrow", "fill", "--as", "hexiaoman")
      let filled = try XCTUnwrap(try base.list("tomorrow", "show", "--as", "hexiaoman").first)
      XCTAssertTrue((44...50).contains(filled["prepared"]?.integer ?? 0), "\(day): \(filled)")
      let board = try base.list("evening", "--as", "linbailu")
      XCTAssertEqual(board.filter { $0["status"] == "submitted" }.count, 5, day)
      XCTAssertEqual(board.filter { $0["status"] == "not_submitted" }.map { $0["login"] }, ["hexiaoman"], day)
      XCTAssertEqual(try base.list("evening", "pass", "--whole", "--as", "linbailu").count, 3, day)
      let history = try base.list("evening", "history", "--as", "linbailu")
      XCTAssertEqual(history.contains { $0["at_close"] == "not_submitted" }, isDeskDay, day)
    }
  }

  func testItIsMadeOnce() throws {
    let base = try CommandBase(sandbox: false)
    base.set(CommandBase.start)
    XCTAssertEqual(base.run("demo").errors, "screens")
    let before = try BaseDump(base.path).all()
    XCTAssertEqual(base.run("demo").errors, "screens")
    XCTAssertEqual(try BaseDump(base.path).all(), before)
  }

  func testARealBaseIsNoDemo() throws {
    let base = try CommandBase(sandbox: false)
    XCTAssertEqual(base.run("init").status, 0)
    try base.assertRefused("exists", ["demo"])
  }
}
