import Domain

extension Wording {
  /// Why a held customer is without protection, in one line.
  package func text(of reason: Unprotected, at now: Instant) -> String {
    switch reason {
    case .collision(let dispute):
      words(
        "show.unprotected",
        [
          "code": dispute.twin.code, "name": dispute.twinName, "due": due(dispute.judgeBy, at: now),
        ])
    case .wrongName(let grant): words("show.unprotected_name", ["name": grant.entry.name])
    case .incomplete(let missing, _): words("show.incomplete", ["fields": names(of: missing)])
    case .appliedFor(let application):
      words(
        "show.unprotected_applied",
        [
          "id": String(application.id.value), "name": application.entry.name,
          "due": due(application.answerBy, at: now),
        ])
    }
  }
}
