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
    let person = try Allowance(house).require(actor, .answer)
    guard let asked = try house.store.requests.find(request) else {
      throw Refusal.unknownRequest(String(request.value))
    }
    guard try Allowance(house).mayAnswer(person, asked.asker.id) else { throw Refusal.ownRequest }
    switch asked.kind {
    case .extension: try answerExtension(asked, by: actor, at: now, in: house)
    case .takeBack: try answerTakeBack(asked, by: actor, at: now, in: house)
    }
  }

  /// Up to some days by the manager, more by the director.
  private func answerExtension(_ asked: AskedRequest, by actor: PersonID, at now: Instant, in house: House)
    throws
  {
    try house.write(on: asked.customer, at: now) { store, customer in
      let opportunity = try requireOpen(asked, customer, at: now, in: store)
      let person = try Allowance(house).require(actor, .answer, on: customer)
      let policy = try house.rules.policy(opportunity.policy)
      if isGranted && asked.days > policy.extensions.managerDays && !person.roles.contains(.director) {
        throw Refusal.notAllowed(.answer)
      }
      try store.requests.answer(
        asked.id, with: isGranted ? .granted : .refused, by: actor, at: now, remark: remark)
      try apply(asked, opportunity, policy, at: now, in: house)
      try record(asked, .answer, by: actor, at: now, in: house)
    }
  }

  private func requireOpen(_ asked: AskedRequest, _ customer: Customer, at now: Instant, in store: Store)
    throws -> Opportunity
  {
    guard try store.requests.find(asked.id)?.isOpen(at: now) == true else { throw Refusal.alreadyAnswered }
    guard let opportunity = try store.opportunities.open(of: customer.id), opportunity.id == asked.opportunity
    else { throw Refusal.alreadyAnswered }
    return opportunity
  }

  /// Granted: the original due and so many days, at the same hour. Either way it ends no sooner than the answer.
  private func apply(
    _ asked: AskedRequest, _ opportunity: Opportunity, _ policy: Policy, at now: Instant, in house: House
  ) throws {
    var answered =
      isGranted
      ? policy.extending(opportunity, by: asked.days, in: house.rules.calendar) : opportunity
    answered.askedUntil = now
    try house.store.opportunities.putOff(answered)
    try ClockKeeper(house).place(answered)
  }

  private func answerTakeBack(_ asked: AskedRequest, by actor: PersonID, at now: Instant, in house: House)
    throws
  {
    if isGranted {
      try TakeBackCustomer(asked.customer, request: asked.id).perform(by: actor, at: now, in: house)
      return
    }
    try house.write { store in
      _ = try Allowance(house).require(actor, .answer)
      guard try store.requests.find(asked.id)?.isOpen(at: now) == true else { throw Refusal.alreadyAnswered }
      try store.requests.answer(asked.id, with: .refused, by: actor, at: now, remark: remark)
      try record(asked, .answer, by: actor, at: now, in: house)
    }
  }

  private func record(_ asked: AskedRequest, _ act: Act, by actor: PersonID, at now: Instant, in house: House)
    throws
  {
    let kind: AlertKind = isGranted ? .requestGranted : .requestRefused
    try house.store.alerts.add(kind, to: asked.asker.id, on: asked.customer, due: now, clock: "", at: now)
    try house.record(
      act, on: asked.customer, by: actor, at: now,
      EventDetail([
        "request": String(asked.id.value), "granted": String(isGranted),
        "remark": remark.isEmpty ? nil : remark,
      ]))
  }
}

extension Allowance {
  /// Whether somebody may answer what another asks: nobody answers himself. Who may answer others asks a director, or
  /// somebody whose department lies above his; a director asks another director (R4.8, R8.4).
  func mayAnswer(_ person: Person, _ asker: PersonID) throws -> Bool {
    guard person.id != asker else { return false }
    let asker = try store.people.require(asker)
    guard rights.allow(.answer, to: asker) else { return true }
    if person.roles.contains(.director) { return true }
    return try !asker.roles.contains(.director) && person.department != asker.department
      && store.people.isDepartment(asker.department, under: person.department)
  }
}
