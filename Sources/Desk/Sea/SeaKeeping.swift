import Services
import TerminalKit

/// The name a view is to have, while it is typed.
struct SeaNaming: Sendable {
  let digit: Int
  var field: FilterField
}

extension SeaPane {
  static let canKeep: Binding<SeaPane>.Reason = { pane in
    if pane.choice.kept == nil && pane.filter.isEmpty && !pane.isOldestFirst { return "sea.keep.nothing" }
    return pane.digitToKeep == nil ? "sea.keep.full" : nil
  }

  static let canDrop: Binding<SeaPane>.Reason = { pane in
    pane.choice.kept == nil ? "sea.drop.nothing" : nil
  }

  /// That of the kept view one is in, else the first that is free.
  var digitToKeep: Int? {
    if let kept = choice.kept { return kept.digit }
    let taken = Set(kept.map(\.digit))
    return KeptSeaView.digits.first { !taken.contains($0) }
  }

  /// What the view is to be called: as it was, or what it looks for.
  mutating func askForName() -> [Effect] {
    guard let digit = digitToKeep else { return [] }
    var field = FilterField()
    field.set(choice.kept?.name ?? filter.text)
    field.open()
    naming = SeaNaming(digit: digit, field: field)
    return []
  }

  var isTyping: Bool { filter.isOpen || naming != nil }
  var editing: EditBuffer? { naming?.field.buffer ?? filter.buffer }

  mutating func type(_ event: InputEvent, _ context: Context) -> [Effect] {
    guard var naming else { return typeFilter(event, context) }
    let isKept = event == .key(.enter)
    _ = naming.field.type(event)
    self.naming = naming.field.isOpen ? naming : nil
    return isKept ? keep(naming, context) : []
  }

  private func keep(_ naming: SeaNaming, _ context: Context) -> [Effect] {
    let typed = naming.field.text
    let name = typed.allSatisfy(\.isWhitespace) ? choice.name(context) : typed
    let view = KeptSeaView(
      digit: naming.digit, name: name, base: choice.base,
      filter: [choice.kept?.filter ?? "", filter.text].filter { !$0.isEmpty }.joined(separator: " "),
      isOldestFirst: isOldestFirst)
    return [change(KeepSeaViewErrand(digit: naming.digit, before: choice.kept, after: view))]
  }

  func drop() -> [Effect] {
    guard let kept = choice.kept else { return [] }
    return [change(KeepSeaViewErrand(digit: kept.digit, before: kept, after: nil))]
  }

  private func change(_ errand: KeepSeaViewErrand) -> Effect {
    run(errand) { pane, _, context in
      let others = pane.kept.filter { $0.digit != errand.digit }
      return pane.follow(others + [errand.after].compactMap { $0 }, context)
    }
  }

  /// Those one keeps as they are in the base; one that has just come is the one in force.
  var askForViews: Effect {
    ask(.seaViews) { pane, views, context in pane.follow(views, context) }
  }

  /// The view one has just kept is the one in force, what was typed is part of it; from one that is gone the way leads
  /// back to what it was made from.
  mutating func follow(_ views: [KeptSeaView], _ context: Context) -> [Effect] {
    let new = views.first { !kept.contains($0) }
    take(views)
    if let new {
      filter.clear()
      return show(.kept(new), context)
    }
    guard let view = choice.kept, !kept.contains(view) else { return [] }
    return show(.base(choice.base), context)
  }
}
