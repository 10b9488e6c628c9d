import Domain
import Services

/// Leaves a receipt of a check (R5.6).
struct CheckErrand: Errand {
  let query: CollisionQuery
  /// Its number goes to the clipboard.
  var isCopied = false
  /// Nobody waits for it: he has gone elsewhere.
  var isSilent = false

  func run(in house: House, by actor: PersonID, at now: Instant) throws -> Receipt {
    try CheckCollision(query).perform(by: actor, at: now, in: house)
  }

  func report(_ receipt: Receipt, _ context: Context) -> String? {
    guard let code = receipt.code, !isSilent else { return nil }
    if isCopied { return context.words("report.receipt_copied", ["receipt": code.text]) }
    let isOwn = receipt.hits.first?.reason.code == "own"
    let verdict = context.words["check.conclusion.\(isOwn ? "own" : receipt.verdict.rawValue)"]
    return context.words("report.checked", ["receipt": code.text, "verdict": verdict])
  }
}
