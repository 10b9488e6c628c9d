import Foundation
import TestSupport
import XCTest

/// Reports (R8.5): what is counted, by whom and when, and the forms in which it leaves the house.
final class ReportCommandTests: XCTestCase {
  /// Two days of two departments: calls, a customer at B, a release, a pick, an order.
  private func house() throws -> CommandHouse {
    let house = try CommandHouse(at: "2026-11-26T09:00:00+08:00")
    try house.run("person add he --name 何文 --department House --role clerk")
    let (one, two) = (try house.entered(1, by: "zhang"), try house.entered(2, by: "zhang"))
    let other = try house.entered(3, by: "li")
    let call = "--kind call --text 要看报价单"
    try house.run("note \(one) \(call) --outcome connected --intent B", as: "zhang")
    try house.run("note \(one) \(call) --outcome connected", as: "zhang")
    try house.run("note \(two) --kind call --outcome no_answer --text 无人接", as: "zhang")
    try house.run("note \(other) \(call) --outcome interested", as: "li")
    house.now = "2026-11-27T09:00:00+08:00"
    try house.run("note \(one) \(call) --outcome connected", as: "zhang")
    let order = try house.run("order add \(one) --amount 12800.50 --contract-name 苏州潮音1号机械有限公司", as: "zhang")
    try house.run(
      "order confirm \(order["order"]?.integer ?? order["id"]?.integer ?? 0) --date 2026-11-27", as: "he")
    try house.run("release \(two) --reason no_need", as: "zhang")
    return house
  }

  private func lines(_ words: String, _ house: CommandHouse, as login: String = "gu") throws -> [String: JSON]
  {
    Dictionary(try house.call(words, as: login).lines.map { ($0["key"]?.text ?? "head", $0) }) { one, _ in one
    }
  }

  func testWhatPeopleDid() throws {
    let house = try house()
    let report = try lines("report calls", house)
    XCTAssertEqual(Set(report.keys), ["head", "zhang", "wang", "li", "total"])
    let zhang = try XCTUnwrap(report["zhang"])
    let counted = ["calls", "effective", "ab", "visits", "new", "signed", "amount", "in", "out"].map {
      zhang[$0]
    }
    XCTAssertEqual(
      counted, [4, 2, 2, 0, 2, 1, "12800.50", 2, 1], "one customer on two days, at B since the first")
    XCTAssertEqual([report["total"]?["calls"], report["total"]?["effective"]], [5, 3])
    XCTAssertEqual(report["wang"]?["calls"], 0, "who did nothing has a line")
    let head = try XCTUnwrap(report["head"])
    XCTAssertEqual(
      [head["report"], head["by"], head["from"], head["to"], head["at"]],
      ["calls", "person", "2026-11-01", "2026-11-27", .text(house.now)])
    XCTAssertEqual(
      head["definitions"]?.keys,
      ["calls", "effective", "ab", "visits", "new", "signed", "amount", "in", "out"])
    // R8.5: whoever reads it in a pipe is told too what it counts, of when, and under which heads.
    let piped = house.text("report calls", as: "gu").split(separator: "\n").map(String.init)
    XCTAssertEqual(piped.first, "Calls 2026-11-01 to 2026-11-27, by Person. As of 11-27 Fri 09:00")
    XCTAssertTrue(piped.contains("  Calls: calls that were noted, without those taken back"), "\(piped)")
    XCTAssertTrue(
      piped.contains("Person\tCalls\tEffective\tA/B\tVisits\tNew\tSigned\tAmount\tIn\tOut"), "\(piped)")
  }

  /// R8.5: no figure has to be believed; what it names can be handed on to another command.
  func testWhatStandsBehindAFigure() throws {
    let house = try house()
    func codes(_ words: String, as login: String = "gu") throws -> [JSON?] {
      try house.call("report \(words)", as: login).lines.map { $0["customer"] }
    }
    XCTAssertEqual(try codes("calls --behind effective").count, 3)
    XCTAssertEqual(try codes("calls --behind effective --line zhang --by person"), ["K000001", "K000001"])
    XCTAssertEqual(try codes("calls --behind calls --by day --line 2026-11-27"), ["K000001"])
    let row = try XCTUnwrap(try house.call("report sea --behind no_need", as: "gu").lines.first)
    XCTAssertEqual([row["customer"], row["login"], row["name"]], ["K000002", "zhang", "苏州潮音2号机械有限公司"])
    XCTAssertEqual(try house.call("report calls --behind calls --line li", as: "lin").status, 1)
    for wrong in ["--behind picked", "--behind nothing", "--line zhang", "--behind calls --csv"] {
      XCTAssertEqual(try house.call("report calls \(wrong)", as: "gu").status, 2, wrong)
    }
  }

