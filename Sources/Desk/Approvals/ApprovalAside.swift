import Domain
import Services
import TerminalKit

/// The facts of the selected request: in two rows below the list, or above its customer beside it.
struct ApprovalAside {
  private let asked: String
  private let facts: [String]

  /// - Parameter waiting: nil where it was answered.
  init(_ request: AskedRequest, _ waiting: WaitingRequest?, _ context: Context) {
    let words = RequestWords(context)
    asked = waiting == nil ? words.outcome(request) : words.asked(request)
    facts = (waiting?.facts ?? []).map { context.wording.text(of: $0, at: context.now).oneLine }
  }

  func draw(below footer: Rect, on canvas: inout Canvas) {
    canvas.put(asked, in: footer.line(0))
    // What does not fit is left out whole.
    let lines = facts.indices.map { facts[...$0].joined(separator: "  ") }
    canvas.put(lines.last { TextWidth.of($0) <= footer.columns } ?? "", in: footer.line(1))
  }

  /// - Returns: the room that is left.
  func draw(beside rect: Rect, on canvas: inout Canvas) -> Rect {
    let lines = ([asked] + facts).flatMap { TextWrapping.lines(of: $0, columns: rect.columns, atMost: 3) }
    for (row, line) in lines.prefix(rect.rows).enumerated() { canvas.put(line, in: rect.line(row)) }
    return rect.splitTop(lines.count + 1).rest
  }
}
