import Domain
import Services

/// Agrees on the next contact, or on none, without a note (R6.1).
struct PlanErrand: Errand {
  let next: Instant?
  let subject: Subject
  let before: NextContact?
  /// Whether it is agreed with the customer; nil leaves that as it was (R6.1).
  var isAgreed: Bool?

  func run(in house: House, by actor: PersonID, at now: Instant) throws {
    try PlanContact(next, isAgreed: isAgreed, with: subject.id).perform(by: actor, at: now, in: house)
  }

  func report(_: Void, _ context: Context) -> String? {
    guard let next else { return context.words("report.plan_dropped", ["customer": subject.name]) }
    let moment = context.wording.moment(next, at: context.now)
    return context.words("report.planned", ["customer": subject.name, "time": moment])
  }

  func undo(_: Void) -> Undo? {
    let after = next.map { NextContact(at: $0, isAgreed: isAgreed ?? before?.isAgreed ?? false) }
    return Undo(
      back: PlanErrand(next: before?.at, subject: subject, before: after, isAgreed: before?.isAgreed),
      again: self)
  }
}
