import Domain
import Storage

/// Asks the manager to give a customer up as lost (战败, R3.9), with a reason and an explanation; who bought elsewhere is
/// lost to a competitor, who is named.
package struct AskLost {
  let customer: CustomerID
  let reason: LostReason
  let competitor: String
  let explanation: String

  package init(_ customer: CustomerID, reason: LostReason, competitor: String = "", explanation: String) {
    self.customer = customer
    self.reason = reason
    self.competitor = competitor
    self.explanation = explanation
  }

  @discardableResult
  package func perform(by actor: PersonID, at now: Instant, in house: House) throws -> Asked {
    try house.write(as: actor, .askLost, on: customer, at: now) { unit, customer in
      let opportunity = try unit.requireHolding(of: customer)
      try NoteCheck.requireReason(explanation, "explanation")
      if reason == .competitor || !competitor.isEmpty {
        try NoteCheck.requireReason(competitor, "competitor")
      }
      try unit.requireReleasable(customer)
      var request = NewRequest(.lost, on: opportunity)
      (request.reason, request.code, request.detail) = (explanation, reason.rawValue, competitor)
      unit.event.add(["lost_reason": reason.rawValue, "competitor": competitor.isEmpty ? nil : competitor])
      return try unit.ask(request, on: opportunity)
    }
  }
}
