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
    // Who is on the other side has to be known before both are settled.
    let seen = try house.read(as: actor, .judge) { try $0.store.disputes.open(of: customer) }
    guard let seen else { throw Refusal.nothingToJudge }
    if let shown, shown != seen.id { throw Refusal.alreadyAnswered() }
    try NoteCheck.requireLines(remark, "remark")
    try house.write(as: actor, .judge, on: customer, and: seen.twin, at: now) { unit, customer in
      guard let dispute = try unit.store.disputes.open(of: customer.id), dispute.id == seen.id,
        dispute.twin == seen.twin,
        try unit.store.disputes.close(dispute.id, judgement, by: actor, remark: remark, at: now)
      else { throw Refusal.alreadyAnswered() }
      let twin = try unit.store.customers.require(dispute.twin)
      try unit.record(
        .judge, on: customer.id,
        EventDetail([
          "judgement": judgement.rawValue, "other": twin.id.code, "text": remark.isEmpty ? nil : remark,
        ]))
      try carryOut(on: customer, twin, in: unit)
    }
  }

  private func carryOut(on customer: Customer, _ twin: Customer, in unit: WritingUnit) throws {
    switch judgement {
    case .keep:
      // Who keeps it hears of it here; who loses it, by what ends his opportunity.
      guard let holder = customer.holder else { return }
      try unit.store.alerts.add(
        .judgedFor, to: holder, on: customer.id, due: unit.now, clock: "", at: unit.now)
    case .merge: _ = try unit.merge(customer, twin, judgedFor: twin.id)
    case .handOver:
      guard let holder = try twin.holder.map(unit.person) else { throw Refusal.wrongState(twin.state) }
      try unit.handOver(customer, to: holder, judgedAgainst: twin.id)
    }
  }
}
