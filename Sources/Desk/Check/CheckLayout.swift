import TerminalKit

/// Where things stand in the check: the fields, or the lines of a list; below them the hits; then why, and what next.
struct CheckLayout {
  private static let formRows = 6
  private static let footerRows = 2
  private static let axisRows = 2

  /// The fields, or a list with its heads.
  let top: Rect
  let rule: Rect
  let hits: Rect
  /// Where the hit was signed.
  let axis: Rect
  let footer: Rect

  init(_ pane: CheckPane, _ context: Context) {
    let content = context.frame.content
    let rows = pane.choice == .entry ? CheckLayout.formRows : max(content.rows / 2 - 1, CheckLayout.formRows)
    let parts = content.splitTop(rows)
    top = parts.top
    rule = parts.rest.line(0)
    let below = parts.rest.splitTop(1).rest.splitBottom(CheckLayout.footerRows)
    let body = below.rest.splitBottom(
      pane.shownAxis == nil || pane.isExplaining ? 0 : CheckLayout.axisRows)
    hits = body.rest
    axis = body.bottom
    footer = below.bottom
  }

  /// Under their heads.
  var hitRows: Int { max(hits.rows - 1, 0) }
  var listRows: Int { max(top.rows - 1, 0) }

  /// Labels at the left of the screen.
  static func labelColumns(_ context: Context) -> Int {
    let labels = ["field.name", "field.phone", "field.address", "field.mobile", "verdict", "why", "next"]
    return (labels.map { TextWidth.of(context.words["check.\($0)"]) }.max() ?? 0) + 2
  }
}