  func testTargets() throws {
    let house = try house()
    try house.run("target set 一部 2026-11 --signed 3 --amount 20000 --effective 10", as: "gu")
    try house.run("target set zhang 2026-11 --signed 2", as: "lin")
    let shown = Dictionary(
      try house.call("target show --month 2026-11", as: "lin").lines.map { ($0["key"]?.text ?? "", $0) }
    ) { one, _ in one }
    XCTAssertEqual(Set(shown.keys), ["一部", "zhang", "wang"])
    XCTAssertEqual(shown["zhang"]?["asked"], ["signed": 2, "amount": "10000.00", "effective": 5])
    XCTAssertEqual(shown["zhang"]?["set"], ["signed": 2])
    XCTAssertEqual(shown["wang"]?["asked"]?["signed"], 1)
    let zhang = try XCTUnwrap(try lines("report targets", house)["zhang"])
    XCTAssertEqual(
      ["signed", "target_signed", "amount", "target_amount", "new", "target_new"].map { zhang[$0] },
      [1, 2, "12800.50", "10000.00", 2, 0])
    let text = house.text("report targets", as: "lin")
    XCTAssertTrue(text.contains("何小满\t2/5\t2/-\t0/-\t1/2\t12800.50/10000.00\t========== 128%"), text)
    for wrong in [
      "zhang 2026-13 --signed 1", "zhang 2026-11", "zhang 2026-11 --signed -1", "zhang 2026-11 --signed x",
    ] {
      XCTAssertEqual(try house.call("target set \(wrong)", as: "lin").status, 2, wrong)
    }
    XCTAssertEqual(try house.call("target set zhang 2026-11 --amount x", as: "lin").status, 1)
    XCTAssertEqual(try house.call("target set li 2026-11 --signed 1", as: "lin").code, "not_allowed")
    XCTAssertEqual(try house.call("target show li", as: "lin").code, "not_allowed")
    XCTAssertEqual(try house.call("target show wang", as: "lin").lines.map { $0["key"] }, ["wang"])
  }

  func testTheLinesAreWhatWasAskedFor() throws {
    let house = try house()
    XCTAssertEqual(try lines("report calls --by department", house)["一部"]?["calls"], 4)
    let days = try lines("report calls --by day --from 2026-11-25 --to 2026-11-27", house)
    XCTAssertEqual(
      ["2026-11-25", "2026-11-26", "2026-11-27"].map { days[$0]?["calls"] }, [0, 4, 1])
    let weeks = try lines("report calls --by week --from 2026-11-16", house)
    XCTAssertEqual([weeks["2026-W47"]?["calls"], weeks["2026-W48"]?["calls"]], [0, 5])
    let months = try lines("report calls --by month --from 2026-10-20", house)
    XCTAssertEqual([months["2026-10"]?["calls"], months["2026-11"]?["calls"]], [0, 5])
    XCTAssertEqual(months["2026-10"]?["to"], "2026-10-31")
    let sea = try XCTUnwrap(try lines("report sea", house)["zhang"])
    XCTAssertEqual(["no_need", "released", "flowed_back", "picked"].map { sea[$0] }, [1, 1, 0, 0])
    let first = try house.call("report leaderboard --by day", as: "gu").lines[1]
    XCTAssertEqual([first["key"], first["amount"]], ["zhang", "12800.50"])
  }

  /// R2.2
  func testWhoseFiguresOneSees() throws {
    let house = try house()
    XCTAssertEqual(try Set(lines("report calls", house, as: "lin").keys), ["head", "zhang", "wang", "total"])
    XCTAssertEqual(try Set(lines("report calls", house, as: "zhang").keys), ["head", "zhang", "total"])
    XCTAssertEqual(try house.call("report calls --department 二部", as: "lin").code, "not_allowed")
    XCTAssertEqual(try house.call("report calls --department 二部", as: "zhang").code, "not_allowed")
    XCTAssertEqual(try house.call("report calls --department 九部", as: "gu").status, 1)
    XCTAssertEqual(try Set(lines("report calls --department 二部", house).keys), ["head", "li", "total"])
  }

