import Domain
import TerminalKit

/// What the message row says (principle 7): news, advice where there is none, or what was not done, with a badge in
/// front that says so.
struct News: Sendable, Hashable, ExpressibleByStringLiteral {
  let text: String
  private let style: Style
  /// nil where all is well.
  private var badge: StyledText?

  init(_ text: String) {
    self.init(text, style: .message)
  }

  init(stringLiteral text: String) {
    self.init(text)
  }

  init(_ text: String, style: Style = .plain, badge: StyledText? = nil) {
    self.text = text
    self.style = style
    self.badge = badge
  }

  static func advice(_ text: String) -> News { News(text, style: .plain) }

  var isEmpty: Bool { text.isEmpty }

  /// What is not to be: by a rule, or as a key means nothing now.
  /// - Parameter key: of the word in the badge.
  static func refusal(_ text: String, _ context: Context, as key: String = "news.refused") -> News {
    News(text, badge: StyledText(" \(context.words[key]) ", style: .refusal))
  }

  /// What the base could not do.
  static func error(_ text: String, _ context: Context) -> News {
    News(text, badge: StyledText(" \(context.words["news.failed"]) ", style: .error))
  }

  static func trouble(_ trouble: Trouble, _ context: Context) -> News {
    switch trouble {
    case .refused(let refusal): .refusal(context.reason(of: refusal), context)
    case .failed(let failure): .error(context.wording.text(of: failure), context)
    }
  }

  private var isAdvice: Bool { badge == nil && style == .plain }

  /// In the last row; news that is longer takes the row above too, as nothing of it may be cut (principle 13).
  func draw(in rect: Rect, on canvas: inout Canvas) {
    let before = badge.map { $0 + StyledText(" ") } ?? ""
    let last = rect.line(rect.rows - 1)
    if isAdvice || before.columns + TextWidth.of(text) <= rect.columns {
      canvas.put(before + StyledText(text, style: style), in: last)
      return
    }
    let blanks = String(repeating: " ", count: before.columns)
    let lines = TextWrapping.lines(of: blanks + text, columns: rect.columns, atMost: rect.rows)
    canvas.fill(rect)
    for (row, line) in lines.enumerated() { canvas.put(line, in: rect.line(row), style: style) }
    canvas.put(before, in: rect.line(0))
  }
}
