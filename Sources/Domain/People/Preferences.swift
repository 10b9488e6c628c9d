/// How somebody likes the screens; nil where he has not said.
package struct Preferences: Sendable, Equatable {
  /// As `--lang` names it.
  package var language: String?
  /// Whether his terminal draws lines as lines: what he has seen counts before what it says of itself.
  package var drawsLines: Bool?
  /// He was shown round once.
  package var wasShownRound: Bool

  package init(language: String? = nil, drawsLines: Bool? = nil, wasShownRound: Bool = false) {
    self.language = language
    self.drawsLines = drawsLines
    self.wasShownRound = wasShownRound
  }
}
