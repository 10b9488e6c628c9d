import Domain
import Storage

/// A request as it was made.
package struct Asked: Sendable {
  package let request: RequestID
  /// Who is asked first; nil where nobody may answer.
  package let of: Refusal.Holder?
}

extension WritingUnit {
  /// Asks those above the actor something about what is held, once at a time. Unanswered it lapses like an application
  /// (R5.8); it ends with the opportunity (R4.17).
  func ask(_ request: NewRequest, on opportunity: Opportunity) throws -> Asked {
    let open = try store.requests.list(of: opportunity.id).first {
      $0.kind == request.kind && $0.person?.id == request.person && $0.isOpen(at: now)
    }
    if let open { throw Refusal.alreadyAsked(at: open.askedAt) }
    let days = try rules.policy(opportunity.policy).applications.lapsesAfter
    let id = try store.requests.add(
      request, by: person.id, at: now, until: rules.calendar.end(ofDeskDay: days, after: now))
    event.add(["request": String(id.value), "reason": request.reason.isEmpty ? nil : request.reason])
    return Asked(request: id, of: try RequestQueue.answerers(in: self).first)
  }
}
