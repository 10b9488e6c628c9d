import TerminalKit

/// Where things stand about one customer: the head, a rule, the lines, and the selected one whole.
struct CustomerLayout {
  private static let wholeRows = 2

  let head: Rect
  let rule: Rect
  /// Everything below the rule, for a form.
  let form: Rect
  let list: Rect
  let whole: Rect

  init(_ frame: Frame) {
    let parts = frame.content.splitTop(CustomerHead.rows)
    head = parts.top
    let below = parts.rest.splitTop(1)
    rule = below.top
    form = below.rest
    let halves = below.rest.splitBottom(CustomerLayout.wholeRows)
    list = halves.rest
    whole = halves.bottom
  }
}
