/// Rows and columns of a screen or a part of it; never negative.
package struct Size: Hashable, Sendable {
  package let rows: Int
  package let columns: Int

  package init(rows: Int, columns: Int) {
    self.rows = max(rows, 0)
    self.columns = max(columns, 0)
  }

  package func contains(_ position: Position) -> Bool {
    (0..<rows).contains(position.row) && (0..<columns).contains(position.column)
  }
}

/// A cell, counted from 0 at the top left.
package struct Position: Hashable, Sendable {
  package var row: Int
  package var column: Int

  package init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}

/// A part of the screen. Parts cut from it never reach beyond it.
package struct Rect: Hashable, Sendable {
  package let row: Int
  package let column: Int
  package let rows: Int
  package let columns: Int

  package init(row: Int, column: Int, rows: Int, columns: Int) {
    self.row = row
    self.column = column
    self.rows = max(rows, 0)
    self.columns = max(columns, 0)
  }

  package init(_ size: Size) {
    self.init(row: 0, column: 0, rows: size.rows, columns: size.columns)
  }

  package var endRow: Int { row + rows }
  package var endColumn: Int { column + columns }
  package var origin: Position { Position(row: row, column: column) }
  package var size: Size { Size(rows: rows, columns: columns) }
  package var isEmpty: Bool { rows == 0 || columns == 0 }

  package func contains(_ position: Position) -> Bool {
    (row..<endRow).contains(position.row) && (column..<endColumn).contains(position.column)
  }

  package func intersection(_ other: Rect) -> Rect {
    let top = max(row, other.row)
    let left = max(column, other.column)
    let bottom = min(endRow, other.endRow)
    let right = min(endColumn, other.endColumn)
    return Rect(row: top, column: left, rows: bottom - top, columns: right - left)
  }

  /// The first `count` rows, and what is below them.
  package func splitTop(_ count: Int) -> (top: Rect, rest: Rect) {
    let height = min(max(count, 0), rows)
    return (
      Rect(row: row, column: column, rows: height, columns: columns),
      Rect(row: row + height, column: column, rows: rows - height, columns: columns)
    )
  }

  /// What is above the last `count` rows, and these.
  package func splitBottom(_ count: Int) -> (rest: Rect, bottom: Rect) {
    let parts = splitTop(rows - min(max(count, 0), rows))
    return (parts.top, parts.rest)
  }

  /// The first `count` columns, and what is right of them.
  package func splitLeft(_ count: Int) -> (left: Rect, rest: Rect) {
    let width = min(max(count, 0), columns)
    return (
      Rect(row: row, column: column, rows: rows, columns: width),
      Rect(row: row, column: column + width, rows: rows, columns: columns - width)
    )
  }

  /// What is left of the last `count` columns, and these.
  package func splitRight(_ count: Int) -> (rest: Rect, right: Rect) {
    let parts = splitLeft(columns - min(max(count, 0), columns))
    return (parts.left, parts.rest)
  }

  /// One row of it, counted from its top; empty when there is no such row.
  package func line(_ index: Int) -> Rect {
    Rect(row: row + index, column: column, rows: (0..<rows).contains(index) ? 1 : 0, columns: columns)
  }

  package func inset(rows inner: Int = 0, columns side: Int = 0) -> Rect {
    Rect(row: row + inner, column: column + side, rows: rows - 2 * inner, columns: columns - 2 * side)
  }

  /// A part of this size in its middle, for an overlay.
  package func centred(_ size: Size) -> Rect {
    let height = min(size.rows, rows)
    let width = min(size.columns, columns)
    return Rect(
      row: row + (rows - height) / 2, column: column + (columns - width) / 2, rows: height, columns: width)
  }
}
