import Domain
import Storage

/// Keeps a view of the sea on one of one's own digits, or drops it (R5.10). It concerns nobody else: no audit event.
package struct KeepSeaView {
  /// A name stands in row 2 among others.
  private static let longestName = 60
  private static let longestFilter = 400

  let digit: Int
  /// Nil drops what is there.
  let view: KeptSeaView?

  package init(_ view: KeptSeaView) {
    digit = view.digit
    self.view = view
  }

  package init(dropping digit: Int) {
    self.digit = digit
    view = nil
  }

  package func perform(by actor: PersonID, at now: Instant, in house: House) throws {
    guard KeptSeaView.digits.contains(digit) else { throw Refusal.invalidField("digit", .outOfRange) }
    let kept = try view.map(KeepSeaView.plain)
    try house.write(as: actor, .see, leaving: .nothing, at: now) { unit in
      guard let kept else { return try unit.store.seaViews.drop(digit, of: actor) }
      try unit.store.seaViews.keep(kept, of: actor)
    }
  }

  private static func plain(_ view: KeptSeaView) throws -> KeptSeaView {
    var view = view
    view.name = PlainText.inOneLine(view.name)
    view.filter = PlainText.inOneLine(view.filter)
    if view.name.isEmpty { throw Refusal.invalidField("name", .missing) }
    for (field, text, longest) in [
      ("name", view.name, longestName), ("filter", view.filter, longestFilter),
    ] {
      if text.utf8.count > longest { throw Refusal.invalidField(field, .tooLong) }
      if !PlainText.isPlain(text) { throw Refusal.invalidField(field, .controlCharacters) }
    }
    return view
  }
}
