import Domain
import Services

/// Keeps a view of the sea on a digit, or drops it (R5.10).
struct KeepSeaViewErrand: Errand {
  let digit: Int
  /// What was on the digit, and what is to be.
  let before: KeptSeaView?
  let after: KeptSeaView?

  func run(in house: House, by actor: PersonID, at now: Instant) throws {
    let act = after.map { KeepSeaView($0) } ?? KeepSeaView(dropping: digit)
    try act.perform(by: actor, in: house)
  }

  func report(_: Void, _ context: Context) -> String? {
    let name = (after ?? before)?.name ?? ""
    return context.words(
      after == nil ? "report.view_dropped" : "report.view_kept", ["digit": String(digit), "view": name])
  }

  func undo(_: Void) -> Undo? {
    Undo(back: KeepSeaViewErrand(digit: digit, before: after, after: before), again: self)
  }
}
