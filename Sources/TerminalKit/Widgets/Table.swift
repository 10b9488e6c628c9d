package struct TableRow: Hashable, Sendable {
  package let gutter: Gutter
  /// One for each column; missing ones are empty.
  package let cells: [StyledText]

  package init(_ cells: [StyledText], gutter: Gutter = Gutter()) {
    self.cells = cells
    self.gutter = gutter
  }

  /// With one of its cells changed.
  package func changing(_ column: Int, _ change: (StyledText) -> StyledText) -> TableRow {
    guard cells.indices.contains(column) else { return self }
    var cells = cells
    cells[column] = change(cells[column])
    return TableRow(cells, gutter: gutter)
  }
}

/// Heads in the first line, rows below, each with its gutter.
package struct Table: Sendable {
  package let columns: [Column]
  package let showsHead: Bool
  /// The column that says what a row is: with the gutter it is the bar of the row one is on.
  package let nameColumn: Int

  package init(columns: [Column], showsHead: Bool = true, nameColumn: Int = 0) {
    self.columns = columns
    self.showsHead = showsHead
    self.nameColumn = nameColumn
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
    canvas.fill(line, style: .heading)
    draw(cells, layout, in: line, on: &canvas)
  }

  private func draw(_ row: TableRow, _ layout: ColumnLayout, in line: Rect, on canvas: inout Canvas) {
    draw(row.cells, layout, in: line, on: &canvas)
    row.gutter.draw(in: line, on: &canvas)
    guard row.gutter.isSelected else { return }
    canvas.select(line.splitLeft(Gutter.columns).left)
    for place in layout.places where place.index == nameColumn { canvas.select(part(of: line, at: place)) }
  }

  private func draw(_ cells: [StyledText], _ layout: ColumnLayout, in line: Rect, on canvas: inout Canvas) {
    for place in layout.places where place.index < cells.count {
      let part = part(of: line, at: place)
      canvas.put(cells[place.index], in: part, alignment: columns[place.index].alignment)
    }
  }

  private func part(of line: Rect, at place: ColumnLayout.Place) -> Rect {
    line.splitLeft(Gutter.columns + place.offset).rest.splitLeft(place.width).left
  }
}
