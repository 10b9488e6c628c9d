import Domain
import Services
import TerminalKit

/// The facts of the selected request: in the rows below the list, or above its customer beside it.
struct ApprovalAside {
  private let asked: String
  private let facts: [String]

  /// - Parameter waiting: nil where it was answered.
  init(_ request: AskedRequest, _ waiting: WaitingRequest?, _ context: Context) {
    let words = RequestWords(context)
    asked = waiting == nil ? words.outcome(request) : words.asked(request)
    facts = (waiting?.facts ?? []).map { context.wording.text(of: $0, at: context.now).oneLine }
  }

  /// - Parameter free: how many rows above the list leaves; a long reason takes them rather than be cut.
  func draw(above footer: Rect, free: Int, on canvas: inout Canvas) {
    let most = 1 + min(max(free, 0), 4)
    let lines = TextWrapping.lines(of: asked, columns: footer.columns, atMost: most)
    for (row, line) in lines.enumerated() {
      let place = footer.row + row + 1 - lines.count
      canvas.put(line, in: Rect(row: place, column: footer.column, rows: 1, columns: footer.columns))
    }
    // What does not fit is left out whole.
    let known = facts.indices.map { facts[...$0].joined(separator: "  ") }
    canvas.put(known.last { TextWidth.of($0) <= footer.columns } ?? "", in: footer.line(1))
  }

  /// - Returns: the room that is left.
  func draw(beside rect: Rect, on canvas: inout Canvas) -> Rect {
    let lines = ([asked] + facts).flatMap { TextWrapping.lines(of: $0, columns: rect.columns, atMost: 3) }
    for (row, line) in lines.prefix(rect.rows).enumerated() { canvas.put(line, in: rect.line(row)) }
    return rect.splitTop(lines.count + 1).rest
  }
}
