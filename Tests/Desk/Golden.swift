import Foundation
import TerminalKit
import XCTest

/// A screen as it is to look: its text, and below each row that is not plain a line of what its cells mean.
///
/// With `RECORD_GOLDENS=1` the file is written anew, and the test fails so that nobody forgets to look at it.
func assertGolden(
  _ canvas: Canvas, _ name: String, file: StaticString = #filePath, line: UInt = #line
) throws {
  let folder = URL(filePath: "\(file)").deletingLastPathComponent().appending(path: "Goldens")
  let golden = folder.appending(path: "\(name).txt")
  let text = picture(of: canvas)
  if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1" {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: golden)
    return XCTFail("recorded \(name)", file: file, line: line)
  }
  let wanted = try String(contentsOf: golden, encoding: .utf8)
  XCTAssertEqual(text, wanted, "\(name) looks different", file: file, line: line)
}

private func picture(of canvas: Canvas) -> String {
  var lines: [String] = []
  for row in 0..<canvas.size.rows {
    lines.append("|" + canvas.text(ofRow: row))
    let styles = String(canvas.cells(ofRow: row).map { letter(of: $0.style) })
    if styles.contains(where: { $0 != " " }) {
      lines.append(":" + String(styles.reversed().drop { $0 == " " }.reversed()))
    }
  }
  if let caret = canvas.caret { lines.append("caret \(caret.row) \(caret.column)") }
  return lines.joined(separator: "\n") + "\n"
}

/// The legend: one letter for each meaning, blank for plain.
private func letter(of style: Style) -> Character {
  switch style {
  case .plain: " "
  case .strong: "b"
  case .muted: "d"
  case .heading: "h"
  case .chrome: "-"
  case .key: "k"
  case .match: "m"
  case .current: "c"
  case .selected: "s"
  case .mark: "*"
  case .today: "T"
  case .soon: "S"
  case .week: "w"
  case .short: "<"
  case .good: "g"
  case .message: "n"
  case .refusal: "R"
  case .error: "E"
  }
}
