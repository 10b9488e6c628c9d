import TerminalKit

/// A list that is narrowed by what is typed.
protocol FilteredScreen: ListScreen {
  var filter: FilterField { get set }
  /// The key of what can be typed.
  static var filterAdvice: String { get }
  /// It says something else now.
  mutating func filtered(_ context: Context) -> [Effect]
}

extension FilteredScreen {
  var isTyping: Bool { filter.isOpen }
  var isFiltering: Bool { isTyping }
  var editing: EditBuffer? { filter.buffer }
  var searched: String { filter.text }
  var typedNumber: String? { filter.typedNumber }

  mutating func type(_ event: InputEvent, _ context: Context) -> [Effect] { typeFilter(event, context) }

  mutating func typeFilter(_ event: InputEvent, _ context: Context) -> [Effect] {
    switch filter.type(event) {
    case .changed: return filtered(context)
    case .closed: return []
    case .ignored:
      switch event {
      case .key(.down): return move(context) { $0.move(by: 1) }
      case .key(.up): return move(context) { $0.move(by: -1) }
      default: return []
      }
    }
  }

  mutating func filter(by text: String, _ context: Context) -> [Effect] {
    filter.set(text)
    return filtered(context)
  }

  mutating func escape(_ context: Context) -> [Effect]? {
    guard !filter.isEmpty else { return nil }
    filter.clear()
    return filtered(context)
  }

  /// What is typed, else what the list shows.
  func trailing(_ context: Context) -> StyledText {
    if filter.isEmpty { return StyledText(context.words["list.no_filter"]) }
    return StyledText(context.words("list.filter", ["text": filter.text]), style: .strong)
  }

  func drawChoices(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
    drawFilter(in: rect, on: &canvas, context)
  }

  /// While it is typed it takes the numbered row.
  func drawFilter(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
    guard filter.isOpen else {
      return ChoiceRow(choices(context), trailing: trailing(context)).draw(in: rect, on: &canvas)
    }
    filter.draw(
      in: rect, on: &canvas, prompt: context.words["list.filter.prompt"],
      advice: context.words[Self.filterAdvice])
  }
}

extension Binding where State: FilteredScreen {
  static var filter: Binding {
    Binding(["f", "/", .control("f")], .filter, help: "key.filter", hint: "hint.filter", priority: 70) {
      pane, _ in
      pane.filter.open()
      return []
    }
  }
}
