/// What is counted of an agent's day (R7.4). The raw values are part of the command line's contract.
package enum DayFigure: String, Sendable, CaseIterable {
  /// Effective calls, one per customer and day; appointed customers are among them.
  case effective
  /// Distinct A and B customers reached.
  case ab
  /// Entered or picked.
  case added
  /// With place, person met and result.
  case visits
}
