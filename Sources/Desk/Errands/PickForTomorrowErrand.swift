import Domain
import Services

/// Picks a customer of the sea and puts it on tomorrow's list (R7.5).
struct PickForTomorrowErrand: CustomerErrand {
  private let pick: PickErrand
  var subject: Subject { pick.subject }

  static let said = "report.picked_for_tomorrow"

  init(_ subject: Subject) {
    pick = PickErrand(subject)
  }

  /// A pick stands, whatever the list says to it.
  struct Outcome: Sendable {
    let newcomer: Newcomer?
    /// Why it is not on the list.
    let reason: Refusal?
  }

  func run(in house: House, by actor: PersonID, at now: Instant) throws -> Outcome {
    let newcomer = try pick.run(in: house, by: actor, at: now)
    do {
      try AddToTomorrow(subject.id).perform(by: actor, at: now, in: house)
    } catch Refusal.alreadyListed {
      // R8.2: a list that was handed in takes what is picked by itself.
    } catch let refusal as Refusal {
      return Outcome(newcomer: newcomer, reason: refusal)
    }
    return Outcome(newcomer: newcomer, reason: nil)
  }

  func report(_ outcome: Outcome, _ context: Context) -> String? {
    let number = Newcomer.number(of: outcome.newcomer, context)
    return FittedLine(context).with(subject.name) { name in
      guard let reason = outcome.reason else {
        return context.words("report.picked_for_tomorrow", ["customer": name, "number": number])
      }
      return context.words(
        "report.picked_unlisted", ["customer": name, "reason": context.reason(of: reason)])
    }
  }

  static func holdsForAll(_ refusal: Refusal) -> Bool { PickErrand.holdsForAll(refusal) }

  static func nothingDone(_ refusals: Refusals, _ context: Context) -> String {
    PickErrand.nothingDone(refusals, context)
  }

  static func undo(_ done: [(errand: PickForTomorrowErrand, outcome: Outcome)]) -> Undo? {
    let back = done.map { UndoPickForTomorrowErrand(subject: $0.errand.subject) }
    return Undo(back: Each(back), again: Each(done.map(\.errand)))
  }
}

/// Takes the pick back, and the customer off the list.
struct UndoPickForTomorrowErrand: CustomerErrand {
  let subject: Subject

  static let said = "report.pick_undone"

  func run(in house: House, by actor: PersonID, at now: Instant) throws {
    try UndoPick(subject.id).perform(by: actor, at: now, in: house)
    do {
      try DropFromTomorrow([subject.id]).perform(by: actor, at: now, in: house)
    } catch Refusal.notListed {}
  }

  func report(_: Void, _ context: Context) -> String? {
    context.words("report.pick_undone", ["customer": subject.name])
  }
}
