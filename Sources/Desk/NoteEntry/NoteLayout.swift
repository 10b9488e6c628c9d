import TerminalKit

/// The form of a note below the customer: the text as high as there is room, then a line a field.
struct NoteLayout {
  private static let fieldRows = 8

  let head: Rect
  let rule: Rect
  let text: Rect
  let label: Rect
  /// The lines below the text.
  let fields: Rect

  init(_ context: Context) {
    let layout = CustomerLayout(context.frame)
    head = layout.head
    rule = layout.rule
    let parts = layout.form.splitBottom(NoteLayout.fieldRows)
    let labelColumns = NoteLayout.labelColumns(context)
    label = parts.rest.splitLeft(labelColumns).left
    text = parts.rest.splitLeft(labelColumns).rest
    fields = parts.bottom
  }

  static func labelColumns(_ context: Context) -> Int {
    let labels = ["text", "next", "intent", "stage", "met", "kind", "place", "after", "last"]
    return (labels.map { TextWidth.of(context.words["note.\($0)"]) }.max() ?? 0) + 1
  }
}
