import Domain
import Storage

/// An answer to what somebody asks, whatever it is (R8.4).
package struct AnswerRequest {
  private enum Answer {
    case yes, no
    /// The customer goes to somebody else instead (R3.9).
    case give(PersonID)
  }

  private let request: RequestID
  private let answer: Answer
  private let remark: String
  /// Which alone is answered; nil for any.
  private let kind: RequestKind?

  package init(_ request: RequestID, granted: Bool, remark: String = "", of kind: RequestKind? = nil) {
    self.request = request
    answer = granted ? .yes : .no
    self.remark = remark
    self.kind = kind
  }

  package init(_ request: RequestID, givingTo receiver: PersonID, remark: String = "") {
    self.request = request
    answer = .give(receiver)
    self.remark = remark
    kind = .lost
  }

  package func perform(by actor: PersonID, at now: Instant, in house: House) throws {
    // Which customer it is about has to be known before the customer is settled.
    let asked = try house.read(as: actor, .answer, at: now) {
      try requireAsked(RequestQueue.reach(in: $0), in: $0)
    }
    if let customer = asked.customer {
      try house.write(as: actor, .answer, on: customer, at: now) { unit, _ in try answer(in: unit) }
    } else {
      try house.write(as: actor, .answer, at: now) { try answer(in: $0) }
    }
    if state == .granted { try asked.kind.rule.bringAbout(asked, by: actor, at: now, in: house) }
  }

  private func requireAsked(_ reach: AnswerReach, in unit: MomentUnit) throws -> AskedRequest {
    guard let asked = try unit.store.requests.find(request), kind == nil || asked.kind == kind else {
      throw Refusal.unknownRequest(String(request.value))
    }
    try reach.require(asked)
    return asked
  }

  private func answer(in unit: WritingUnit) throws {
    if remark.utf8.count > NoteCheck.longestLine * 5 { throw Refusal.invalidField("remark", .tooLong) }
    let reach = try RequestQueue.reach(in: unit)
    let asked = try requireAsked(reach, in: unit)
    guard asked.isOpen(at: unit.now) else { throw asked.settled }
    // Before it is acted on: what it ends takes the requests with it that are open still (R4.17).
    try unit.store.requests.answer(
      asked.id, with: state, by: unit.person.id, at: unit.now, remark: remark)
    unit.event.add([
      "request": String(request.value), "granted": String(state == .granted),
      "remark": remark.isEmpty ? nil : remark,
    ])
    if let told = try carryOut(asked, reach, in: unit) {
      try unit.store.alerts.add(
        told, to: asked.asker.id, on: asked.customer, due: unit.now, clock: "", at: unit.now)
    }
  }

  private var state: RequestState {
    switch answer {
    case .yes: .granted
    case .no: .refused
    case .give: .given
    }
  }

  /// - Returns: what the asker is told; nil where what was done tells him.
  private func carryOut(_ asked: AskedRequest, _ reach: AnswerReach, in unit: WritingUnit) throws
    -> AlertKind?
  {
    let rule = asked.kind.rule
    switch answer {
    case .yes:
      guard try reach.mayGrant(asked) else { throw Refusal.notAllowed(.answer) }
      try rule.grant(asked, in: unit)
      return rule.toldOfYes
    case .no:
      try rule.refuse(asked, in: unit)
      return .requestRefused
    case .give(let receiver):
      let receiver = try unit.person(receiver)
      guard try reach.covers(receiver.id) else { throw Refusal.notAllowed(.transfer) }
      guard unit.rules.rights.allow(.pick, to: receiver) else {
        throw Refusal.invalidField("holder", .unknown)
      }
      try rule.give(asked, to: receiver, in: unit)
      unit.event.add(["given_to": receiver.login])
      return nil
    }
  }
}
