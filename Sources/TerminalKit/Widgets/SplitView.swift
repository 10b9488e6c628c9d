/// A list, and on wide screens what is selected in it to the right, parted by a line.
package struct SplitView: Sendable {
  package struct Parts: Hashable, Sendable {
    package let master: Rect
    /// nil when the screen is too narrow for both.
    package let detail: Rect?
  }

  package let minimumColumns: Int
  package let masterColumns: Int

  package init(minimumColumns: Int = 120, masterColumns: Int = 71) {
    self.minimumColumns = minimumColumns
    self.masterColumns = masterColumns
  }

  package func parts(of rect: Rect) -> Parts {
    guard rect.columns >= minimumColumns else { return Parts(master: rect, detail: nil) }
    let halves = rect.splitLeft(masterColumns)
    return Parts(master: halves.left, detail: halves.rest.splitLeft(2).rest)
  }

  /// Draws the line between the parts, if there are two.
  package func draw(in rect: Rect, on canvas: inout Canvas) {
    guard rect.columns >= minimumColumns else { return }
    canvas.fill(
      rect.splitLeft(masterColumns).rest.splitLeft(1).left, with: canvas.chrome.vertical, style: .chrome)
  }
}
