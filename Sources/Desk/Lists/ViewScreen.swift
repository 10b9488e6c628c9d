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
  func moreChoices(_ context: Context, gap: String) -> [Choice]
}

extension ViewScreen {
  func count(of view: View, _ context: Context) -> Int? { nil }
  func moreChoices(_ context: Context, gap: String) -> [Choice] { [] }

  func choices(_ context: Context) -> [Choice] {
    let gap = context.words.language == .english ? " " : ""
    let spaced = choices(context, gap: gap)
    return ChoiceRow.fits(spaced, beside: trailing(context).text, in: context.frame.size.columns)
      ? spaced : choices(context, gap: "")
  }

  /// - Parameter gap: between a digit and its view.
  private func choices(_ context: Context, gap: String) -> [Choice] {
    let countGap = context.words.language == .english ? " " : ""
    return views(context).map { view in
      let count = count(of: view, context).map { countGap + String($0) } ?? ""
      return Choice(
        "\(view.digit)\(gap)\(view.name(context))\(count)", isInForce: view.digit == choice.digit)
    } + moreChoices(context, gap: gap)
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

extension ViewScreen where View: FixedView {
  func views(_ context: Context) -> [View] { Array(View.allCases) }
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
