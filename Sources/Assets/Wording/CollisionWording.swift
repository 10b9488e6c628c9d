import Domain

/// What the collision check found, in words (R5.4, R5.5).
extension Wording {
  /// How many of the customers found are worth naming in one line.
  private static let hitsNamed = 5

  /// Why somebody can't have it, with who it is and what he can do, in one line.
  func text(ofCollision receipt: Receipt, at now: Instant) -> String {
    var hits = receipt.hits.prefix(Wording.hitsNamed).map { text(of: $0, at: now) }
    if receipt.hasMore || receipt.hits.count > hits.count { hits.append(words["collision.more"]) }
    let hint = words["collision.hint.\(hint(for: receipt))"]
    let number = receipt.code.map { ". " + words("collision.receipt", ["code": $0.text]) } ?? ""
    return words("refusal.collision", ["hits": hits.joined(separator: "; "), "hint": hint]) + number
  }

  /// What he can do. Where somebody has applied already nobody is told to apply (R5.8).
  private func hint(for receipt: Receipt) -> String {
    if receipt.hits.allSatisfy({ $0.reason.code == "own" }) { return "own" }
    if receipt.hasApplied { return "has_applied" }
    return receipt.hits.contains { $0.reason.code == "applied_for" }
      ? "applied_for" : receipt.verdict.rawValue
  }

  package func text(of hit: CollisionHit, at now: Instant) -> String {
    words(
      "collision.hit",
      [
        "code": hit.customer?.code ?? "-", "name": hit.name, "holder": holder(of: hit),
        "verdict": text(of: hit.verdict, because: hit.reason.code), "reason": text(of: hit.reason, at: now),
        "matches": hit.matches.map(text).joined(separator: ", "),
      ])
  }

  /// Whose it is: somebody's, with his department, or the sea's.
  package func holder(of hit: CollisionHit) -> String {
    if let holder = hit.holder { return "\(holder.name), \(holder.department)" }
    return words[hit.customer == nil ? "collision.nobody" : "sea"]
  }

  package func text(of verdict: Verdict) -> String { words["verdict.\(verdict.rawValue)"] }

  /// Of one's own customer nobody is told that he may not follow it.
  package func text(of verdict: Verdict, because reason: String) -> String {
    reason == "own" ? words["verdict.own"] : text(of: verdict)
  }

  package func text(of match: Match) -> String {
    words("collision.match", ["by": words["matched_by.\(match.by.rawValue)"], "text": match.text])
  }

  /// Why, with the moment and the person that belong to it.
  package func text(of reason: VerdictReason, at now: Instant) -> String {
    let plain = words["reason.\(reason.code)"]
    switch reason {
    case .coolingDown(let day):
      let until = date(day, today: calendar.day(of: now))
      return words("reason.until", ["reason": plain, "until": until])
    case .appliedFor(let holder, let until?):
      return words("reason.until_by", ["reason": plain, "name": holder.name, "until": due(until, at: now)])
    case .appliedFor(let holder, nil): return words("reason.by", ["reason": plain, "name": holder.name])
    case .undoPending(let holder, let until):
      return words("reason.until_by", ["reason": plain, "name": holder.name, "until": clock(until)])
    case .inTheSea(let since?), .own(let since?), .held(.held, let since?):
      return words("reason.since", ["reason": plain, "since": short(since, at: now)])
    case .blocked, .doNotCall, .void, .inactive, .doubtful, .lost, .noCallableNumber, .inTheSea, .own,
      .unprotected,
      .held:
      return plain
    }
  }
}
