import Domain
import Storage

/// R5.7: support judges within two desk days, else the manager is told. Where nothing is late nothing is written.
struct TellLateJudgements {
  let house: House

  func perform(at now: Instant) throws {
    if try house.read(as: .engine, at: now, { try $0.store.disputes.late(at: now).isEmpty }) { return }
    // The alerts say it all: no audit event.
    try house.write(as: .engine, .engine, leaving: .nothing, at: now) { unit in
      for dispute in try unit.store.disputes.late(at: now) {
        try unit.store.disputes.markTold(dispute.id, at: now)
        guard let holder = dispute.holder else { continue }
        let department = try unit.person(holder.id).department
        for superior in try unit.store.people.superiors(of: department) {
          try unit.store.alerts.add(
            .judgeLate, to: superior, on: dispute.customer, due: dispute.judgeBy, clock: "", at: now)
        }
      }
    }
  }
}
