import TestSupport
import XCTest

/// The telephone system's records, as a script reads them in every night (R8.7).
final class CallRecordCommandTests: XCTestCase {
  func testAFileIsReadAndSaysWhatItHeld() throws {
    let house = try CommandHouse()
    let file = try house.file(
      "被叫,开始时间,时长\n051260001001,2026-11-26 13:00:00,60\n空号,2026-11-26 13:00:00,60\n", named: "calls.csv")
    let reply = try house.run("callrecords import \(file)", as: "gu")
    XCTAssertEqual(
      reply,
      [
        "read": 2, "kept": 1, "known": 0, "refused": 1, "refused_rows": .list([3]),
        "from": "2026-11-26T13:00:00+08:00", "to": "2026-11-26T13:00:00+08:00",
      ])
    XCTAssertEqual(
      house.text("callrecords import \(file)", as: "gu"),
      "2 rows read, 0 new, 1 known already. 1 could not be read and were left out: rows 3 ...\n")
    XCTAssertEqual(try house.call("callrecords import \(file)", as: "zhang").code, "not_allowed")
    XCTAssertEqual(try house.call("callrecords import \(file).none", as: "gu").code, "bad_file")
  }
}
