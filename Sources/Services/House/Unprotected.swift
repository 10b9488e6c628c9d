import Domain
import Storage

extension House {
  /// R5.7: support judges within two desk days, else the manager is told. Where nothing is late nothing is written.
  func tellLateJudgements(at now: Instant) throws {
    if try store.disputes.late(at: now).isEmpty { return }
    try write { store in
      for dispute in try store.disputes.late(at: now) {
        try store.disputes.markTold(dispute.id, at: now)
        guard let holder = dispute.holder else { continue }
        for superior in try store.people.superiors(of: store.people.require(holder.id).department) {
          try store.alerts.add(
            .judgeLate, to: superior, on: dispute.customer, due: dispute.judgeBy, clock: "", at: now)
        }
      }
    }
  }
}
