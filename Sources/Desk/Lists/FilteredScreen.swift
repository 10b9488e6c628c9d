import TerminalKit

/// A list that is narrowed by what is typed.
protocol FilteredScreen: ListScreen {
  var filter: FilterField { get set }
  /// The key of what can be typed.
  static var filterAdvice: String { get }
  /// The key of the fields that are understood; nil where none is.
  static var filterFields: String? { get }
  /// What its rows have that those fields ask for.
  static var knownFields: ListFilter.Fields { get }
  /// What is said at the right of row 2 where nothing is marked or typed.
  func idle(_ context: Context) -> String
  /// How many are marked, where row 2 says it.
  func marked(_ context: Context) -> String
  /// It says something else now.
  mutating func filtered(_ context: Context) -> [Effect]
  /// Fields of it that nobody understands here.
  func unknownFields(_ context: Context) -> [String]
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
    case .changed: return filtered(context) + notUnderstood(context)
    case .closed: return notUnderstood(context)
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
    return filtered(context) + notUnderstood(context)
  }

  static var filterFields: String? { "filter.fields" }
  static var knownFields: ListFilter.Fields { filterFields == nil ? [] : .intent }

  func unknownFields(_ context: Context) -> [String] { wanted(context).unknown }

  /// What is typed, as a list of rows understands it.
  func wanted(_ context: Context) -> ListFilter {
    ListFilter(filter.text, knowing: Self.knownFields, fold: context.session.fold)
  }

  private func notUnderstood(_ context: Context) -> [Effect] {
    guard let first = unknownFields(context).first else { return [] }
    let key = Self.filterFields == nil ? "filter.unknown.none" : "filter.unknown"
    let fields = Self.filterFields.map { context.words[$0] } ?? ""
    return [.say(context.words(key, ["text": first.cut(to: 30), "fields": fields]))]
  }

  mutating func escape(_ context: Context) -> [Effect]? {
    guard !filter.isEmpty else { return nil }
    filter.clear()
    return filtered(context)
  }

  func idle(_ context: Context) -> String { context.words["list.no_filter"] }

  func marked(_ context: Context) -> String {
    list.marks.isEmpty ? "" : context.words("list.marked", ["count": String(list.marks.count)])
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
