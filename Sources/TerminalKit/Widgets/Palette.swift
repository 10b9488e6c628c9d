/// One line of the palette: keys, what they do, and why not now.
package struct PaletteRow: Hashable, Sendable {
  package let keys: String
  package let text: String
  package let remark: String
  /// Other words it is found by.
  package let searchTerms: String
  /// The heading it stands under; none when empty.
  package let section: String

  package init(
    keys: String = "", text: String, remark: String = "", searchTerms: String = "", section: String = ""
  ) {
    self.section = section
    self.keys = keys
    self.text = text
    self.remark = remark
    self.searchTerms = searchTerms
  }

  /// Every word of the query stands in it somewhere; a key is found as it is written.
  func matches(_ words: [String]) -> Bool {
    let searched = "\(keys) \(text) \(remark) \(searchTerms)".lowercased()
    return words.allSatisfy { searched.contains($0) }
  }

  /// Whether this is one of its keys, whole: then it is the row that was meant.
  func hasKey(_ text: String) -> Bool {
    keys.split(separator: " ").contains { $0 == text }
  }
}

/// A search field and the lines it leaves (M1).
package struct PaletteState: Sendable {
  package private(set) var rows: [PaletteRow]
  package private(set) var query: EditBuffer
  /// Numbers of the rows that match.
  package private(set) var list: ListState<Int>

  package init(_ rows: [PaletteRow], query: String = "") {
    self.rows = rows
    self.query = EditBuffer(query, limit: 200)
    list = ListState()
    filter()
  }

  package var selection: PaletteRow? { list.selection.map { rows[$0] } }
  /// The number of the selected row among all rows.
  package var selectedIndex: Int? { list.selection }

  package mutating func update(rows: [PaletteRow]) {
    self.rows = rows
    filter()
  }

  /// - Returns: false for Enter, Escape and what else is not its own.
  @discardableResult
  package mutating func handle(_ event: InputEvent) -> Bool {
    switch event {
    case .key(.down), .key(.control("n")): list.move(by: 1)
    case .key(.up), .key(.control("p")): list.move(by: -1)
    case .key(.pageDown): list.move(by: 10)
    case .key(.pageUp): list.move(by: -10)
    default: return edit(event)
    }
    return true
  }

  private mutating func edit(_ event: InputEvent) -> Bool {
    guard query.handle(event) else { return false }
    filter()
    return true
  }

  private mutating func filter() {
    let words = query.text.lowercased().split(separator: " ").map(String.init)
    list = ListState(rows: rows.indices.filter { rows[$0].matches(words) })
    if let exact = list.rows.first(where: { rows[$0].hasKey(query.text) }) { list.select(exact) }
  }
}

/// The palette drawn over whatever is below it: the query, a line of advice, then the rows under their headings.
package struct Palette: Sendable {
  package let prompt: String
  package let advice: String
  /// Shown when nothing matches.
  package let empty: String
  package let keyColumns: Int
  package let textColumns: Int

  package init(prompt: String, advice: String, empty: String, keyColumns: Int = 12, textColumns: Int = 22) {
    self.prompt = prompt
    self.advice = advice
    self.empty = empty
    self.keyColumns = keyColumns
    self.textColumns = textColumns
  }

  package func draw(_ state: PaletteState, in rect: Rect, on canvas: inout Canvas) {
    canvas.fill(rect)
    let parts = rect.splitTop(2)
    canvas.put(advice, in: parts.top.line(1).splitLeft(3).rest)
    drawRows(state, in: parts.rest, on: &canvas)
    let used = canvas.put(prompt, in: parts.top)
    let field = parts.top.line(0).splitLeft(used + 1).rest
    TextField().draw(state.query, hasFocus: true, in: field, on: &canvas)
  }

  private func drawRows(_ state: PaletteState, in rect: Rect, on canvas: inout Canvas) {
    if state.list.isEmpty { canvas.put(empty, in: rect.splitLeft(2).rest) }
    let lines = PaletteLine.lines(of: state)
    let selected = lines.firstIndex { $0.row == state.selectedIndex } ?? 0
    let first = Scroll.offset(of: selected, in: rect.rows)
    for (number, line) in lines.dropFirst(first).prefix(rect.rows).enumerated() {
      draw(line, of: state, in: rect.line(number), on: &canvas)
    }
  }

  private func draw(_ line: PaletteLine, of state: PaletteState, in rect: Rect, on canvas: inout Canvas) {
    switch line {
    case .heading(let title): Rule(title).draw(in: rect, on: &canvas)
    case .row(let index):
      draw(state.rows[index], in: rect.splitLeft(2).rest, on: &canvas)
      guard index == state.selectedIndex else { return }
      canvas.put(">", in: rect)
      canvas.select(rect.splitLeft(2 + keyColumns + textColumns - 1).left)
    }
  }

  private func draw(_ row: PaletteRow, in line: Rect, on canvas: inout Canvas) {
    let parts = line.splitLeft(keyColumns)
    canvas.put(row.keys, in: parts.left.splitRight(1).rest, style: .key)
    let texts = parts.rest.splitLeft(textColumns)
    canvas.put(row.text, in: texts.left.splitRight(1).rest)
    canvas.put(row.remark, in: texts.rest)
  }
}

private enum PaletteLine {
  case heading(String)
  case row(Int)

  var row: Int? {
    if case .row(let index) = self { index } else { nil }
  }

  /// The rows that match, a heading before the first of each section.
  static func lines(of state: PaletteState) -> [PaletteLine] {
    var section = ""
    return state.list.rows.flatMap { index in
      let own = state.rows[index].section
      defer { section = own }
      return own == section || own.isEmpty ? [row(index)] : [heading(own), row(index)]
    }
  }
}
