import Domain
import Services

/// Agrees on the next contact, or on none, without a note (R6.1).
struct PlanErrand: Errand {
  let next: Instant?
  let subject: Subject
  let before: NextContact?
  /// Whether it is agreed with the customer; nil leaves that as it was (R6.1).
  var isAgreed: Bool?
  /// What it is for (R11.8); nil leaves that as it was.
  var purpose: String?

  func run(in house: House, by actor: PersonID, at now: Instant) throws {
    try PlanContact(next, isAgreed: isAgreed, purpose: purpose, with: subject.id).perform(
      by: actor, at: now, in: house)
  }

  func report(_: Void, _ context: Context) -> String? {
    guard let after else { return context.words("report.plan_dropped", ["customer": subject.name]) }
    return context.words(
      "report.planned",
      ["customer": subject.name, "plan": context.wording.text(of: after, at: context.now)])
  }

  private var after: NextContact? {
    next.map {
      NextContact(
        at: $0, isAgreed: isAgreed ?? before?.isAgreed ?? false, purpose: purpose ?? before?.purpose ?? "")
    }
  }

  func undo(_: Void) -> Undo? {
    Undo(
      back: PlanErrand(
        next: before?.at, subject: subject, before: after, isAgreed: before?.isAgreed,
        purpose: before?.purpose ?? ""),
      again: self)
  }
}
