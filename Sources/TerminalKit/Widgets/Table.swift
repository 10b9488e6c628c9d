/// A text with its look.
package struct StyledText: Hashable, Sendable, ExpressibleByStringLiteral {
  package let text: String
  package let style: Style

  package init(_ text: String, style: Style = .plain) {
    self.text = text
    self.style = style
  }

  package init(stringLiteral text: String) {
    self.init(text)
  }
}

package struct TableRow: Hashable, Sendable {
  package let gutter: Gutter
  /// One for each column; missing ones are empty.
  package let cells: [StyledText]

  package init(_ cells: [StyledText], gutter: Gutter = Gutter()) {
    self.cells = cells
    self.gutter = gutter
  }
}

/// Heads in the first line, rows below, each with its gutter.
package struct Table: Sendable {
  package let columns: [Column]
  package let showsHead: Bool

  package init(columns: [Column], showsHead: Bool = true) {
    self.columns = columns
    self.showsHead = showsHead
  }

  /// Lines for rows in a part so high.
  package func rowCount(in rect: Rect) -> Int { max(rect.rows - (showsHead ? 1 : 0), 0) }

  /// Draws the rows that fit; asks only for these.
  /// - Parameter row: the table row for a number within `visible`.
  package func draw(_ visible: Range<Int>, in rect: Rect, on canvas: inout Canvas, row: (Int) -> TableRow) {
    let layout = ColumnLayout(columns, room: rect.columns - Gutter.columns)
    let parts = rect.splitTop(showsHead ? 1 : 0)
    if showsHead { drawHead(layout, in: parts.top, on: &canvas) }
    for (line, number) in visible.prefix(parts.rest.rows).enumerated() {
      draw(row(number), layout, in: parts.rest.line(line), on: &canvas)
    }
  }

  private func drawHead(_ layout: ColumnLayout, in line: Rect, on canvas: inout Canvas) {
    let cells = columns.map { StyledText($0.header, style: .heading) }
    draw(cells, layout, in: line, on: &canvas)
  }

  private func draw(_ row: TableRow, _ layout: ColumnLayout, in line: Rect, on canvas: inout Canvas) {
    draw(row.cells, layout, in: line, on: &canvas)
    row.gutter.draw(in: line, on: &canvas)
  }

  private func draw(_ cells: [StyledText], _ layout: ColumnLayout, in line: Rect, on canvas: inout Canvas) {
    let body = line.splitLeft(Gutter.columns).rest
    for place in layout.places where place.index < cells.count {
      let cell = cells[place.index]
      let part = body.splitLeft(place.offset).rest.splitLeft(place.width).left
      canvas.put(cell.text, in: part, alignment: columns[place.index].alignment, style: cell.style)
    }
  }
}
