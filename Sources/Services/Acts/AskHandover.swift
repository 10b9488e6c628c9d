import Domain
import Storage

/// A manager asks for a handover to another department, which somebody above both decides (R8.4).
package struct AskHandover {
  let giver: PersonID
  let target: HandoverTarget
  let reason: String

  package init(of giver: PersonID, to target: HandoverTarget, reason: String = "") {
    self.giver = giver
    self.target = target
    self.reason = reason
  }

  @discardableResult
  package func perform(by actor: PersonID, at now: Instant, in house: House) throws -> RequestID {
    try house.write(as: actor, .handover, at: now) { unit in
      let (asker, giver) = (try unit.person, try unit.person(giver))
      guard try unit.store.people.isDepartment(giver.department, under: asker.department),
        let place = try target.department(in: unit)
      else { throw Refusal.notAllowed(.handover) }
      // What he may do himself needs nobody's yes.
      if try unit.store.people.isDepartment(place, under: asker.department) { throw Refusal.noNeedToAsk }
      if case .person(let id) = target, !(try unit.person(id).isActive) {
        throw Refusal.deactivated(try unit.person(id).name)
      }
      if try HandoverSource.person(giver.id).waiting(in: unit).isEmpty { throw Refusal.nothingToHandOver }
      let open = try unit.store.requests.open(at: now).first {
        $0.kind == .handover && $0.person?.id == giver.id
      }
      if let open { throw Refusal.alreadyAsked(at: open.askedAt) }
      var request = NewRequest(.handover, on: nil)
      (request.person, request.detail) = (giver.id, target.detail)
      request.reason = try PlainText.line(reason, "reason")
      let id = try unit.store.requests.add(
        request, by: actor, at: now, until: unit.rules.calendar.endOfNextDeskDay(after: now))
      unit.event.add(["request": String(id.value), "from": giver.login])
      return id
    }
  }
}
