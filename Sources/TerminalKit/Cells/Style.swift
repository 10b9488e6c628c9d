/// What a cell means to its reader. The theme alone knows what that looks like (principle 4); colour only repeats what
/// a sign or a word says.
package enum Style: UInt8, CaseIterable, Sendable {
  case plain
  /// More than what stands beside it: where one is, who it is, what is due within three days.
  case strong
  /// Less: labels, and what can't be done or is gone.
  case muted
  /// What a column or a part is called.
  case heading
  /// Rules and the lines between parts.
  case chrome
  /// What to press.
  case key
  /// What a search was for.
  case match
  /// The item of the numbered row in force.
  case current
  /// The row one is on.
  case selected
  case mark
  /// Due today, or missed.
  case today
  /// Due within three days.
  case soon
  /// Due within the week.
  case week
  /// Below its target.
  case short
  /// It may be done, or it is.
  case good
  /// News.
  case message
  /// How it begins where something was refused.
  case refusal
  /// How it begins where something failed.
  case error

  /// A patch with both its colours set, which stands out on dark and light alike and keeps its look in the row one is on.
  package var isBadge: Bool {
    switch self {
    case .today, .soon, .short, .refusal, .error: true
    default: false
    }
  }
}