  func testTheWallboard() throws {
    let house = try house()
    let board = try house.call("wallboard", as: "lin").lines
    XCTAssertEqual(
      [board[0]["calls"], board[0]["calls_this_hour"], board[0]["on_the_phone"], board[0]["at"]],
      [1, 1, 0, .text(house.now)])
    XCTAssertEqual(board[0]["hours"], .list(Array(repeating: 0, count: 9) + [1]))
    let lines = Dictionary(board.dropFirst().map { ($0["login"]?.text ?? "", $0) }) { one, _ in one }
    XCTAssertEqual(Set(lines.keys), ["zhang", "wang"])
    XCTAssertEqual(
      [lines["zhang"]?["state"], lines["zhang"]?["since"], lines["wang"]?["state"], lines["wang"]?["since"]],
      ["idle", .text(house.now), "not_begun", .null])
    XCTAssertEqual(try house.call("wallboard --department 二部", as: "lin").code, "not_allowed")
    XCTAssertEqual(try house.run("preferences --bell on", as: "zhang")["bell"], true)
    XCTAssertEqual(try house.run("preferences", as: "lin")["bell"], false)
  }

  func testASpreadsheetAndAPage() throws {
    let house = try house()
    try house.run("person add evil --name =1+2<b>&'x' --department 一部 --role agent")
    let csv = house.text("report calls --csv", as: "gu").split(separator: "\n")
    XCTAssertEqual(csv.first, "key,name,calls,effective,ab,visits,new,signed,amount,in,out")
    XCTAssert(csv.contains("zhang,何小满,4,2,2,0,2,1,12800.50,2,1"), "\(csv)")
    XCTAssert(csv.contains { $0.hasPrefix("evil,'=1+2<b>&'x'") }, "\(csv)")
    let path = try house.file("") + ".html"
    XCTAssertEqual(try house.run("report calls --html \(path)", as: "gu")["path"], .text(path))
    let page = try String(contentsOfFile: path, encoding: .utf8)
    XCTAssert(page.contains("<td>=1+2&lt;b&gt;&amp;&#39;x&#39;</td>"))
    XCTAssert(page.contains("<svg") && !page.contains("<script") && !page.contains("http://www.example"))
    XCTAssert(page.contains("<td>12800.50</td>"))
    // What is there is replaced by nothing.
    for target in [path, "/", "/nonexistent/page.html"] {
      XCTAssertEqual(try house.call("report calls --html \(target)", as: "gu").status, 1, target)
    }
    XCTAssertEqual(try String(contentsOfFile: path, encoding: .utf8), page)
  }

  /// Each report by each of its lines is one page that needs nothing beside it, says what it counts and of when, and runs
  /// nothing.
  func testEveryReportIsAPage() throws {
    let house = try house()
    try house.run("target set zhang 2026-11 --effective 4", as: "lin")
    let marks = ["calls": "<rect", "funnel": "电话联系", "targets": "stroke=\"#000\"", "dormant": "<rect"]
    for name in ["calls", "funnel", "sea", "leaderboard", "targets", "plans", "dormant"] {
      for by in name == "calls" ? ["person", "day", "week"] : ["person"] {
        let path = try house.file("") + "-\(name)-\(by).html"
        _ = house.text("report \(name) --by \(by) --html \(path)", as: "gu", in: "zh-Hans")
        let page = try String(contentsOfFile: path, encoding: .utf8)
        XCTAssertTrue(page.contains("<svg") && page.contains(marks[name] ?? "<svg"), "\(name) \(by)")
        XCTAssertTrue(page.contains("09:00 的数") && page.contains("<dt>"), "\(name) \(by)")
        for foreign in ["<script", "src=", "href=", "@import", "url("] {
          XCTAssertFalse(page.contains(foreign), "\(name) \(by): \(foreign)")
        }
        if by == "day" { XCTAssertTrue(page.contains("<title>2026-11-26: 4</title>"), page) }
      }
    }
  }

  /// R12.4: what a spreadsheet would reckon with is text, in every report and in each column that comes from data.
  func testFormulasAreDefusedInEveryReport() throws {
    let house = try house()
    try house.run("department add =2+3 --under House")
    try house.run("person add evil --name +1+2 --department =2+3 --role agent")
    for words in ["calls", "sea", "plans", "targets", "dormant --by person", "calls --by department"] {
      let csv = house.text("report \(words) --csv", as: "gu")
      let cells = csv.split(separator: "\n").flatMap { $0.split(separator: ",") }
      XCTAssertTrue(cells.contains("'+1+2") || cells.contains("'=2+3"), words)
      XCTAssertFalse(cells.contains { $0.hasPrefix("=") || $0.hasPrefix("+") }, words)
    }
  }

  func testASpanThatIsNone() throws {
    let house = try CommandHouse()
    for span in ["--from 2026-11-27 --to 2026-11-26", "--from 1900-01-01", "--from gestern", "--by year"] {
      XCTAssertEqual(try house.call("report calls \(span)", as: "gu").status, 2, span)
    }
    XCTAssertEqual(try house.call("report nonsense", as: "gu").status, 2)
    XCTAssertEqual(try house.call("report calls --csv --html x", as: "gu").status, 2)
  }
}
