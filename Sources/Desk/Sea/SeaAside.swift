import Assets
import Domain
import Services
import TerminalKit

/// A customer of the sea below or beside the list, in outline (R2.2).
struct SeaAside: Sendable {
  private let history: String
  private let latest: String
  private let lines: [SeaAsideLine]

  init(_ view: CustomerView, _ context: Context) {
    let short = SeaLines(view, context)
    history = context.words("sea.footer.history", ["text": short.history])
    latest = context.words("footer.latest", ["text": short.latest])
    lines = context.frame.isWide ? SeaAsideWords(view, context).lines : []
  }

  func drawFooter(in rect: Rect, on canvas: inout Canvas) {
    canvas.put(history, in: rect.line(0))
    canvas.put(latest, in: rect.line(1))
  }

  func draw(in rect: Rect, on canvas: inout Canvas) {
    for (row, line) in lines.prefix(rect.rows).enumerated() {
      switch line {
      case .text(let text, let style): canvas.put(text, in: rect.line(row), style: style)
      case .rule(let title): Rule(title).draw(in: rect.line(row), on: &canvas)
      }
    }
  }
}

private enum SeaAsideLine: Sendable {
  case text(String, Style = .plain)
  case rule(String)
}

/// Masked numbers, who held it, what was done, and what a pick asks for.
private struct SeaAsideWords {
  private typealias Line = SeaAsideLine

  private let view: CustomerView
  private let context: Context
  private var words: Words { context.words }

  init(_ view: CustomerView, _ context: Context) {
    self.view = view
    self.context = context
  }

  var lines: [SeaAsideLine] {
    let facts = CustomerFacts(view, context)
    let known = [facts.intentAndStage, facts.origin].filter { !$0.isEmpty }
    var lines = [Line.text("\(view.customer.name)  \(view.customer.id.code)", .strong)]
    lines += known.map { .text($0) } + [.text("")]
    lines += view.numbers.map { .text(facts.text(of: $0)) }
    lines += [.text(words["sea.number_after"]), .text(""), .rule(words["sea.aside.after"])] + after
    lines += [.text(""), .rule(words["sea.aside.holders"])] + holders
    return lines + [.text(""), .rule(words["aside.latest"])] + latest
  }

  /// What each clock asks for after a pick.
  private var after: [Line] {
    let lines = SeaLines(view, context)
    return context.policy.clocks.map { .text(lines.term(of: $0)) }
  }

  private var holders: [Line] {
    if view.holdings.isEmpty { return [.text(words["sea.history.none"])] }
    let lines = SeaLines(view, context)
    return view.holdings.prefix(6).map { .text(lines.text(of: $0)) }
  }

  private var latest: [Line] {
    let entries = TimelineWords(view, context)
    let notes = view.timeline.filter { if case .note = $0.kind { true } else { false } }
    if notes.isEmpty { return [.text(words["sea.never_called"])] }
    return notes.map { .text(entries.headline(of: $0)) }
  }
}
