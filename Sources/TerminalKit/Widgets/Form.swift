/// A labelled line of a form.
package struct FormField<ID: Hashable & Sendable>: Sendable {
  package let id: ID
  package let label: String
  package let isSecret: Bool
  /// Shown, but passed over by Tab.
  package let isReadOnly: Bool

  package init(_ id: ID, label: String, isSecret: Bool = false, isReadOnly: Bool = false) {
    self.id = id
    self.label = label
    self.isSecret = isSecret
    self.isReadOnly = isReadOnly
  }
}

/// What is written in a form, and which field has the focus.
package struct FormState<ID: Hashable & Sendable>: Sendable {
  package private(set) var buffers: [ID: EditBuffer]
  package private(set) var focus: ID?
  private let order: [ID]

  /// - Parameter values: texts to begin with; fields without one are empty.
  package init(_ fields: [FormField<ID>], values: [ID: String] = [:], limit: Int = 200) {
    let texts = fields.map { ($0.id, EditBuffer(values[$0.id] ?? "", limit: limit)) }
    buffers = Dictionary(texts, uniquingKeysWith: { first, _ in first })
    order = fields.filter { !$0.isReadOnly }.map(\.id)
    focus = order.first
  }

  package enum Outcome: Hashable, Sendable {
    case edited(ID)
    case moved
    /// Not a key of forms: Enter, Escape, and what the pane knows.
    case ignored
  }

  /// That of the field with the focus.
  package var editing: EditBuffer? { focus.flatMap { buffers[$0] } }

  package subscript(_ id: ID) -> String { buffers[id]?.text ?? "" }

  package mutating func set(_ id: ID, to text: String) {
    guard let limit = buffers[id]?.limit else { return }
    buffers[id] = EditBuffer(text, limit: limit)
  }

  package mutating func focus(on id: ID) {
    if order.contains(id) { focus = id }
  }

  package mutating func handle(_ event: InputEvent) -> Outcome {
    switch event {
    case .key(.tab), .key(.down): moveFocus(by: 1)
    case .key(.backTab), .key(.up): moveFocus(by: -1)
    default:
      guard let focus, buffers[focus]?.handle(event) == true else { return .ignored }
      return .edited(focus)
    }
    return .moved
  }

  package mutating func moveFocus(by count: Int) {
    guard let focus, let place = order.firstIndex(of: focus) else { return }
    self.focus = order[(place + count + order.count) % order.count]
  }
}

/// Labels in a column, fields right of them, and a remark behind each field.
package struct Form<ID: Hashable & Sendable>: Sendable {
  package let fields: [FormField<ID>]
  package let valueColumns: Int

  package init(_ fields: [FormField<ID>], valueColumns: Int = 24) {
    self.fields = fields
    self.valueColumns = valueColumns
  }

  /// The widest label and a blank.
  package var labelColumns: Int { (fields.map { TextWidth.of($0.label) }.max() ?? 0) + 1 }

  /// Draws one field per row; `remark` is what stands behind a field.
  package func draw(
    _ state: FormState<ID>, hasFocus: Bool = true, in rect: Rect, on canvas: inout Canvas,
    remark: (ID) -> StyledText = { _ in "" }
  ) {
    for (row, field) in fields.enumerated() {
      let parts = rect.line(row).splitLeft(labelColumns)
      canvas.put(field.label, in: parts.left, style: .muted)
      let value = parts.rest.splitLeft(valueColumns)
      let isFocused = hasFocus && state.focus == field.id
      TextField(isSecret: field.isSecret).draw(
        state.buffers[field.id] ?? EditBuffer(), hasFocus: isFocused, in: value.left, on: &canvas)
      let note = remark(field.id)
      canvas.put(note, in: value.rest.splitLeft(1).rest)
    }
  }
}
