import CommandLine
import Domain
import Services
import TestSupport
import XCTest

final class DraftCommandTests: XCTestCase {
  /// R6.4: what was not finished, for its writer alone; the newest first.
  func testHalfTypedNotesAreListedForTheirWriter() throws {
    let house = try CommandHouse()
    XCTAssertEqual(house.text("draft list", as: "zhang"), "No half-written notes\n")
    let codes = try [house.entered(1, by: "zhang"), house.entered(2, by: "zhang")]
    let base = try House(path: house.path, access: .write, rules: try .shipped(), origin: "screen")
    let zhang = try Reading.person(login: "zhang", in: base).id
    let began = try XCTUnwrap(base.rules.calendar.moment(iso8601: house.now))
    for (number, code) in codes.enumerated() {
      var draft = NoteDraft()
      draft.text = "要\u{1b}报价\n两行\(number)"
      if number == 0 { (draft.outcome, draft.calledAt) = ("connected", began.seconds) }
      try KeepDraft(draft.json, on: try XCTUnwrap(CustomerID(codeOrID: code))).perform(
        by: zhang, at: began + Int64(60 * number), in: base)
    }
    let lines = try house.call("draft list", as: "zhang").lines
    XCTAssertEqual(lines.map { $0["code"]?.text }, codes.reversed())
    XCTAssertEqual(lines.map { $0["text"] }, ["要\u{1b}报价\n两行1", "要\u{1b}报价\n两行0"])
    XCTAssertEqual(lines.map { $0["on_call_since"] }, [.null, .text(house.now)])
    XCTAssertEqual(lines.map { $0["outcome"] }, [.null, "connected"])
    XCTAssert(house.text("draft list", as: "zhang").contains("要?报价 两行0"))
    XCTAssertEqual(try house.call("draft list", as: "li").lines.count, 0)
  }
}
