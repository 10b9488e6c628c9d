import Domain
import Services

/// What the overlay knows of the house; it comes a moment after the overlay.
struct PaletteKnowledge: Sendable {
  /// By which pinyin initials a text is found.
  var initials: [String: String] = [:]
  var tags: [String] = []
  /// Whom customers may be given.
  var colleagues: [Person] = []
  /// Whose customers may be handed over.
  var givers: [Person] = []
}

extension Question<PaletteKnowledge> {
  /// - Parameter texts: those that are found by their initials too.
  static func palette(_ texts: [String]) -> Question {
    Question { house, actor, _ in
      let tags = try Reading.tagsInUse(in: house)
      let colleagues = try Reading.receivers(of: actor, in: house)
      let givers = try Reading.givers(of: actor, in: house)
      let pinyin = house.rules.tables.pinyin
      let all = texts + tags + (colleagues + givers).map(\.name)
      let initials = Dictionary(all.map { ($0, pinyin.initials(of: $0)) }) { first, _ in first }
      return PaletteKnowledge(initials: initials, tags: tags, colleagues: colleagues, givers: givers)
    }
  }
}
