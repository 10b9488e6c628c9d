import TestSupport
import XCTest

/// R4.5: days and hours are those of the house, wherever it is, in the answer of every command.
final class HouseDayTests: XCTestCase {
  /// Two houses that live through the same hours, each by its own clock, answer the same: only the offset behind a time
  /// in JSON differs. It is late in the evening, when the day of the zone that ships is another one.
  func testEveryCommandAnswersByTheDaysOfItsHouse() throws {
    for (offset, isJSON) in [("+05:30", false), ("-03:00", true)] {
      let shipped = try HouseLife(offset: "+08:00", isJSON: isJSON).answers()
      let elsewhere = try HouseLife(offset: offset, isJSON: isJSON).answers()
      for (call, (answer, expected)) in zip(HouseLife.script, zip(elsewhere, shipped)) {
        XCTAssertEqual(answer, expected, "\(offset): \(call)")
      }
    }
  }

  /// What is lived through asks every command there is, but those that tell no moment.
  func testNoCommandIsLeftOut() throws {
    let base = try CommandBase(sandbox: false)
    let commands = try base.list("help").compactMap { $0["command"]?.text }.filter { !$0.isEmpty }
    let asked = HouseLife.script.map { call in
      commands.filter { "\(call.words.trimmingPrefix("!")) ".hasPrefix("\($0) ") }.max { $0.count < $1.count }
    }
    XCTAssertEqual(Set(commands).subtracting(asked.compactMap { $0 }), HouseLife.timeless)
  }

  /// `--now` without an offset is the time of the house too.
  func testATimeWithoutItsZone() throws {
    let life = try HouseLife(offset: "-03:00", isJSON: true)
    life.house.now = "2026-11-26T22:40"
    XCTAssertEqual(try life.house.run("when +1h")["at"], "2026-11-26T23:40:00-03:00")
    XCTAssertEqual(try life.house.run("counters", as: "zhang")["added"], 0)
  }
}

/// A house at an offset, and what its people do there within two months.
private final class HouseLife {
  let house: CommandHouse
  private let offset: String
  private let isJSON: Bool
  private let files: [String: String]

  struct Call: CustomStringConvertible {
    let time, who, words: String
    var description: String { "\(time) \(who): \(words)" }
  }

  init(offset: String, isJSON: Bool) throws {
    (self.offset, self.isJSON) = (offset, isJSON)
    // At noon the day of every house is the same.
    house = try CommandHouse(at: "2026-11-25T12:00:00\(offset)")
    for (login, role) in [("shen", "support"), ("lu", "clerk")] {
      try house.run("person add \(login) --name \(login) --department 一部 --role \(role)")
    }
    let policy = try JSON.channel(["utc_offset": .text(offset)])
    let path = try house.file(String(decoding: try policy.data, as: UTF8.self))
    try house.run("policy adopt \(path) --from 2026-11-25")
    let rows = try house.file("公司名称,固定电话,经营地址\n苏州潮汐厂,0512-62000001,苏州市潮声路6号", named: "rows.csv")
    let records = try house.file(
      "number,time,seconds\n051261000001,2026-11-25 10:00:00,60", named: "records.csv")
    files = ["POLICY": path, "ROWS": rows, "RECORDS": records]
  }

  func answers() throws -> [String] {
    try HouseLife.script.map { call in
      house.now = "\(call.time)\(offset)"
      let isRefused = call.words.hasPrefix("!")
      let words = call.words.trimmingPrefix("!").split(separator: " ")
        .map { files[String($0)] ?? String($0) }.joined(separator: " ")
      let who = call.who == "-" ? nil : call.who
      if !isJSON { return steady(house.text(words, as: who, in: "zh-Hans")) }
      let said = try house.call(words, as: who)
      XCTAssertEqual(said.status != 0, isRefused, "\(call): \(said.text)")
      return steady(said.text.replacingOccurrences(of: "\(offset)\"", with: "+08:00\""))
    }
  }

  /// Without what is another in each base: the room on the disk, and the cursor, which counts from UTC.
  private func steady(_ answer: String) -> String {
    answer.split(separator: "\n").filter { !$0.contains("磁盘") && !$0.contains("\"check\":\"disk\"") }
      .joined(separator: "\n")
      .replacingOccurrences(of: "\"cursor\":\"[0-9]+-", with: "\"cursor\":\"", options: .regularExpression)
  }

  /// Those that tell no moment, are no act of the house, or never end.
  static let timeless: Set<String> = [
    "help", "keys", "phrases", "phrases set", "phrases drop", "script", "script set", "script drop",
    "version", "document save", "name", "number", "init", "demo", "engine run", "person list",
    "policy list", "policy show", "preferences",
    "policy check", "policy use", "calendar import", "person add", "person change", "person move",
    "person deactivate", "person activate", "department add",
  ]

  /// A time holds for the calls below it too; one that begins with `!` fails, and `-` is who owns the base. `{n}` is the company n.
  static let script: [Call] = HouseScript.text.split(separator: "\n").reduce(into: []) { calls, line in
    let words = line.split(separator: " ", maxSplits: 2).map(String.init)
    let isTimed = words[0].contains("T")
    let time = isTimed ? words[0] : calls.last?.time ?? ""
    let rest = isTimed ? Array(words.dropFirst()) : line.split(separator: " ", maxSplits: 1).map(String.init)
    calls.append(Call(time: time, who: rest[0], words: spelled(rest[1])))
  }

  private static func spelled(_ words: String) -> String {
    guard let start = words.firstIndex(of: "{"), let end = words.firstIndex(of: "}") else { return words }
    let number = words[words.index(after: start)..<end]
    return words[..<start]
      + "--name 苏州潮音\(number)号机械有限公司 --phone 0512-610000\(number) --fax none --address 苏州市潮声路\(number)号"
      + words[words.index(after: end)...]
  }
}
