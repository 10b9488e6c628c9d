import TerminalKit

/// A view of a pane, or a tab of it, which a digit takes.
protocol ViewChoice: Hashable, Sendable {
  var digit: Int { get }
  func name(_ context: Context) -> String
}

/// One that every such pane has.
protocol FixedView: ViewChoice, RawRepresentable, CaseIterable where RawValue == Int {
  /// The key of its name.
  var title: String { get }
}

extension FixedView {
  var digit: Int { rawValue }
  func name(_ context: Context) -> String { context.words[title] }
}

/// A pane of which row 2 shows the views.
protocol ViewScreen: Pane {
  associatedtype View: ViewChoice

  var choice: View { get }
  /// All that are there for this person, in their order.
  func views(_ context: Context) -> [View]
  /// How many there are in it; nil where that is not said.
  func count(of view: View, _ context: Context) -> Int?
  mutating func show(_ view: View, _ context: Context) -> [Effect]
  /// What else a digit takes, which is no view of this list.
  func moreItems(_ context: Context) -> [ViewItem]
  func item(of view: View, _ context: Context) -> ViewItem
}

extension ViewScreen {
  func count(of view: View, _ context: Context) -> Int? { nil }
  func moreItems(_ context: Context) -> [ViewItem] { [] }

  func choices(_ context: Context) -> [Choice] {
    ViewItem.fitted(
      items(context), beside: trailing(context).text, in: context.frame.size.columns,
      isEnglish: context.words.language == .english)
  }

  /// By their digits.
  fileprivate func items(_ context: Context) -> [ViewItem] {
    let views = views(context).map { view in
      var item = item(of: view, context)
      item.count = count(of: view, context)
      item.isInForce = view.digit == choice.digit
      return item
    }
    return (views + moreItems(context)).sorted { $0.digit < $1.digit }
  }

  mutating func choose(_ digit: Int, _ context: Context) -> [Effect] {
    guard let view = views(context).first(where: { $0.digit == digit }) else { return [.unknownKey] }
    return show(view, context)
  }

  mutating func turn(by step: Int, _ context: Context) -> [Effect] {
    let all = views(context)
    let place = (all.firstIndex { $0.digit == choice.digit } ?? 0) + step
    return show(all[(place + all.count) % all.count], context)
  }
}

extension ViewScreen {
  func item(of view: View, _ context: Context) -> ViewItem { ViewItem(view.digit, name: view.name(context)) }
}

extension ViewScreen where View: FixedView {
  func item(of view: View, _ context: Context) -> ViewItem {
    ViewItem(view.digit, named: view.title, context)
  }
  func views(_ context: Context) -> [View] { Array(View.allCases) }
}

extension ViewScreen where Self: FilteredScreen {
  /// What is marked and what is typed; where neither is, and there is room, what else there is to say of the list.
  func trailing(_ context: Context) -> StyledText {
    let items = items(context)
    func fits(_ form: ViewItem.Form, _ text: String) -> Bool {
      ChoiceRow.fits(
        ViewItem.choices(items, form, isEnglish: context.words.language == .english), beside: text,
        in: context.frame.size.columns)
    }
    // How the filter is cleared gives way to the names of the views.
    let texts = ["list.filter", "list.filter.long"].map { key in
      let typed = filter.isEmpty ? "" : context.words(key, ["text": filter.text])
      return [marked(context), typed].filter { !$0.isEmpty }.joined(separator: "  ")
    }
    if let last = texts.last, !last.isEmpty {
      return StyledText(texts.first { fits(.uncounted, $0) } ?? last, style: .strong)
    }
    let idle = idle(context)
    return StyledText(fits(.spaced, idle) ? idle : "")
  }
}

extension Binding where State: ViewScreen {
  /// What is beside the view in force.
  static var items: [Binding] {
    [
      Binding([.left, "h"], .previousItem, help: "key.previous_item") { $0.turn(by: -1, $1) },
      Binding([.right, "l"], .nextItem, help: "key.next_item") { $0.turn(by: 1, $1) },
    ]
  }
}
