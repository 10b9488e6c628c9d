/// How somebody likes the screens; nil where he has not said.
package struct Preferences: Sendable, Equatable {
  /// As `--lang` names it.
  package var language: String?
  /// Whether his terminal draws lines as lines: what he has seen counts before what it says of itself.
  package var drawsLines: Bool?
  /// A signing rings the bell of his terminal (R11.9); no, unless he said so.
  package var rings: Bool?
  /// He was shown round once.
  package var wasShownRound: Bool

  package init(
    language: String? = nil, drawsLines: Bool? = nil, rings: Bool? = nil, wasShownRound: Bool = false
  ) {
    self.language = language
    self.drawsLines = drawsLines
    self.rings = rings
    self.wasShownRound = wasShownRound
  }
}
