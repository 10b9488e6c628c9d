import Domain
import Storage

/// Keeps how somebody likes the screens. Whoever has said anything about it needs not be shown round any more.
package struct KeepPreferences {
  /// As `--lang` names languages.
  private static let longestLanguage = 20

  let language: String?
  let drawsLines: Bool?
  let rings: Bool?

  /// - Parameter language: nil, as the others, leaves what was said before.
  package init(language: String? = nil, drawsLines: Bool? = nil, rings: Bool? = nil) {
    self.language = language
    self.drawsLines = drawsLines
    self.rings = rings
  }

  @discardableResult
  package func perform(by actor: PersonID, at now: Instant, in house: House) throws -> Preferences {
    let language = try language.map { try PlainText.line($0, "language") }
    if let language, language.utf8.count > KeepPreferences.longestLanguage {
      throw Refusal.invalidField("language", .tooLong)
    }
    return try house.write(as: actor, .preferences, leaving: .changes, at: now) { unit in
      let before = try unit.store.preferences.find(of: actor)
      let after = Preferences(
        language: language ?? before.language, drawsLines: drawsLines ?? before.drawsLines,
        rings: rings ?? before.rings, wasShownRound: true)
      try unit.store.preferences.keep(after, of: actor)
      unit.event.change("language", from: before.language, to: after.language)
      unit.event.change("lines", from: before.drawsLines?.word, to: after.drawsLines?.word)
      unit.event.change("bell", from: before.rings?.word, to: after.rings?.word)
      unit.event.change("shown_round", from: before.wasShownRound ? "yes" : nil, to: "yes")
      return after
    }
  }
}

extension Bool {
  fileprivate var word: String { self ? "yes" : "no" }
}
