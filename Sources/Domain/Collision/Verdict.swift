/// What somebody may do about a customer that the check found (R5.5), or about the whole of what he searched. The raw
/// values are part of the command line's contract.
package enum Verdict: String, Sendable, CaseIterable {
  /// Nothing is known of it.
  case mayEnter = "may_enter"
  /// It is in the sea.
  case mayPick = "may_pick"
  /// By application; support's grant transfers it (R5.8).
  case mayFollow = "may_follow"
  case mayNotFollow = "may_not_follow"
  /// Support decides.
  case judge
}
