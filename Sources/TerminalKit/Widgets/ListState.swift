/// Which row of a list is selected, marked and at the top. Everything hangs on ids: when rows come, go or move, the
/// selection stays with its row, and the row stays where it is on the screen.
package struct ListState<ID: Hashable & Sendable>: Sendable {
  /// The ids of all rows, in their order.
  package private(set) var rows: [ID]
  /// The selected row; nil only when there are none.
  package private(set) var selectedIndex: Int?
  /// The row at the top of the screen.
  package private(set) var top = 0
  /// Marked ids, also of rows not shown now; they stay until they are taken off (M31).
  package private(set) var marks: Set<ID> = []
  /// Where a range of marks was begun; while it is set, moving marks what is passed.
  package private(set) var rangeStart: ID?
  private var marksBeforeRange: Set<ID> = []

  package init(rows: [ID] = []) {
    self.rows = rows
    selectedIndex = rows.isEmpty ? nil : 0
  }

  package var selection: ID? { selectedIndex.map { rows[$0] } }
  package var isEmpty: Bool { rows.isEmpty }

  // MARK: rows

  /// Takes new rows. If the selected one is gone, the one now at its place is selected.
  package mutating func update(rows new: [ID]) {
    let old = selectedIndex ?? 0
    let index = selection.flatMap { Self.index(of: $0, in: new, near: old) } ?? min(old, new.count - 1)
    rows = new
    selectedIndex = new.isEmpty ? nil : index
    top = max(top + (selectedIndex ?? 0) - old, 0)
  }

  @discardableResult
  package mutating func select(_ id: ID) -> Bool {
    guard let index = Self.index(of: id, in: rows, near: selectedIndex ?? 0) else { return false }
    select(index: index)
    return true
  }

  private static func index(of id: ID, in rows: [ID], near place: Int) -> Int? {
    if rows.indices.contains(place), rows[place] == id { return place }
    return rows.firstIndex(of: id)
  }

  // MARK: moving

  /// - Returns: whether the selection moved.
  @discardableResult
  package mutating func move(by count: Int) -> Bool {
    guard let selectedIndex else { return false }
    return select(index: selectedIndex + count)
  }

  @discardableResult
  package mutating func moveToFirst() -> Bool { select(index: 0) }

  @discardableResult
  package mutating func moveToLast() -> Bool { select(index: rows.count - 1) }

  /// A screenful on or back, one row kept in view.
  @discardableResult
  package mutating func page(by pages: Int, height: Int) -> Bool {
    let step = max(height - 1, 1) * pages
    top = min(max(top + step, 0), max(rows.count - height, 0))
    return move(by: step)
  }

  /// Selects by place; beyond the ends, the first or the last.
  @discardableResult
  package mutating func select(index: Int) -> Bool {
    guard !rows.isEmpty else { return false }
    let target = min(max(index, 0), rows.count - 1)
    defer { selectedIndex = target }
    if let rangeStart { markRange(from: rangeStart, to: target) }
    return target != selectedIndex
  }

  // MARK: scrolling

  /// The rows that are shown in so many lines, with the selected one among them. Call it before drawing.
  package mutating func scroll(toShow height: Int) -> Range<Int> {
    let visible = visibleRows(height: height)
    top = visible.lowerBound
    return visible
  }

  /// The same, for drawing from a state that must not change. A row out of view comes to the middle: so most steps
  /// repaint two cells and only one in many the whole list.
  package func visibleRows(height: Int) -> Range<Int> {
    guard let selectedIndex, height > 0 else { return 0..<0 }
    let last = max(rows.count - height, 0)
    var first = min(top, last)
    if !(first..<first + height).contains(selectedIndex) {
      first = min(max(selectedIndex - height / 2, 0), last)
    }
    return first..<min(first + height, rows.count)
  }
}

// MARK: - Marks

extension ListState {
  package func isMarked(_ id: ID) -> Bool { marks.contains(id) }

  /// Space: marks or unmarks the selected row and steps down.
  package mutating func toggleMarkAndStep() {
    guard let selection else { return }
    marks.formSymmetricDifference([selection])
    move(by: 1)
  }

  /// Shift and an arrow: marks the row left and the row reached.
  package mutating func markAndMove(by count: Int) {
    guard let left = selection else { return }
    move(by: count)
    marks.insert(left)
    if let selection { marks.insert(selection) }
  }

  /// `*`: marks all rows given, or none of them when all are marked.
  package mutating func toggleMarks(of ids: some Sequence<ID>) {
    let ids = Set(ids)
    if ids.isSubset(of: marks) { marks.subtract(ids) } else { marks.formUnion(ids) }
  }

  /// `v`: begins a range at the selected row, or ends it and keeps its marks.
  package mutating func toggleRange() {
    guard rangeStart == nil, let selection else {
      rangeStart = nil
      return
    }
    marksBeforeRange = marks
    rangeStart = selection
    marks.insert(selection)
  }

  /// A range that was begun goes on, unless its start is among these.
  package mutating func unmark(_ ids: some Sequence<ID>) {
    let ids = Set(ids)
    marks.subtract(ids)
    marksBeforeRange.subtract(ids)
    if let rangeStart, ids.contains(rangeStart) { self.rangeStart = nil }
  }

  /// What was marked was acted on.
  package mutating func endRange() { rangeStart = nil }

  package mutating func unmarkAll() {
    marks = []
    rangeStart = nil
  }

  fileprivate mutating func markRange(from start: ID, to index: Int) {
    guard let first = rows.firstIndex(of: start) else { return rangeStart = nil }
    marks = marksBeforeRange.union(rows[min(first, index)...max(first, index)])
  }
}

extension ListState where ID: Comparable {
  /// Whom an act on several is about: the marked ones, those in view in their order; else the selected one.
  package var chosen: [ID] {
    if marks.isEmpty { return [selection].compactMap { $0 } }
    let shown = rows.filter(marks.contains)
    return shown + marks.subtracting(shown).sorted()
  }
}
