import Assets
import Domain
import Services
import TerminalKit

/// The service axis of a signed customer (R9.1): a line of words, and a drawn one with today's mark.
struct AxisWords {
  private let axis: AxisView
  private let context: Context
  private var words: Words { context.words }

  init(_ axis: AxisView, _ context: Context) {
    self.axis = axis
    self.context = context
  }

  /// `续签期 第 10 月: 2026-01-15 开通, 2027-01-14 到期`
  var line: String {
    context.wording.axis(axis.segment, axis.term, month: axis.month, today: context.today)
  }

  /// `|服务 1-8 ========|续签 9-12 =^  |保护 13-24             |2月法则`: what lies behind is filled, a month a cell where
  /// there is room for that.
  func bar(columns: Int, _ chrome: Chrome) -> String {
    if chrome == .plain { return spansInWords }
    let labels = axis.spans.map {
      "\(chrome.vertical)\(words["axis.bar.\($0.segment.code)"]) \($0.monthsText) "
    }
    let end = String(chrome.vertical) + words["axis.bar.after"]
    let room = columns - TextWidth.of(labels.joined() + end) - 2
    let months = axis.spans.last?.months.upperBound ?? 1
    let drawn = zip(axis.spans, labels).map { span, label in
      let cells = room >= months ? span.months.count : max(1, span.months.count * room / months)
      return label + track(of: span, cells: cells, chrome)
    }
    return drawn.joined() + end + (axis.segment == .after ? " \(chrome.here)" : "")
  }

  /// `服务 1-8; [续签 9-12]; 保护 13-24`
  private var spansInWords: String {
    axis.spans.map { span in
      let name = "\(words["axis.bar.\(span.segment.code)"]) \(span.monthsText)"
      return span.segment == axis.segment ? "[\(name)]" : name
    }.joined(separator: Chrome.plain.separator)
  }

  private func track(of span: AxisView.Span, cells: Int, _ chrome: Chrome) -> String {
    if context.today > span.to { return String(repeating: chrome.filled, count: cells) }
    if context.today < span.from { return String(repeating: chrome.open, count: cells) }
    let behind = (context.today - span.from) * cells / (span.to - span.from + 1)
    return String(repeating: chrome.filled, count: behind) + String(chrome.here)
      + String(repeating: chrome.open, count: cells - behind - 1)
  }

  /// Everything of it, for who asks why (R4.14).
  func explained(columns: Int, _ chrome: Chrome) -> [StyledText] {
    var lines = [StyledText(line, style: .strong), ""]
    if axis.term != nil { lines += [StyledText(bar(columns: columns, chrome)), ""] }
    for span in axis.spans {
      let text = words(
        "axis.span",
        ["segment": words["axis.\(span.segment.code)"], "from": span.from.iso, "to": span.to.iso])
      lines.append(StyledText(text, style: span.segment == axis.segment ? .strong : .plain))
    }
    if let last = axis.spans.last {
      lines.append(StyledText(after(last.to + 1), style: axis.segment == .after ? .strong : .plain))
    }
    return lines + ["", StyledText(words["why.signed"])]
  }

  private func after(_ day: Day) -> String {
    let policy = context.policy.axis
    return words(
      "axis.after.why",
      ["from": day.iso, "held": String(policy.heldMonths), "quiet": String(policy.quietMonths)])
  }
}

extension AxisView.Span {
  /// `9-12`
  fileprivate var monthsText: String {
    months.count == 1 ? String(months.lowerBound) : "\(months.lowerBound)-\(months.upperBound)"
  }
}
