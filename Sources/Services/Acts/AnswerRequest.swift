import Domain
import Storage

/// An answer to what somebody asks, whatever it is (R8.4).
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
    let asked = try house.read(as: actor, .answer, at: now) {
      try requireAsked(RequestQueue.reach(in: $0), in: $0)
    }
    guard let customer = asked.customer else {
      return try house.write(as: actor, .answer, at: now) { try answer(in: $0) }
    }
    try house.write(as: actor, .answer, on: customer, at: now) { unit, _ in try answer(in: unit) }
  }

  private func requireAsked(_ reach: AnswerReach, in unit: MomentUnit) throws -> AskedRequest {
    guard let asked = try unit.store.requests.find(request) else {
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
    if isGranted, try !reach.mayGrant(asked) { throw Refusal.notAllowed(.answer) }
    // Before it is acted on: what it ends takes the requests with it that are open still (R4.17).
    try unit.store.requests.answer(
      asked.id, with: isGranted ? .granted : .refused, by: unit.person.id, at: unit.now, remark: remark)
    let rule = asked.kind.rule
    try isGranted ? rule.grant(asked, in: unit) : rule.refuse(asked, in: unit)
    if let told = isGranted ? rule.toldOfYes : .requestRefused {
      try unit.store.alerts.add(
        told, to: asked.asker.id, on: asked.customer, due: unit.now, clock: "", at: unit.now)
    }
    unit.event.add([
      "request": String(request.value), "granted": String(isGranted),
      "remark": remark.isEmpty ? nil : remark,
    ])
  }
}
