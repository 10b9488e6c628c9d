import Domain
import Services

/// Agrees on the next contact, or on none, without a note (R6.1).
struct PlanErrand: CustomerErrand {
  let next: Instant?
  let subject: Subject
  /// Whether it is agreed with the customer; nil leaves that as it was (R6.1).
  var isAgreed: Bool?
  /// What it is for (R11.8); nil leaves that as it was.
  var purpose: String?

  static let said = "report.planned"

  func run(in house: House, by actor: PersonID, at now: Instant) throws -> PlanContact.Planned {
    try PlanContact(next, isAgreed: isAgreed, purpose: purpose, with: subject.id).perform(
      by: actor, at: now, in: house)
  }

  func report(_ planned: PlanContact.Planned, _ context: Context) -> String? {
    guard let next = planned.next else {
      return context.words("report.plan_dropped", ["customer": subject.name])
    }
    return context.words(
      Self.said, ["customer": subject.name, "plan": context.wording.text(of: next, at: context.now)])
  }

  static func undo(_ done: [(errand: PlanErrand, outcome: PlanContact.Planned)]) -> Undo? {
    let back = done.map { BackToPlanErrand(before: $0.outcome.before, subject: $0.errand.subject) }
    return Undo(back: Each(back), again: Each(done.map(\.errand)))
  }
}

/// Takes a change of the next contact back.
private struct BackToPlanErrand: CustomerErrand {
  let before: NextContact?
  let subject: Subject

  static let said = "report.plan_back"

  func run(in house: House, by actor: PersonID, at now: Instant) throws -> PlanContact.Planned {
    try PlanContact.back(to: before, with: subject.id).perform(by: actor, at: now, in: house)
  }

  func report(_ planned: PlanContact.Planned, _ context: Context) -> String? {
    guard let next = planned.next else {
      return context.words("report.plan_back.no", ["customer": subject.name])
    }
    return context.words(
      Self.said, ["customer": subject.name, "plan": context.wording.text(of: next, at: context.now)])
  }
}
