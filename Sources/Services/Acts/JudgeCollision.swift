import Domain
import Storage

/// Support judges a collision that came about while a customer was held (R5.7): for its holder, or against him.
package struct JudgeCollision {
  let customer: CustomerID
  let judgement: Judgement
  let remark: String
  /// The one that was looked at; nil for whatever is open. Another may have taken its place since.
  let shown: DisputeID?

  package init(
    _ customer: CustomerID, _ judgement: Judgement, remark: String = "", of shown: DisputeID? = nil
  ) {
    self.customer = customer
    self.judgement = judgement
    self.remark = remark
    self.shown = shown
  }

  package func perform(by actor: PersonID, at now: Instant, in house: House) throws {
    _ = try Allowance(house).require(actor, .judge)
    guard let seen = try house.store.disputes.open(of: customer) else { throw Refusal.nothingToJudge }
    if let shown, shown != seen.id { throw Refusal.alreadyAnswered }
    try NoteCheck.requireLines(remark, "remark")
    try house.write(on: customer, and: seen.twin, at: now) { store, customer in
      _ = try Allowance(house).require(actor, .judge)
      guard let dispute = try store.disputes.open(of: customer.id), dispute.id == seen.id,
        dispute.twin == seen.twin,
        try store.disputes.close(dispute.id, judgement, by: actor, remark: remark, at: now)
      else { throw Refusal.alreadyAnswered }
      try tell(dispute, customer, at: now, in: house)
      let twin = try store.customers.require(dispute.twin)
      try house.record(
        .judge, on: customer.id, by: actor, at: now,
        EventDetail([
          "judgement": judgement.rawValue, "other": twin.id.code, "text": remark.isEmpty ? nil : remark,
        ]))
      switch judgement {
      case .keep: break
      case .merge: _ = try house.merge(customer, twin, judgedFor: twin.id, by: actor, at: now)
      case .handOver:
        guard let holder = try twin.holder.map({ try store.people.require($0) }) else {
          throw Refusal.wrongState(twin.state)
        }
        try house.handOver(customer, to: holder, judgedAgainst: twin.id, at: now)
      }
    }
  }

  /// Who keeps it hears of it here; who loses it, by what ends his opportunity.
  private func tell(_ dispute: Dispute, _ customer: Customer, at now: Instant, in house: House) throws {
    guard judgement == .keep, let holder = customer.holder else { return }
    try house.store.alerts.add(.judgedFor, to: holder, on: customer.id, due: now, clock: "", at: now)
  }
}
