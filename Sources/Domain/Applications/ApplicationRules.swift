/// How much may be applied for, and how often (R5.8).
package struct ApplicationRules: Sendable, Equatable {
  /// How many of one person may be open at once.
  package let mostOpen: Int
  /// After so many desk days without an answer it lapses.
  package let lapsesAfter: Int
  /// For so many desk days after a lapse or a refusal nobody applies for the same name again.
  package let restsFor: Int

  package init(mostOpen: Int, lapsesAfter: Int, restsFor: Int) {
    self.mostOpen = mostOpen
    self.lapsesAfter = lapsesAfter
    self.restsFor = restsFor
  }
}
