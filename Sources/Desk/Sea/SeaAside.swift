import Assets
import Domain
import Services
import TerminalKit

/// A customer of the sea below or beside the list, in outline (R2.2).
struct SeaAside: Sendable {
  private let history: String
  private let latest: String
  private let lines: [StyledText]

  init(_ view: CustomerView, _ context: Context) {
    let short = SeaLines(view, context)
    let tags = CustomerFacts(view, context).tags
    history =
      context.words("sea.footer.history", ["text": short.history]) + (tags.isEmpty ? "" : " " + tags)
    latest = context.words("footer.latest", ["text": short.latest])
    lines = context.frame.isWide ? SeaAsideWords(view, context).lines : []
  }

  func drawFooter(in rect: Rect, on canvas: inout Canvas) {
    for (row, text) in [history, latest].enumerated() {
      canvas.put(.labelled(text.wholeParts(in: rect.columns, partedBy: " ")), in: rect.line(row))
    }
  }

  func draw(in rect: Rect, on canvas: inout Canvas) {
    for (row, line) in lines.prefix(rect.rows).enumerated() {
      canvas.put(line, in: rect.line(row))
    }
  }
}

/// Masked numbers, who held it, what was done, and what a pick asks for.
private struct SeaAsideWords {
  private let view: CustomerView
  private let context: Context
  private var words: Words { context.words }

  init(_ view: CustomerView, _ context: Context) {
    self.view = view
    self.context = context
  }

  var lines: [StyledText] {
    let facts = CustomerFacts(view, context)
    let known = [facts.intentAndStage, facts.tags, facts.origin].filter { !$0.isEmpty }
    var lines = [.customer(view)] + known.map { StyledText($0) } + [""]
    lines += view.numbers.map { StyledText(facts.text(of: $0)) }
    lines += [StyledText(words["sea.number_after"]), "", heading("sea.aside.after")] + after
    lines += ["", heading("sea.aside.holders")] + holders
    return lines + ["", heading("aside.latest")] + latest
  }

  private func heading(_ key: String) -> StyledText { StyledText(words[key], style: .heading) }

  /// What each clock asks for after a pick.
  private var after: [StyledText] {
    let lines = SeaLines(view, context)
    return context.policy.clocks.map { StyledText(lines.term(of: $0)) }
  }

  private var holders: [StyledText] {
    if view.holdings.isEmpty { return [StyledText(words["sea.history.none"])] }
    let lines = SeaLines(view, context)
    return view.holdings.prefix(6).map { StyledText(lines.text(of: $0)) }
  }

  private var latest: [StyledText] {
    let entries = TimelineWords(view, context)
    let notes = view.timeline.filter { if case .note = $0.kind { true } else { false } }
    if notes.isEmpty { return [StyledText(words["sea.never_called"])] }
    return notes.map { StyledText(entries.headline(of: $0)) }
  }
}
