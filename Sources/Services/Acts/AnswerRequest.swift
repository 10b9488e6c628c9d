import Domain
import Storage

/// A manager's answer to a request (R4.8, R4.18, R8.4).
package struct AnswerRequest {
  let request: RequestID
  let isGranted: Bool
  let remark: String

  package init(_ request: RequestID, granted: Bool, remark: String = "") {
    self.request = request
    isGranted = granted
    self.remark = remark
  }

  package func perform(by actor: PersonID, at now: Instant, in house: House) throws {
    // Which customer it is about has to be known before the customer is settled.
    let asked = try house.read(as: actor, .answer) { try requireAsked(of: Allowance($0), in: $0) }
    switch asked.kind {
    case .takeBack where isGranted:
      try TakeBackCustomer(asked.customer, request: asked.id).perform(by: actor, at: now, in: house)
    case .takeBack:
      try house.write(as: actor, .answer, at: now) { unit in
        let asked = try requireOpen(in: unit)
        try close(asked, in: unit)
        try unit.record(.answer, on: asked.customer, detail)
      }
    case .extension: try answerExtension(on: asked.customer, by: actor, at: now, in: house)
    }
  }

  private func requireAsked(of allowance: Allowance, in unit: ReadingUnit) throws -> AskedRequest {
    guard let asked = try unit.store.requests.find(request) else {
      throw Refusal.unknownRequest(String(request.value))
    }
    guard try allowance.mayAnswer(asked.asker.id) else { throw Refusal.ownRequest }
    return asked
  }

  private func requireOpen(in unit: WritingUnit) throws -> AskedRequest {
    let asked = try requireAsked(of: Allowance(unit), in: unit)
    guard asked.isOpen(at: unit.now) else { throw Refusal.alreadyAnswered }
    return asked
  }

  /// Up to some days by the manager, more by the director.
  private func answerExtension(
    on customer: CustomerID, by actor: PersonID, at now: Instant, in house: House
  ) throws {
    try house.write(as: actor, .answer, on: customer, at: now) { unit, customer in
      let asked = try requireOpen(in: unit)
      guard let opportunity = try unit.store.opportunities.open(of: customer.id),
        opportunity.id == asked.opportunity
      else { throw Refusal.alreadyAnswered }
      try Allowance(unit).require(.answer, on: customer)
      let policy = try unit.rules.policy(opportunity.policy)
      if isGranted, asked.days > policy.extensions.managerDays,
        try !unit.person.roles.contains(.director)
      {
        throw Refusal.notAllowed(.answer)
      }
      try close(asked, in: unit)
      try apply(asked, opportunity, policy, in: unit)
      unit.event = detail
    }
  }

  /// Granted: the original due and so many days, at the same hour. Either way it ends no sooner than the answer.
  private func apply(
    _ asked: AskedRequest, _ opportunity: Opportunity, _ policy: Policy, in unit: WritingUnit
  ) throws {
    var answered =
      isGranted ? policy.extending(opportunity, by: asked.days, in: unit.rules.calendar) : opportunity
    answered.askedUntil = unit.now
    try unit.store.opportunities.putOff(answered)
    try ClockKeeper(unit).place(answered)
  }

  private func close(_ asked: AskedRequest, in unit: WritingUnit) throws {
    try unit.store.requests.answer(
      asked.id, with: isGranted ? .granted : .refused, by: unit.person.id, at: unit.now, remark: remark)
    try unit.store.alerts.add(
      isGranted ? .requestGranted : .requestRefused, to: asked.asker.id, on: asked.customer, due: unit.now,
      clock: "", at: unit.now)
  }

  private var detail: EventDetail {
    EventDetail([
      "request": String(request.value), "granted": String(isGranted),
      "remark": remark.isEmpty ? nil : remark,
    ])
  }
}
