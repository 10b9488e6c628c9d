import Services
import TerminalKit

/// A view of the sea that is kept on a digit, or dropped, and what was there before (R5.10).
package struct SeaViewChange: Sendable {
  let digit: Int
  let before: KeptSeaView?
  let after: KeptSeaView?

  var reversed: SeaViewChange { SeaViewChange(digit: digit, before: after, after: before) }
}

/// The name a view is to have, while it is typed.
struct SeaNaming: Sendable {
  let digit: Int
  var field: FilterField
}

extension SeaPane {
  static let canKeep: Binding<Command, SeaPane>.Reason = { pane in
    if pane.choice.kept == nil && pane.filter.isEmpty && !pane.isOldestFirst { return "sea.keep.nothing" }
    return pane.digitToKeep == nil ? "sea.keep.full" : nil
  }

  static let canDrop: Binding<Command, SeaPane>.Reason = { pane in
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

  mutating func typeName(_ event: InputEvent, _ context: Context) -> [Effect] {
    guard var naming else { return [] }
    let isKept = event == .key(.enter)
    _ = naming.field.type(event)
    self.naming = naming.field.isOpen ? naming : nil
    return isKept ? keep(naming, context) : []
  }

  private func keep(_ naming: SeaNaming, _ context: Context) -> [Effect] {
    let typed = naming.field.text
    let name = typed.allSatisfy(\.isWhitespace) ? choice.title(context) : typed
    let view = KeptSeaView(
      digit: naming.digit, name: name, base: choice.base,
      filter: [choice.kept?.filter ?? "", filter.text].filter { !$0.isEmpty }.joined(separator: " "),
      isOldestFirst: isOldestFirst)
    return [.act(.keepSeaView(SeaViewChange(digit: naming.digit, before: choice.kept, after: view)))]
  }

  func drop() -> [Effect] {
    guard let kept = choice.kept else { return [] }
    return [.act(.keepSeaView(SeaViewChange(digit: kept.digit, before: kept, after: nil)))]
  }

  /// The view one has just kept is the one in force, what was typed is part of it; from one that is gone the way leads
  /// back to what it was made from.
  mutating func changed(_ change: SeaViewChange, _ context: Context) -> [Effect] {
    take(kept.filter { $0.digit != change.digit } + [change.after].compactMap { $0 })
    if let view = change.after {
      filter.clear()
      return show(.kept(view), context)
    }
    return choice.digit == change.digit ? show(.base(choice.base), context) : []
  }
}
