import TerminalKit

/// The form of a note below the customer: the text, a line a field, and on high screens what was before.
struct NoteLayout {
  private static let fieldRows = 8
  /// With fewer rows nothing is told of what was before.
  static let fewestHistoryRows = 3
  /// A note is short; what is higher would only part the fields from it.
  private static let mostTextRows = 10

  let head: Rect
  let rule: Rect
  let text: Rect
  let label: Rect
  /// The lines below the text.
  let fields: Rect
  /// What is left below them.
  let history: Rect

  init(_ context: Context) {
    let layout = CustomerLayout(context.frame)
    head = layout.head
    rule = layout.rule
    let textRows = min(layout.form.rows - NoteLayout.fieldRows, NoteLayout.mostTextRows)
    let parts = layout.form.splitTop(textRows)
    let labelColumns = NoteLayout.labelColumns(context)
    label = parts.top.splitLeft(labelColumns).left
    text = parts.top.splitLeft(labelColumns).rest
    let below = parts.rest.splitTop(NoteLayout.fieldRows)
    fields = below.top
    history = below.rest
  }

  static func labelColumns(_ context: Context) -> Int {
    let labels = ["text", "next", "intent", "stage", "met", "kind", "place", "after", "last"]
    return (labels.map { TextWidth.of(context.words["note.\($0)"]) }.max() ?? 0) + 1
  }
}
