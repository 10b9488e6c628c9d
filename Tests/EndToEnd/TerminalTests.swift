import Foundation
import Terminals
import TestSupport
import XCTest

/// The built program as its user has it: on a terminal, with a base, among lines that drop and processes that die.
final class TerminalTests: XCTestCase {
  private func house(of customers: Int) throws -> ProcessHouse {
    let house = try ProcessHouse()
    try house.require(["import", try house.table(of: customers)])
    return house
  }

  /// R6.4
  func testALineThatDropsInTheMiddleOfANoteLeadsBackToIt() throws {
    let house = try house(of: 1)
    let first = try Sitting(house)
    try first.press("g3", until: "苏州潮音1厂")
    try first.press("p", until: "已挑入 苏州潮音1厂")
    try first.press("g1", until: "依据 30天无小计")
    try first.press("w3", until: "写小计")
    try first.press("要报价, 但是", until: "要报价, 但是")
    XCTAssertEqual(first.hangUp(), 128 + SIGHUP)
    let second = try Sitting(house)
    try second.read(until: "有一份没写完的小计: 苏州潮音1厂")
    try second.press("\r", until: "要报价, 但是")
    try second.read(until: "概况")
    try second.press("没有预算\r", until: "已记 苏州潮音1厂")
    XCTAssertEqual(try house.dump().value("SELECT text FROM note"), "要报价, 但是没有预算")
    XCTAssertEqual(try second.quit(), 0)
  }

  /// R6.4: the draft is in the base half a second after the last key; what was typed since is all that is lost.
  func testAProcessThatIsKilledLosesNoMoreThanItsLastSecond() throws {
    let house = try house(of: 1)
    try house.require(["pick", "1", "--as", "zhang"])
    let first = try Sitting(house)
    try first.read(until: "依据 30天无小计")
    try first.press("w3", until: "写小计")
    try first.press("要一份报价", until: "要一份报价")
    try first.read(until: "已存")
    try first.press("还有", until: "还有")
    XCTAssertEqual(first.kill(), 128 + SIGKILL)
    let second = try Sitting(house)
    try second.read(until: "有一份没写完的小计: 苏州潮音1厂")
    try second.press("\r", until: "要一份报价")
    XCTAssertEqual(try house.dump().integrity(), "ok")
  }

  /// Another process holds the base for longer than a session that is hung up may wait: what was typed is in a file.
  func testALineThatDropsWhileTheBaseIsHeldKeepsTheDraft() throws {
    let house = try house(of: 1)
    try house.require(["pick", "1", "--as", "zhang"])
    let first = try Sitting(house)
    try first.read(until: "依据 30天无小计")
    try first.press("w3", until: "写小计")
    let holder = try house.connection()
    try holder.execute("BEGIN IMMEDIATE")
    try first.press("要一份报价", until: "要一份报价")
    XCTAssertEqual(first.hangUp(), 128 + SIGHUP)
    try holder.execute("ROLLBACK")
    let second = try Sitting(house)
    try second.read(until: "有一份没写完的小计: 苏州潮音1厂")
    try second.press("\r", until: "要一份报价")
  }

  /// Whatever ends a process that does not care about it.
  func testNoSignalTakesTheDraftAway() throws {
    for signal in [SIGQUIT, SIGUSR1, SIGUSR2, SIGALRM, SIGTERM] {
      let house = try house(of: 1)
      try house.require(["pick", "1", "--as", "zhang"])
      let first = try Sitting(house)
      try first.read(until: "依据 30天无小计")
      try first.press("w3", until: "写小计")
      try first.press("要一份报价", until: "要一份报价")
      _ = first.end(by: signal)
      let second = try Sitting(house)
      try second.read(until: "有一份没写完的小计: 苏州潮音1厂")
      try second.press("\r", until: "要一份报价")
    }
  }

  /// R12.1: heads and columns where somebody reads it, tabs where a program does.
  func testAListKnowsWhoReadsIt() throws {
    let house = try house(of: 1)
    let sitting = try Sitting(house, ["sea"])
    try sitting.read(until: "编号     名称         意向")
    try sitting.read(until: "K000001  苏州潮音1厂  0     ")
    let piped = try Program.run(["sea", "--as", "zhang"], environment: house.environment())
    XCTAssertTrue(piped.output.hasPrefix("K000001\t苏州潮音1厂\t0\t"), piped.output)
  }

  /// What comes in one read is one key after another.
  func testABurstOfKeysEndsOnItsRow() throws {
    let house = try ProcessHouse()
    try house.require(["import", try house.table(of: 250), "--to", "zhang"])
    let sitting = try Sitting(house)
    try sitting.read(until: "苏州潮音1厂")
    try sitting.press(String(repeating: "j", count: 200) + "k\r", until: "苏州潮音200厂")
    try sitting.read(until: "0512-6100 0200")
    try sitting.press("\u{1B}", until: "我的机会")
    XCTAssertEqual(try sitting.quit(), 0)
  }

  /// R7.3: whatever the site's command prints, and wherever, the screen stays ours.
  func testWhatADialCommandPrintsIsNotSeen() throws {
    let house = try house(of: 1)
    try house.require(["pick", "1", "--as", "zhang"])
    let dial = house.folder.appendingPathComponent("dial").path
    let script =
      "#!/bin/sh\nfor to in /dev/stdout /dev/stderr /dev/tty; do printf '\\033[2J\\033[HDIRT' > $to; done\nexit 3\n"
    try Data(script.utf8).write(to: URL(filePath: dial))
    XCTAssertEqual(chmod(dial, 0o700), 0)
    let sitting = try Sitting(house, dial: dial)
    try sitting.read(until: "依据 30天无小计")
    try sitting.press("d", until: "退出码 3")
    XCTAssertFalse(sitting.hasPainted("DIRT"))
    try sitting.press("1", until: "已记 苏州潮音1厂")
    XCTAssertEqual(try sitting.quit(), 0)
  }
}
